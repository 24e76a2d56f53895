package vn.loa.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a part and waits to be killed; for {@link PartTest}. Argument: where the part writes. */
final class Orphanage {
    private Orphanage() {}

    public static void main(String[] args) throws InterruptedException {
        Part.start("sleeper", "TERM", PartTest.SLEEPER, Map.of(), Path.of(args[0]));
        new java.util.concurrent.CountDownLatch(1).await();
    }

    static List<String> command(Path log) {
        return List.of(
                Java.program(),
                "-cp",
                System.getProperty("java.class.path"),
                Orphanage.class.getName(),
                log.toString());
    }

    /** As a leader of a process group, which a terminal or a time limit may signal as a whole. */
    static List<String> inItsOwnGroup(Path log) {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(command(log));
        return command;
    }
}
