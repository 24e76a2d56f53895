package vn.loa.archive;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.common.Coded;
import vn.loa.common.Messages;

/** What a sheet calls kinds and roles of files: as the pages of the portal do, in each of its languages that whoever writes sheets reads. What an export writes is read again. */
final class FileWords {
    private static final List<String> LANGUAGES = List.of("vi", "en");
    private static final String KIND = "send.kind.";
    private static final String ROLE = "send.role.";

    private static final Map<String, TrackKind> KINDS =
            names(TrackKind.values(), KIND, Map.of("lời", TrackKind.TRANSCRIPT));
    private static final Map<String, TrackRole> ROLES =
            names(TrackRole.values(), ROLE, Map.of("gốc", TrackRole.ORIGINAL));

    private FileWords() {}

    private static <E extends Coded> Map<String, E> names(E[] all, String prefix, Map<String, E> others) {
        var names = new HashMap<String, E>(others);
        for (var each : all) {
            names.put(each.code(), each);
            for (var language : LANGUAGES) {
                names.putIfAbsent(folded(word(Messages.in(language), prefix, each.code())), each);
            }
        }
        return Map.copyOf(names);
    }

    private static String word(Messages words, String prefix, String code) {
        return words.has(prefix + code) ? words.text(prefix + code).toLowerCase(Locale.ROOT) : code;
    }

    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name or code; empty when there is none. */
    static Optional<TrackKind> kind(String written) {
        return Optional.ofNullable(KINDS.get(folded(written)));
    }

    static Optional<TrackRole> role(String written) {
        return Optional.ofNullable(ROLES.get(folded(written)));
    }

    /** What people call a kind. @param code its code */
    static String ofKind(String code, Messages words) {
        return word(words, KIND, code);
    }

    static String ofRole(String code, Messages words) {
        return word(words, ROLE, code);
    }
}
