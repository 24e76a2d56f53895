package vn.loa.programmes.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Sha256;

/**
 * What somebody wants to have in the log.
 *
 * @param key chosen by who sends it, 1 to {@value #LONGEST_KEY} characters: with the same one it is the same entry
 * @param place name of the commune in addresses
 * @param product its slug
 * @param language code
 * @param seconds how long it was heard; null for as long as it lasts
 * @param planned when it was to begin by the programme, however early or late it did; null when nobody says so. No part of what is told from another entry by
 */
public record LogEntry(
        String key,
        String place,
        Instant at,
        String product,
        String language,
        @Nullable Integer seconds,
        AiredOutcome outcome,
        String note,
        @Nullable Instant planned) {
    /** In characters. */
    public static final int LONGEST_KEY = 100;

    /** In characters. */
    public static final int LONGEST_NOTE = 500;

    /** Of what somebody confirms. */
    static final String OF_PROGRAMME = "lich";

    /** Of a line of a table. */
    static final String OF_TABLE = "bang";

    private static final List<String> KINDS = List.of(OF_PROGRAMME, OF_TABLE);
    private static final int KEY_DIGITS = 40;

    /** Of something of which nobody says when it was to begin. */
    public LogEntry(
            String key,
            String place,
            Instant at,
            String product,
            String language,
            @Nullable Integer seconds,
            AiredOutcome outcome,
            String note) {
        this(key, place, at, product, language, seconds, outcome, note, null);
    }

    /** Of everything that it says, but not of who says it. In hexadecimal digits. */
    String digest() {
        return Sha256.hex(
                String.join("\n", at.toString(), product, language, String.valueOf(seconds), outcome.code(), note));
    }

    /**
     * The same as a player of a station tells it. Players of one station play the same programme, and so choose the same keys for what each of them did.
     *
     * @param player its id
     */
    LogEntry toldBy(long player) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            // It is refused for that.
            return this;
        }
        var named = player + " " + key;
        return named(
                named.length() <= LONGEST_KEY
                        ? named
                        : player + " " + Sha256.hex(key).substring(0, KEY_DIGITS));
    }

    private LogEntry named(String other) {
        return new LogEntry(other, place, at, product, language, seconds, outcome, note, planned);
    }

    /** Whether its key follows from what was aired, and nobody has chosen it. */
    boolean isKeyed() {
        return KINDS.stream().anyMatch(kind -> key.equals(keyed(kind).key()));
    }

    /** The same with a key that follows from what was aired: for what has none, so that what is sent twice is taken once. @param kind what such keys begin with, {@link #OF_PROGRAMME} or {@link #OF_TABLE} */
    LogEntry keyed(String kind) {
        var digits = Sha256.hex(String.join("\n", place, at.toString(), product, language))
                .substring(0, KEY_DIGITS);
        return named(kind + " " + digits);
    }
}
