package carte.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.local.data.DataDirectory.DataRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void isMadeWhereThereIsNone() {
        try (var data = DataDirectory.open(directory.resolve("a/b"))) {
            assertThat(data.log("gateway").getParent()).isDirectory();
        }
    }

    @Test
    void keepsDataBetweenRuns() throws IOException {
        try (var first = DataDirectory.open(directory)) {
            Files.writeString(first.resolve("loaded"), "demo");
        }
        try (var second = DataDirectory.open(directory)) {
            assertThat(second.resolve("loaded")).hasContent("demo");
        }
    }

    @Test
    void refusesASecondOwnerWhileTheFirstLives() {
        try (var first = DataDirectory.open(directory)) {
            assertThatThrownBy(() -> DataDirectory.open(directory))
                    .isInstanceOf(DataRefused.class)
                    .hasMessageContaining("already running on " + first.root())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
        }
        DataDirectory.open(directory).close();
    }

    @Test
    void refusesADirectoryOfSomeoneElseAndTouchesNothing() throws IOException {
        Path thesis = Files.writeString(directory.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> DataDirectory.open(directory))
                .isInstanceOf(DataRefused.class)
                .hasMessageContaining("not Carte's");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(thesis);
        }
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");
        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(DataRefused.class)
                .hasMessageContaining("is not a directory");
    }

    @Test
    void forgetsAllButFollowsNoLinks() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "x");
        try (var data = DataDirectory.open(directory.resolve("data"))) {
            Files.createDirectories(data.resolve("postgres/base"));
            Files.writeString(data.resolve("postgres/base/1"), "x");
            Files.createSymbolicLink(data.resolve("link"), outside);
            data.forget();
            assertThat(data.resolve("postgres")).doesNotExist();
            assertThat(data.resolve("link")).doesNotExist();
            assertThat(data.resolve("logs")).isEmptyDirectory();
            assertThatThrownBy(() -> DataDirectory.open(data.root()))
                    .hasMessageContaining("already running");
        }
        assertThat(outside.resolve("precious")).exists();
        DataDirectory.open(directory.resolve("data")).close();
    }
}
