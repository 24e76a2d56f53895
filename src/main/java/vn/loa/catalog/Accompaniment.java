package vn.loa.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.catalog.Player.Caption;
import vn.loa.catalog.Player.Storyboard;
import vn.loa.common.Texts;
import vn.loa.media.Rendition;

/** Chooses what goes along with what plays: subtitles, and the pictures by which one finds a place. */
final class Accompaniment {
    private Accompaniment() {}

    /**
     * Subtitles are on from the start, as many watch without sound and some cannot hear: those that were chosen, else those in the language of the voice,
     * else those in the language of the pages, else those in Vietnamese.
     */
    static List<Caption> captions(String slug, List<Track> tracks, Listening wanted) {
        var newest = NewestTracks.of(tracks).stream()
                .filter(track -> track.kind() == TrackKind.SUBTITLE)
                .filter(track -> words(track).isPresent())
                .toList();
        var first = Stream.of(wanted.subtitles(), wanted.language(), wanted.pages(), Texts.FALLBACK)
                .filter(language ->
                        newest.stream().anyMatch(track -> track.language().equals(language)))
                .findFirst();
        return newest.stream()
                .flatMap(track -> words(track).stream()
                        .map(file -> new Caption(
                                track.language(),
                                Players.address(slug, track, file),
                                first.filter(track.language()::equals).isPresent(),
                                track.standsIn())))
                .toList();
    }

    private static Optional<Rendition> words(Track subtitles) {
        return subtitles
                .files()
                .filter(file -> file.contentType().startsWith("text/vtt"))
                .findFirst();
    }

    /** Dubs have no pictures of their own: those of the film do for all. */
    static Optional<Storyboard> storyboard(String slug, List<Track> tracks, String language) {
        return NewestTracks.of(tracks).stream()
                .filter(track -> track.kind() == TrackKind.VIDEO)
                .sorted(Track.filmFor(language))
                .flatMap(track -> pictures(slug, track, "image/")
                        .flatMap(sheet -> pictures(slug, track, "text/vtt").map(times -> new Storyboard(sheet, times)))
                        .stream())
                .findFirst();
    }

    private static Optional<String> pictures(String slug, Track track, String type) {
        return track.asset().stream()
                .flatMap(asset -> asset.renditions().stream())
                .filter(rendition -> rendition.profile().equals(Players.STORYBOARD)
                        && rendition.contentType().startsWith(type))
                .map(rendition -> Players.address(slug, track, rendition))
                .findFirst();
    }
}
