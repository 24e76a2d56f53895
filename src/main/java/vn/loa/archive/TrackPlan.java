package vn.loa.archive;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.Recognition;
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.common.Coded;

/**
 * What a file shall be to its product: what its line says, and for the rest what its name says.
 *
 * @param kind null when neither says
 * @param role null when neither says
 */
record TrackPlan(
        @Nullable TrackKind kind, String language, @Nullable TrackRole role) {
    private static final Map<String, TrackKind> KINDS = Map.of(
            "âm thanh", TrackKind.AUDIO,
            "phim", TrackKind.VIDEO,
            "phụ đề", TrackKind.SUBTITLE,
            "lời", TrackKind.TRANSCRIPT,
            "tài liệu", TrackKind.DOCUMENT,
            "ảnh", TrackKind.IMAGE);

    private static final Map<String, TrackRole> ROLES = Map.of(
            "bản gốc", TrackRole.ORIGINAL,
            "gốc", TrackRole.ORIGINAL,
            "lồng tiếng", TrackRole.DUB,
            "bản dịch", TrackRole.TRANSLATION,
            "ảnh bìa", TrackRole.POSTER,
            "đính kèm", TrackRole.ATTACHMENT);

    /** @throws LineRefused for a kind or a role that there is not */
    static TrackPlan of(FileWish wish, Recognition guess, Vocabulary words) {
        return new TrackPlan(
                named(wish.kind(), KINDS, TrackKind.class, "file-kind", wish)
                        .or(() -> coded(TrackKind.class, guess.kind()))
                        .orElse(null),
                wish.language().isEmpty() ? guess.language() : words.code("language", wish.language()),
                named(wish.role(), ROLES, TrackRole.class, "file-role", wish)
                        .or(() -> coded(TrackRole.class, guess.role()))
                        .orElse(null));
    }

    private static <E extends Enum<E> & Coded> Optional<E> named(
            String written, Map<String, E> names, Class<E> kind, String fault, FileWish wish) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        var word = written.toLowerCase(Locale.ROOT);
        var found = Optional.ofNullable(names.get(word)).or(() -> coded(kind, word));
        if (found.isEmpty()) {
            throw new LineRefused(SheetColumn.FILES.code(), fault, wish.path() + ": " + written);
        }
        return found;
    }

    private static <E extends Enum<E> & Coded> Optional<E> coded(Class<E> kind, @Nullable String code) {
        try {
            return code == null ? Optional.empty() : Optional.of(Coded.of(kind, code));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
