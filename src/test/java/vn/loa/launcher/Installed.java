package vn.loa.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs that this machine may have or not. */
final class Installed {
    private Installed() {}

    /**
     * Whether there is such a program. If not, that is said where everyone who runs the tests sees it.
     *
     * @param lack what has not been tested then
     */
    static boolean program(String name, String lack) {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .anyMatch(Files::isExecutable);
        if (!there) {
            System.err.println("WARNING: " + name + " is not installed: " + lack + ".");
        }
        return there;
    }
}
