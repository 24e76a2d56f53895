package vn.loa.media.sandbox;

import java.util.List;
import java.util.regex.Pattern;

/** Tells from how a command ended whether the program behind all that stands before it was begun. */
final class Beginning {
    /** From here to 127: what runs a program could not begin to. The programs that read foreign files never end so. */
    private static final int NOT_BEGUN = 125;

    private static final int SIGNAL = 128;

    /**
     * How what stands before a program says that it could not run it, or that the program could not be linked. Such lines
     * begin like this; what is quoted of a file never does.
     */
    private static final Pattern OURS = Pattern.compile("^(?:/\\S*/)?(?:bwrap|choom|nice|prlimit|setpriv|setsid): "
            + "|^\\S+: (?:error while loading shared libraries|symbol lookup error|relocation error): "
            + "|^\\S+: \\S+: version `\\S+' not found "
            + "|^Inconsistency detected by ld\\.so: ");

    private Beginning() {}

    static boolean wasMade(int exit, List<String> lines) {
        return (exit < NOT_BEGUN || exit >= SIGNAL)
                && lines.stream().noneMatch(line -> OURS.matcher(line).find());
    }
}
