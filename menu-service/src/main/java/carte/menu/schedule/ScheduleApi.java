package carte.menu.schedule;

import carte.contracts.http.CarteHeaders;
import carte.contracts.menu.RestaurantId;
import carte.kit.http.QueryParameters;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.Paged;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.SharedHeader;
import carte.kit.openapi.SharedParameter;
import carte.kit.openapi.Takes;
import carte.kit.problem.ProblemType;
import carte.kit.security.Caller;
import carte.menu.http.RestaurantPath;
import carte.menu.http.WriteRequest;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Schedules changes of a menu, shows them and calls them off. */
@RestController
@RequestMapping(path = ScheduleApi.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class ScheduleApi {

    static final String PATH = "/api/v1/restaurants/{id}/menu/schedule";

    private static final Pattern SCHEDULE_ID = Pattern
            .compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Schedules schedules;

    ScheduleApi(Schedules schedules) {
        this.schedules = schedules;
    }

    @PublicCall(id = "scheduleChanges", summary = "Schedules changes of items",
            audience = Audience.ADMINS,
            description = "They take effect by themselves as one version, with your name, within a"
                    + " second of their time.",
            parameters = {
                    SharedParameter.IF_MATCH_OPTIONAL, SharedParameter.IDEMPOTENCY_KEY})
    @Takes(value = ScheduleFields.class, example = "new-schedule.json")
    @Answers(status = HttpStatus.CREATED, value = ScheduleJson.class,
            description = "What was scheduled; the headers are the menu's as it is now.",
            example = "schedule.json", headers = {
                    SharedHeader.LOCATION, SharedHeader.ETAG, SharedHeader.MENU_VERSION})
    @Refuses({ProblemType.RESTAURANT_NOT_FOUND, ProblemType.SCHEDULE_FULL})
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> create(
            @PathVariable String id,
            ServerHttpRequest request,
            Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        WriteRequest write = WriteRequest.of(id, request, body);
        ScheduleRequest schedule = ScheduleRequest.read(write.body());
        String path = request.getPath().value();
        return schedules.create(write, schedule, caller.name())
                .map(seen -> answer(seen,
                        ResponseEntity.created(URI.create(path + "/" + seen.schedule().id()))));
    }

    @PublicCall(id = "listSchedule", summary = "Lists scheduled changes",
            audience = Audience.ADMINS,
            description = "Those to come first, the next one ahead; then those that have ended,"
                    + " the latest ahead.")
    @Paged
    @Answers(value = ScheduleJson.PageJson.class, description = "A page.",
            example = "schedules.json")
    @Refuses(ProblemType.RESTAURANT_NOT_FOUND)
    @GetMapping
    Mono<byte[]> list(@PathVariable String id, ServerHttpRequest request) {
        return schedules.list(RestaurantPath.parse(id),
                ScheduleQuery.of(new QueryParameters(request.getQueryParams())))
                .map(ScheduleJson::utf8);
    }

    @PublicCall(id = "readSchedule", summary = "Shows a scheduled change",
            audience = Audience.ADMINS)
    @Answers(value = ScheduleJson.class, description = "The change.", example = "schedule.json")
    @Refuses({ProblemType.RESTAURANT_NOT_FOUND, ProblemType.SCHEDULE_NOT_FOUND})
    @GetMapping("/{scheduleId}")
    Mono<byte[]> show(@PathVariable String id, @PathVariable String scheduleId) {
        RestaurantId restaurant = RestaurantPath.parse(id);
        return schedules.find(restaurant, scheduleId(restaurant, scheduleId))
                .map(ScheduleJson::utf8);
    }

    @PublicCall(id = "cancelSchedule", summary = "Calls a scheduled change off",
            audience = Audience.ADMINS, description = "Done again it changes nothing more.",
            parameters = {
                    SharedParameter.IF_MATCH_OPTIONAL, SharedParameter.IDEMPOTENCY_KEY})
    @Answers(value = ScheduleJson.class,
            description = "The change, which will not take effect; the headers are the menu's.",
            example = "cancelled-schedule.json", headers = {
                    SharedHeader.ETAG, SharedHeader.MENU_VERSION})
    @Refuses({ProblemType.RESTAURANT_NOT_FOUND, ProblemType.SCHEDULE_NOT_FOUND,
            ProblemType.SCHEDULE_ENDED})
    @DeleteMapping("/{scheduleId}")
    Mono<ResponseEntity<byte[]>> cancel(
            @PathVariable String id,
            @PathVariable String scheduleId,
            ServerHttpRequest request,
            Caller caller) {
        WriteRequest write = WriteRequest.of(id, request, null);
        UUID schedule = scheduleId(write.restaurantId(), scheduleId);
        return schedules.cancel(write, schedule, caller.name())
                .map(seen -> answer(seen, ResponseEntity.ok()));
    }

    private static ResponseEntity<byte[]> answer(
            Schedules.Seen seen, ResponseEntity.BodyBuilder answer) {
        return answer
                .eTag(seen.menu().entityTag())
                .header(CarteHeaders.MENU_VERSION, seen.menu().toString())
                .body(ScheduleJson.utf8(seen.schedule()));
    }

    /** An id that no schedule can have is answered like one that none has. */
    private static UUID scheduleId(RestaurantId restaurant, String text) {
        if (!SCHEDULE_ID.matcher(text).matches()) {
            throw Schedules.notFound(restaurant, text);
        }
        return UUID.fromString(text);
    }
}
