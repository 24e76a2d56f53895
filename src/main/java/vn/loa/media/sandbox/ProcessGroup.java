package vn.loa.media.sandbox;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

/** All programs of one session that {@code setsid} began. */
final class ProcessGroup {
    private ProcessGroup() {}

    /** Kills them all, those included whose parents have ended. Nothing happens when there are none. */
    static void kill(long leader) {
        var program = Executables.ofSystem().find("kill");
        if (program.isEmpty()) {
            return;
        }
        try {
            var kill = new ProcessBuilder(program.get().toString(), "-KILL", "--", "-" + leader)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            kill.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            // Its known descendants are killed one by one all the same.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
