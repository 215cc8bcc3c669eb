package carte.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.util.Locale;

/** The operating system ({@code linux}, {@code darwin}) and processor of this machine. */
record Platform(String system, boolean arm) {

    static Platform current() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        if (!name.contains("linux") && !name.contains("mac")) {
            throw new IllegalStateException(
                    "servers can be embedded on Linux and macOS, not " + name);
        }
        return new Platform(
                name.contains("mac") ? "darwin" : "linux",
                processor.equals("aarch64") || processor.equals("arm64"));
    }

    static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }
}
