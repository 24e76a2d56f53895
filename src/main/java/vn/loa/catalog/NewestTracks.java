package vn.loa.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.media.Rendition;

/**
 * Which of the approved tracks of a work count. Of what is heard and of what is read along in one language, of films of one role in it, and of posters, there is one: the
 * newest, which was added last. The public is given no other, whether by pages, captions, streams, transcripts, search, feeds or programs, so that nothing that it has
 * contradicts anything else; when the newest is sent back, the one before counts again. Of attachments and of pages of a leaflet there may be many.
 *
 * <p>Stations, which need a file of their own, follow the same order ({@link StationSounds}).
 */
public final class NewestTracks {
    private static final String VIDEO = "vn.loa.catalog.TrackKind.VIDEO";
    private static final String STREAMED =
            "exists (select %1$sr.id from Rendition %1$sr where %1$sr.asset = %1$s.asset and %1$sr.contentType like 'video/%%' and %1$sr.segments.codecs is not null)";

    /** Of two approved ones of one place {@code n} has taken over from {@code t}, in JPQL. */
    private static final String OVERTAKEN = "n.product = t.product and n.state = vn.loa.catalog.TrackState.APPROVED"
            + " and n.position > t.position and n.kind = t.kind and n.language = t.language"
            + " and (t.kind in (vn.loa.catalog.TrackKind.AUDIO, vn.loa.catalog.TrackKind.SUBTITLE,"
            + " vn.loa.catalog.TrackKind.TRANSCRIPT) or n.role = t.role and (t.kind = " + VIDEO
            + " or t.role = vn.loa.catalog.TrackRole.POSTER))"
            + " and (t.kind <> " + VIDEO + " or not " + STREAMED.formatted("t") + " or " + STREAMED.formatted("n")
            + ")";

    private NewestTracks() {}

    /** Those of them that are approved and count, in their order. @param tracks of one product */
    public static List<Track> of(Collection<Track> tracks) {
        return tracks.stream()
                .filter(Track::isApproved)
                .filter(track -> !isOvertaken(track, tracks))
                .toList();
    }

    /** Whether everybody may have it: its product is public, and it counts there. */
    static boolean isShown(Track track) {
        return track.isPublic() && !isOvertaken(track, track.product().tracks());
    }

    /**
     * Whether another one counts in the place of this approved one, as a rule one that was added later. What cannot be played yet takes over from nothing, and a
     * film that is no stream yet not from one that is: the public would lose its pictures until all of it is made.
     *
     * @param among tracks of the same product
     */
    static boolean isOvertaken(Track track, Collection<Track> among) {
        return among.stream()
                .filter(Track::isApproved)
                .filter(other -> isOfOnePlace(other, track))
                .sorted(Comparator.comparingInt(Track::position))
                .reduce((older, newer) -> isEnough(newer, older) ? newer : older)
                .filter(counting -> !counting.equals(track))
                .isPresent();
    }

    /** That a newer one has taken over from {@code t}, as a condition in JPQL. @param more of the newer one, {@code n}; may be empty */
    static String overtaken(String more) {
        return "exists (select n.id from Track n where " + OVERTAKEN + more + ")";
    }

    /** Whether two tracks of one product are the same to it, so that only one of them can be given to the public. */
    static boolean isOfOnePlace(Track one, Track other) {
        return one.kind() == other.kind()
                && one.language().equals(other.language())
                && isSingle(one.kind(), one.role())
                && (one.role() == other.role() || isKnownByLanguage(one.kind()));
    }

    /** Whether there is one of these in a language, and a newer one takes its place. */
    static boolean isSingle(TrackKind kind, TrackRole role) {
        return kind == TrackKind.VIDEO || isKnownByLanguage(kind) || role == TrackRole.POSTER;
    }

    /** Whoever hears or reads it chooses a language and is not asked whether that is the original. */
    private static boolean isKnownByLanguage(TrackKind kind) {
        return switch (kind) {
            case AUDIO, SUBTITLE, TRANSCRIPT -> true;
            case VIDEO, DESCRIPTION, DOCUMENT, IMAGE -> false;
        };
    }

    private static boolean isEnough(Track newer, Track older) {
        return switch (newer.kind()) {
            case AUDIO -> Players.isPlayed(newer);
            case VIDEO ->
                Players.isPlayed(newer)
                        && (pictures(older).findAny().isEmpty()
                                || pictures(newer).findAny().isPresent());
            default -> true;
        };
    }

    private static Stream<Rendition> pictures(Track film) {
        return film.files()
                .filter(file -> file.contentType().startsWith("video/"))
                .filter(file -> file.segments().isPresent());
    }
}
