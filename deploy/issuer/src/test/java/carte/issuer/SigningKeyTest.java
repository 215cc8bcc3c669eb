package carte.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void isMadeOnceSoThatTokensSurviveARestart() throws Exception {
        Path file = directory.resolve("issuer/key.json");
        assertThat(SigningKey.in(file)).isEqualTo(SigningKey.in(file));
        assertThat(SigningKey.in(file).isPrivate()).isTrue();
    }

    @Test
    void isItsOwnersAlone() throws Exception {
        Path file = directory.resolve("key.json");
        var _ = SigningKey.in(file);
        assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }
}
