package carte.gateway.page;

import carte.gateway.proxy.WholeAnswer;

/** A service answered with something else than what it was asked for. */
final class Refused extends RuntimeException {

    private final transient WholeAnswer answer;

    Refused(WholeAnswer answer) {
        super("answered with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    WholeAnswer answer() {
        return answer;
    }
}
