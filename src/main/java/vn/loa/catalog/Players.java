package vn.loa.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.Player.Source;
import vn.loa.catalog.Player.Stream;
import vn.loa.catalog.Player.Voice;
import vn.loa.media.Rendition;

/** Chooses what plays: the voice by the visitor's language, the file by the visitor's data. */
final class Players {
    /** For loudspeaker stations: to download, never to play in a browser. */
    static final String STATION = "station";

    static final String STORYBOARD = "storyboard";

    /** What an address calls the film in the size that suits the line. */
    private static final String STREAM = "hls";

    /** What suits a phone best comes first; a master is the last resort. */
    static final List<String> FILM = List.of("V1", "V0");

    /** Every phone plays it. */
    static final String FIRST_SOUND = "A0";

    static final List<String> SOUND = List.of(FIRST_SOUND, "A2", "A1");

    private static final Set<String> PLAYABLE =
            Set.of("audio/mp4", "audio/mpeg", "audio/webm", "audio/ogg", "video/mp4", "video/webm");

    private Players() {}

    /** Absent when no approved track has sound. @param tracks approved ones of one product */
    static Optional<Player> of(String slug, List<Track> tracks, Listening wanted) {
        Map<String, List<Track>> byLanguage = new LinkedHashMap<>();
        var heard = tracks.stream()
                .filter(track -> track.kind() == TrackKind.AUDIO || track.kind() == TrackKind.VIDEO)
                .filter(Players::isPlayed)
                .toList();
        heard.stream()
                .filter(track -> !NewestTracks.isOvertaken(track, heard))
                .forEach(track -> byLanguage
                        .computeIfAbsent(track.language(), language -> new ArrayList<>())
                        .add(track));
        return chosen(byLanguage, wanted).map(language -> player(slug, tracks, byLanguage, language, wanted));
    }

    static boolean isPlayed(Track track) {
        return track.files().anyMatch(Players::isPlayed);
    }

    private static Optional<String> chosen(Map<String, List<Track>> byLanguage, Listening wanted) {
        if (byLanguage.containsKey(wanted.language())) {
            return Optional.of(wanted.language());
        }
        if (byLanguage.containsKey(wanted.pages())) {
            return Optional.of(wanted.pages());
        }
        return byLanguage.entrySet().stream()
                .filter(voice -> voice.getValue().stream().anyMatch(track -> track.role() == TrackRole.ORIGINAL))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> byLanguage.keySet().stream().findFirst());
    }

    private static Player player(
            String slug, List<Track> tracks, Map<String, List<Track>> byLanguage, String language, Listening wanted) {
        var voices = byLanguage.entrySet().stream()
                .map(voice -> voice(
                        slug,
                        voice.getValue(),
                        streaming(slug, tracks, voice.getKey(), wanted),
                        wanted,
                        voice.getKey().equals(language)))
                .toList();
        var voice = voices.stream().filter(Voice::chosen).findFirst().orElseThrow();
        var streamed = voice.stream() != null && voice.stream().needed();
        var sources = sources(slug, byLanguage.getOrDefault(language, List.of())).stream()
                .map(source -> source.choose(
                        !streamed && source.url().equals(voice.source().url())))
                .toList();
        return new Player(
                slug,
                voice.source().video() || streamed,
                language,
                voice.source(),
                voices,
                sources,
                Accompaniment.captions(slug, tracks, wanted),
                wanted.light()
                        ? null
                        : Accompaniment.storyboard(slug, tracks, language).orElse(null),
                voice.duration(),
                wanted.millis());
    }

    /** Light pages have none: the smallest files are what they are for. */
    private static Optional<Streaming> streaming(String slug, List<Track> tracks, String language, Listening wanted) {
        return wanted.light()
                ? Optional.empty()
                : Streaming.of(slug, tracks, language)
                        .filter(found -> found.best().isPresent());
    }

    private static Voice voice(
            String slug, List<Track> tracks, Optional<Streaming> streaming, Listening wanted, boolean chosen) {
        var language = tracks.get(0).language();
        var sources = sources(slug, tracks);
        var named = sources.stream()
                .filter(source -> source.profile().equals(wanted.profile()))
                .findFirst();
        var source = named.orElseGet(() -> best(sources, wanted.light()));
        var small = sources.stream()
                .filter(Source::video)
                .findFirst()
                .filter(least -> named.isEmpty() && !least.url().equals(source.url()))
                .orElse(null);
        var stream = streaming
                .flatMap(found -> stream(found, wanted, source, named.isEmpty()))
                .orElse(null);
        var note = tracks.stream().flatMap(t -> t.label().stream()).findFirst().orElse(null);
        return new Voice(language, note, source, small, stream, duration(tracks), chosen);
    }

    private static Optional<Stream> stream(Streaming found, Listening wanted, Source source, boolean free) {
        var needed = wanted.profile().equals(STREAM) || free && !source.video();
        return found.best()
                .map(picture -> new Stream(
                        found.address(), found.bytes(picture), picture.height().orElse(0), needed, free));
    }

    private static Source best(List<Source> sources, boolean light) {
        var films = sources.stream().filter(Source::video).toList();
        if (light && !films.isEmpty()) {
            return films.get(0);
        }
        return sources.stream()
                .min(Comparator.comparing((Source s) -> !s.video())
                        .thenComparing(s -> rank(s.video() ? FILM : SOUND, s.profile()))
                        .thenComparing(Source::bytes))
                .orElseThrow();
    }

    private static int rank(List<String> order, String profile) {
        var place = order.indexOf(profile);
        return place < 0 ? order.size() : place;
    }

    private static @Nullable Duration duration(List<Track> tracks) {
        return tracks.stream()
                .flatMap(track -> track.asset().flatMap(asset -> asset.duration()).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<Source> sources(String slug, List<Track> tracks) {
        return tracks.stream()
                .flatMap(track -> sources(slug, track).stream())
                .sorted(Comparator.comparingLong(Source::bytes))
                .toList();
    }

    /** Smallest first; a master only when nothing else plays. */
    private static List<Source> sources(String slug, Track track) {
        var playable = track.files().filter(Players::isPlayed).toList();
        var encoded = playable.stream().filter(r -> !r.isMaster()).toList();
        return (encoded.isEmpty() ? playable : encoded)
                .stream()
                        .map(r -> source(slug, track, r))
                        .sorted(Comparator.comparingLong(Source::bytes))
                        .toList();
    }

    /** Whether a browser plays it by itself. */
    static boolean isPlayed(Rendition file) {
        return PLAYABLE.contains(file.contentType()) && !file.profile().equals(STATION) && file.isPlayable();
    }

    private static Source source(String slug, Track track, Rendition rendition) {
        return new Source(
                rendition.profile(),
                address(slug, track, rendition),
                rendition.contentType(),
                rendition.bytes(),
                rendition.height().orElse(null),
                false);
    }

    static String address(String slug, Track track, Rendition rendition) {
        return rendition.address(slug, track.language());
    }
}
