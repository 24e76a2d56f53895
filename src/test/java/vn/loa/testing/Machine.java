package vn.loa.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this machine may have or not. What is not tested for want of it is said where everyone who runs the tests sees it. Where it must
 * not be wanting, {@code LOA_TESTS_REQUIRE} names it, separated by commas from other things, and its tests fail instead: a build
 * machine names what it has installed.
 */
public final class Machine {
    private Machine() {}

    /** Whether there is such a program. @param untested what has not been tested then */
    public static boolean hasProgram(String name, String untested) {
        var there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .anyMatch(Files::isExecutable);
        return has(there, name, untested);
    }

    /**
     * Says what is wanting, if it is.
     *
     * @param what its name in the setting
     * @param untested what has not been tested then
     * @throws AssertionError if it must not be wanting
     */
    public static boolean has(boolean there, String what, String untested) {
        if (!there) {
            var lack = what + " is wanting here: " + untested + ".";
            if (required().contains(what)) {
                throw new AssertionError(lack);
            }
            System.err.println("WARNING: " + lack);
        }
        return there;
    }

    private static List<String> required() {
        return Optional.ofNullable(System.getenv("LOA_TESTS_REQUIRE")).stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .map(String::strip)
                .toList();
    }
}
