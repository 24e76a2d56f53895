package vn.loa.media.sandbox;

import vn.loa.media.sandbox.ProgramFailed.Fault;

/** A thread beside the one that waits for it. A machine that has none left is told from all other failures. */
public final class SideThread {
    private SideThread() {}

    /**
     * Begins one, which does not keep the portal from ending.
     *
     * @throws ProgramFailed if the machine has no more
     */
    public static Thread begin(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError exhausted) {
            throw noneLeft(exhausted);
        }
        return thread;
    }

    /**
     * What it means when the machine has no more threads, which Java calls want of memory, too.
     *
     * @throws OutOfMemoryError the same, when it means something else
     */
    public static ProgramFailed noneLeft(OutOfMemoryError exhausted) {
        if (String.valueOf(exhausted.getMessage()).contains("native thread")) {
            return new ProgramFailed(Fault.NOT_STARTED, "There is no thread left: " + exhausted.getMessage());
        }
        throw exhausted;
    }
}
