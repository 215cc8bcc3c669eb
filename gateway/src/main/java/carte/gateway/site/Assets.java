package carte.gateway.site;

import carte.gateway.file.ServedFile;
import carte.kit.digest.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The styles, scripts and pictures of the pages. Their addresses have the digest of all of them in
 * it, so that browsers keep them for good and scripts find each other beside themselves.
 */
public final class Assets {

    static final String PATH = "/assets/";

    private static final String OURS = "classpath*:carte/gateway/site/assets/*";
    private static final String THEIRS = "classpath*:META-INF/resources/webjars/";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json");

    private final Map<String, ServedFile> files;
    private final String version;

    private Assets(Map<String, ServedFile> files) {
        this.files = files;
        this.version = Sha256.hex(files.entrySet().stream()
                .map(file -> file.getKey() + "=" + file.getValue().digest())
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8), 6);
    }

    /** Reads those of this class path. */
    static Assets read() {
        Map<String, ServedFile> files = new TreeMap<>();
        try {
            // The first on the class path is the one.
            add(files, OURS);
            add(files, THEIRS + "htmx.org/*/dist/htmx.min.js");
            add(files, THEIRS + "htmx-ext-sse/*/sse.js");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Assets(files);
    }

    private static void add(Map<String, ServedFile> files, String pattern) throws IOException {
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            String name = String.valueOf(resource.getFilename());
            String type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            if (type != null) {
                files.putIfAbsent(name, ServedFile.of(type, resource.getContentAsByteArray()));
            }
        }
    }

    /** Returns the address of a file; it is a mistake to ask for one that is not there. */
    public String address(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return PATH + version + "/" + name;
    }

    Optional<ServedFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** Tells whether what has this version in its address is what is here. */
    boolean isCurrent(String askedVersion) {
        return version.equals(askedVersion);
    }
}
