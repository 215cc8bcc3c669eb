package carte.local.tracing;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that takes spans in and shows them as traces. */
public sealed interface TraceViewer permits Jaeger, Zipkin {

    /** Returns what the program is called. */
    String title();

    /** Returns the command that runs it. */
    List<String> command();

    /** Returns the page for people, which is also where its API is. */
    URI page();

    /** Returns a page that lists the traces of requests to the gateway with this HTTP method. */
    URI traces(String gateway, String method);

    /** Returns what has to be done on that page first, as the beginning of a sentence. */
    String beforeListing();

    /** Returns the address of one trace, with {@code {trace}} in place of its id. */
    String trace();

    /** Returns an address that answers 200 when the program is ready. */
    URI health();

    /** Returns the agent's settings that send spans there. */
    Map<String, String> agentSettings();

    /** Finds Jaeger among the directories of a search path such as {@code PATH}. */
    static Optional<Path> jaegerOn(String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, "jaeger"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
