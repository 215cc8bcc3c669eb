package carte.menu.propagation;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.menu.http.RestaurantPath;
import carte.menu.http.VersionNumber;
import carte.menu.shard.Shards;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells how far a version has come. */
@RestController
class PropagationApi {

    private static final String VERSIONS = "/api/v1/restaurants/{id}/menu/versions";
    private static final String PATH = VERSIONS + "/{version}/propagation";

    private final Shards shards;
    private final CommittedVersions versions;
    private final SightingStore sightings;

    PropagationApi(Shards shards, DatabaseClient database, SightingStore sightings) {
        this.shards = shards;
        this.versions = new CommittedVersions(database);
        this.sightings = sightings;
    }

    @PublicCall(id = "readPropagation", summary = "Tells how far a version has come",
            audience = Audience.ADMINS,
            description = "Times are null while they are not known.")
    @Answers(value = Propagation.class, description = "Where it was seen, and when.",
            example = "propagation.json")
    @Refuses({ProblemType.RESTAURANT_NOT_FOUND, ProblemType.VERSION_NOT_FOUND})
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> propagation(@PathVariable String id, @PathVariable String version) {
        RestaurantId restaurantId = RestaurantPath.parse(id);
        MenuVersion wanted = VersionNumber.parse(version)
                .orElseThrow(() -> notFound(restaurantId, version));
        return Mono.justOrEmpty(shards.of(restaurantId))
                .flatMap(shard -> shards.in(shard, versions.find(restaurantId, wanted))
                        .map(found -> found
                                .map(each -> answer(shard, restaurantId, wanted, each))
                                .orElseThrow(() -> notFound(restaurantId, version))))
                .switchIfEmpty(Mono.error(() -> RestaurantPath.notFound(restaurantId)));
    }

    private byte[] answer(
            String shard, RestaurantId id, MenuVersion version, CommittedVersion committed) {
        Way way = sightings.find(shard, new Change(committed.publishedAt(), id, version));
        return ContractJson.mapper()
                .writeValueAsBytes(Propagation.of(version, committed, way));
    }

    private static ProblemException notFound(RestaurantId id, String version) {
        return ProblemException.of(ProblemType.VERSION_NOT_FOUND,
                "the menu of " + id + " has no version \"" + version + "\"");
    }
}
