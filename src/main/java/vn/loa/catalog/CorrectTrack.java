package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.media.processing.Dubbing;

/** Puts right what a file was taken for when it came, as long as nobody has approved it: nothing is sent or made a second time for it. */
@ApplicationScoped
@Transactional
public class CorrectTrack {
    @Inject
    private Products products;

    @Inject
    private TrackEditing editing;

    @Inject
    private SubtitleSheets sheets;

    @Inject
    private Dubbing dubbing;

    @Inject
    private FitDubs dubs;

    /**
     * What a track shall be.
     *
     * @param kind null when it stays
     * @param language a code; null when it stays
     * @param role null when it stays
     */
    public record Corrected(
            @Nullable TrackKind kind,
            @Nullable String language,
            @Nullable TrackRole role) {
        boolean isOf(Track track) {
            return track.kind() == of(track.kind(), kind)
                    && track.language().equals(of(track.language(), language))
                    && track.role() == of(track.role(), role);
        }

        private static <T> T of(T before, @Nullable T now) {
            return now == null ? before : now;
        }
    }

    /**
     * @param isSeen whether a version of the track is one that they have looked at
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws vn.loa.common.InvalidInput when there is no such language, or the kind, its files and the role do not go together
     * @throws vn.loa.editorial.TransitionRefused when it is approved, or changes words that are
     */
    public TrackChange correct(String slug, long id, Corrected wanted, LongPredicate isSeen, Actor by) {
        ProductPolicy.requireStaff(by);
        return products.track(slug, id)
                .map(track -> correct(track, wanted, isSeen, by))
                .orElseGet(TrackChange.Unknown::new);
    }

    private TrackChange correct(Track track, Corrected wanted, LongPredicate isSeen, Actor by) {
        ProductPolicy.requireEditor(by, track.product());
        // A film and a dub that come at the same time must not miss each other.
        products.lock(track.product());
        if (!isSeen.test(track.version())) {
            return new TrackChange.Stale();
        }
        if (!wanted.isOf(track)) {
            var wasDub = track.isDub();
            editing.correctTrack(
                    track,
                    Corrected.of(track.kind(), wanted.kind()),
                    Corrected.of(track.language(), wanted.language()),
                    Corrected.of(track.role(), wanted.role()),
                    by);
            sheets.of(track).ifPresent(sheet -> sheet.correct(track.language()));
            products.flush();
            if (wasDub && !track.isDub()) {
                track.asset().ifPresent(dubbing::leave);
            }
            dubs.begin(track);
            dubs.follow(track);
        }
        return new TrackChange.Done(TrackStatus.of(track));
    }
}
