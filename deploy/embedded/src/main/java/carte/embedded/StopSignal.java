package carte.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How a process is asked to stop in order. */
enum StopSignal {

    /** SIGTERM. */
    TERMINATE {
        @Override
        void send(ProcessHandle process) {
            process.destroy();
        }
    },

    /** SIGINT: PostgreSQL takes SIGTERM as a request to wait until its clients have gone. */
    INTERRUPT {
        @Override
        void send(ProcessHandle process) {
            try {
                new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException("could not interrupt " + process.pid(), failure);
            }
        }
    };

    abstract void send(ProcessHandle process);
}
