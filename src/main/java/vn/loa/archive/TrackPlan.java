package vn.loa.archive;

import java.util.Optional;
import java.util.function.Function;
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
    /** @throws LineRefused for a kind or a role that there is not */
    static TrackPlan of(FileWish wish, Recognition guess, Vocabulary words) {
        return new TrackPlan(
                named(wish.kind(), FileWords::kind, "file-kind", wish)
                        .or(() -> coded(TrackKind.class, guess.kind()))
                        .orElse(null),
                wish.language().isEmpty() ? guess.language() : words.code("language", wish.language()),
                named(wish.role(), FileWords::role, "file-role", wish)
                        .or(() -> coded(TrackRole.class, guess.role()))
                        .orElse(null));
    }

    private static <E> Optional<E> named(
            String written, Function<String, Optional<E>> words, String fault, FileWish wish) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        var found = words.apply(written);
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
