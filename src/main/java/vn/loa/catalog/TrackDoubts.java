package vn.loa.catalog;

import java.util.List;
import java.util.stream.Stream;
import vn.loa.taxonomy.Medium;

/** What those who work on a product are told of a track because of the others: nothing is wrong with its file. */
final class TrackDoubts {
    private static final String WORDS = "media.among.";

    private TrackDoubts() {}

    static Stream<Warning> of(Track track) {
        if (track.state() == TrackState.REJECTED) {
            return Stream.empty();
        }
        var others = track.product().tracks().stream()
                .filter(other -> other != track && other.state() != TrackState.REJECTED)
                .toList();
        return Stream.concat(place(track, others), work(track, others)).map(TrackDoubts::warning);
    }

    /** Which of several the public is given. */
    private static Stream<String> place(Track track, List<Track> others) {
        var rivals = others.stream()
                .filter(other -> NewestTracks.isOfOnePlace(other, track))
                // They have said already that one takes the place of the other.
                .filter(other ->
                        !track.places().contains(other) && !other.places().contains(track))
                .toList();
        var isBehind = rivals.stream().anyMatch(other -> other.isApproved() && position(other) > position(track));
        if (isBehind
                && (!track.isApproved()
                        || NewestTracks.isOvertaken(track, track.product().tracks()))) {
            return Stream.of("overtaken");
        }
        return rivals.stream().anyMatch(other -> position(other) < position(track))
                ? Stream.of("overtakes")
                : Stream.empty();
    }

    /** Words that replace others are given the place of those. */
    private static int position(Track track) {
        var places = track.places();
        return track.kind().isWritten() && !places.isEmpty()
                ? places.get(places.size() - 1).position()
                : track.position();
    }

    /** Whether it goes with what the work is otherwise. */
    private static Stream<String> work(Track track, List<Track> others) {
        if (track.isDub() && others.stream().noneMatch(other -> other.isFilm() || other.isOriginalSound())) {
            return Stream.of("dub-alone");
        }
        return track.isFilm() && track.product().current().genre().medium() == Medium.AUDIO
                ? Stream.of("film-for-ears")
                : Stream.empty();
    }

    private static Warning warning(String code) {
        return Warning.of(code, messages -> messages.text(WORDS + code));
    }
}
