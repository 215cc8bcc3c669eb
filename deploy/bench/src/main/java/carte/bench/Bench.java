package carte.bench;

import carte.local.console.Progress;
import carte.local.suite.LocalSuite;
import java.nio.file.Path;

/**
 * What a measurement works with.
 *
 * @param data the directory of the run
 */
record Bench(LocalSuite suite, Restaurants restaurants, Progress progress, Path data) {

    PublicApi api() {
        return new PublicApi(suite.gateway(), () -> suite.token("operator"));
    }

    void say(String text) {
        progress.line("", text);
    }
}
