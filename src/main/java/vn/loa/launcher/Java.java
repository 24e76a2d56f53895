package vn.loa.launcher;

import java.nio.file.Path;

/** The Java that runs this program, for starting more of it. */
final class Java {
    private Java() {}

    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
