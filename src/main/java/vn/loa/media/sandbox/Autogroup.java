package vn.loa.media.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How far a session stands back behind others on a kernel that shares processors out by sessions (autogroup, sched(7)): there nice counts only among the programs of
 * one session, and each program of the sandbox has a session of its own. For one thread.
 */
final class Autogroup {
    /** The kernel takes ten such orders a second from all ordinary accounts together; it is asked again for some seconds. */
    private static final int MOST_TRIES = 50;

    private static final int SESSION = 3;
    private static final Path SWITCH = Path.of("/proc/sys/kernel/sched_autogroup_enabled");

    private final long leader;
    private final int niceness;
    private int triesLeft;

    /** @param leader the process that begins the session, or will do so in a moment */
    Autogroup(long leader, int niceness) {
        this.leader = leader;
        this.niceness = niceness;
        this.triesLeft = niceness > 0 && isInUse() ? MOST_TRIES : 0;
    }

    /** Asks for it once more, unless it is done or was in vain too often. */
    void standBack() {
        if (triesLeft > 0) {
            triesLeft = isDone() ? 0 : triesLeft - 1;
        }
    }

    private boolean isDone() {
        try {
            // Before it has a session of its own, the order would be one to the portal.
            if (!leadsSession()) {
                return false;
            }
            Files.writeString(of("autogroup"), Integer.toString(niceness), StandardOpenOption.WRITE);
            return true;
        } catch (IOException e) {
            // Too many orders at once, or it has ended.
            return false;
        }
    }

    private boolean leadsSession() throws IOException {
        var stat = Files.readString(of("stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return fields[SESSION].equals(Long.toString(leader));
    }

    private Path of(String name) {
        return Path.of("/proc", Long.toString(leader), name);
    }

    private static boolean isInUse() {
        try {
            return Files.readString(SWITCH).startsWith("1");
        } catch (IOException e) {
            return false;
        }
    }
}
