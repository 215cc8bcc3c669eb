package carte.gateway.page;

import carte.contracts.json.ContractJson;
import carte.gateway.proxy.WholeAnswer;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.io.UncheckedIOException;
import java.time.Duration;
import tools.jackson.core.JacksonException;

/** Reads what services answer when all is well. */
final class ServiceJson {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private ServiceJson() {}

    /**
     * Returns the body as an object of this type.
     *
     * @param service who answered, as people know it
     * @throws ProblemException 503 if the service has failed; 502 if it answered anything else
     */
    static <T> T read(String service, WholeAnswer answer, Class<T> type) {
        if (answer.status() >= 500) {
            throw ProblemException.unavailable(
                    service + " answered " + answer.status(), RETRY_AFTER, null);
        }
        if (answer.status() != 200) {
            throw ProblemException.of(
                    ProblemType.BAD_GATEWAY, service + " answered " + answer.status());
        }
        try {
            return ContractJson.mapper().readValue(answer.plainBody(), type);
        } catch (JacksonException | UncheckedIOException | IllegalArgumentException
                | NullPointerException _) {
            throw ProblemException.of(ProblemType.BAD_GATEWAY,
                    service + " gave an answer that cannot be read");
        }
    }
}
