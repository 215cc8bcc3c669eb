package carte.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checkout of the sources, and what was built in it.
 *
 * @param root the directory that holds the modules
 */
record Checkout(Path root) {

    private static final String PROPERTY = "carte.home";

    /** Finds the checkout: named by a system property, else around the working directory. */
    static Checkout find() {
        String named = System.getProperty(PROPERTY);
        Path from = Path.of(named == null ? "" : named).toAbsolutePath();
        for (Path each = from; each != null; each = each.getParent()) {
            if (Files.isRegularFile(each.resolve("deploy/local/pom.xml"))) {
                return new Checkout(each);
            }
        }
        throw new StartRefused("There is no checkout of Carte around " + from + ".");
    }

    /** Returns the runnable jar of a module. */
    Path executable(Service service) {
        return executable(service.moduleName(), root.resolve(service.moduleName()));
    }

    Path issuer() {
        return executable("issuer", root.resolve("deploy/issuer"));
    }

    private static Path executable(String name, Path module) {
        Path target = module.resolve("target");
        List<Path> found = jars(target, "carte-" + name + "-", "-exec.jar");
        if (found.size() != 1) {
            throw new StartRefused((found.isEmpty() ? "There is no" : "There is more than one")
                    + " runnable jar of " + name + " in " + target
                    + ". Build with: mvn -DskipTests clean package");
        }
        return found.getFirst();
    }

    Path traceAgent() {
        return built("deploy/agent/target/opentelemetry-javaagent.jar");
    }

    Path zipkin() {
        return built("deploy/local/target/runtime/zipkin-server-exec.jar");
    }

    /** Returns where things are kept that a build makes useless. */
    Path prepared() {
        return root.resolve("deploy/local/target/prepared");
    }

    private Path built(String name) {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new StartRefused(
                    "There is no " + file + ". Build with: mvn -DskipTests package");
        }
        return file;
    }

    private static List<Path> jars(Path target, String prefix, String suffix) {
        if (!Files.isDirectory(target)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> {
                String name = String.valueOf(file.getFileName());
                return name.startsWith(prefix) && name.endsWith(suffix);
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
