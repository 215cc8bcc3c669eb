package carte.local.contract;

import carte.local.contract.ApiDocument.Operation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to send.
 *
 * @param what it tries, in a few words
 * @param expected whether it has to be taken or refused
 * @param target path and query, encoded
 * @param body empty without one
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Attempt(Operation operation, String what, Expected expected, String target,
        Map<String, String> headers, byte[] body) {

    /** What the answer has to be, beside documented. */
    public enum Expected {
        /** 2xx or 3xx. */
        TAKEN,
        /** 4xx. */
        REFUSED,
        /** Anything below 500: rules that no schema can state may forbid it. */
        ANY
    }

    Attempt named(String newWhat, Expected newExpected) {
        return new Attempt(operation, newWhat, newExpected, target, headers, body);
    }

    Attempt to(String newTarget) {
        return new Attempt(operation, what, expected, newTarget, headers, body);
    }

    Attempt with(String header, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new Attempt(operation, what, expected, target, changed, body);
    }

    Attempt without(String header) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(header);
        return new Attempt(operation, what, expected, target, changed, body);
    }

    Attempt carrying(byte[] newBody) {
        return new Attempt(operation, what, expected, target, headers, newBody);
    }

    @Override
    public String toString() {
        return operation.method() + " " + target + " (" + operation.id() + ", " + what + ")";
    }
}
