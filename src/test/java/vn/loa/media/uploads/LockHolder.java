package vn.loa.media.uploads;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Another process, which locks a file until it is ended. */
final class LockHolder {
    private LockHolder() {}

    /** Starts one; it says {@code locked} on its standard output. */
    static Process start(Path file) throws Exception {
        var classes = Path.of(LockHolder.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes.toString(),
                        LockHolder.class.getName(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** @param arguments the file */
    public static void main(String[] arguments) throws Exception {
        try (var file = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                var lock = file.lock()) {
            System.out.println(lock.isValid() ? "locked" : "none");
            System.out.flush();
            System.in.read();
        }
    }
}
