package carte.embedded;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** The whole command line of any process: the JDK's own is cut, and blind to changed titles. */
final class CommandLine {

    private CommandLine() {}

    /** Returns the line, which is empty for a process that has ended. */
    static String of(ProcessHandle process) {
        try {
            return Files.isDirectory(Path.of("/proc/self"))
                    ? fromProc(process.pid())
                    : fromPs(process.pid());
        } catch (IOException endedMeanwhile) {
            return "";
        }
    }

    private static String fromProc(long pid) throws IOException {
        byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
        return new String(line, Charset.defaultCharset()).replace('\0', ' ').strip();
    }

    static String fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-ww", "-o", "command=", "-p", Long.toString(pid))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(ps.getInputStream().readAllBytes(), Charset.defaultCharset()).strip();
    }
}
