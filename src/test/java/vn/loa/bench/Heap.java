package vn.loa.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The heap of another virtual machine, told by {@code jcmd} of this JDK. */
final class Heap {
    /** Of a generation; a space within one stands in percent. */
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

    private final long pid;

    Heap(ProcessHandle machine) {
        this.pid = machine.pid();
    }

    /** What is in use after everything that is not has been collected, in bytes. */
    long live() throws IOException {
        ask("GC.run");
        var used = USED.matcher(ask("GC.heap_info"));
        long kib = 0;
        while (used.find()) {
            kib += Long.parseLong(used.group(1));
        }
        if (kib == 0) {
            throw new IOException("jcmd does not tell the heap of process " + pid);
        }
        return kib * 1024;
    }

    private String ask(String command) throws IOException {
        Process process = new ProcessBuilder(JCMD.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
