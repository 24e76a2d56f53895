package vn.loa.programmes.delivery;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.common.Coded;

/** What is sent besides the programme itself, which always is. */
public enum SentPart implements Coded {
    /** The sounds, each once. */
    SOUNDS,
    /** A calendar. */
    CALENDAR,
    /** Playlists, which lead to the sounds. */
    PLAYLISTS,
    /** A package as for stations without internet. */
    PACKAGE;

    /** In one line, for {@link #parse}. */
    static String write(Collection<SentPart> parts) {
        return parts.stream().sorted().map(SentPart::code).collect(Collectors.joining(" "));
    }

    static Set<SentPart> parse(String line) {
        var parts = EnumSet.noneOf(SentPart.class);
        Arrays.stream(line.split(" "))
                .filter(code -> !code.isEmpty())
                .forEach(code -> parts.add(Coded.of(SentPart.class, code)));
        return parts;
    }
}
