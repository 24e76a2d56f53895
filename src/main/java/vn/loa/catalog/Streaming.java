package vn.loa.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.media.MediaAddress;
import vn.loa.media.Rendition;
import vn.loa.media.transcode.MasterPlaylist;
import vn.loa.media.transcode.MasterPlaylist.Audio;
import vn.loa.media.transcode.MasterPlaylist.Subtitles;
import vn.loa.media.transcode.MasterPlaylist.Video;
import vn.loa.media.transcode.MediaPlaylist;
import vn.loa.media.transcode.StreamNames;
import vn.loa.taxonomy.Language;

/**
 * What of a product can be played by HLS, beginning in one language.
 *
 * @param language code of the language that is heard
 * @param pictures of one film, smallest first; empty when it is only heard
 * @param voices sounds by the code of their language
 * @param subtitles by the code of their language
 */
record Streaming(
        String slug,
        String language,
        List<Rendition> pictures,
        Map<String, List<Rendition>> voices,
        Map<String, Rendition> subtitles) {
    /** What is heard with small pictures. */
    static final String SMALL_SOUND = "hls-audio-32";

    static final String GOOD_SOUND = "hls-audio-64";

    /** The picture from which on the better sound is worth its bytes. */
    private static final int GOOD_SIDE = 360;

    /** Absent when nothing of it can be streamed in this language. @param tracks approved ones of one product */
    static Optional<Streaming> of(String slug, List<Track> tracks, String language) {
        var newest = NewestTracks.of(tracks);
        var films = newest.stream()
                .filter(track ->
                        track.kind() == TrackKind.VIDEO && !pictures(track).isEmpty())
                .sorted(Track.filmFor(language))
                .toList();
        Map<String, List<Rendition>> voices = new LinkedHashMap<>();
        // A dub of its own comes before what another film says.
        var own = newest.stream().filter(track -> track.kind() == TrackKind.AUDIO);
        Stream.concat(own, films.stream())
                .filter(track -> !sounds(track).isEmpty())
                .forEach(track -> voices.putIfAbsent(track.language(), sounds(track)));
        var silent = films.stream().anyMatch(film -> film.language().equals(language)) && voices.isEmpty();
        if (!voices.containsKey(language) && !silent) {
            return Optional.empty();
        }
        return Optional.of(new Streaming(
                slug,
                language,
                films.stream().findFirst().map(Streaming::pictures).orElse(List.of()),
                voices,
                subtitles(newest)));
    }

    /** The lengths of the shorter edge that a 16:9 picture of this encoding has. */
    static int side(Rendition picture) {
        return StreamNames.side(picture.profile());
    }

    /** Its largest picture; absent when none is worth a player of its own, since small ones are files. */
    Optional<Rendition> best() {
        return pictures.stream().filter(picture -> side(picture) >= GOOD_SIDE).reduce((smaller, larger) -> larger);
    }

    /** Of the master playlist, from the root of the portal. */
    String address() {
        return MediaAddress.masterPlaylist(slug, language);
    }

    /** How much the whole film of this size weighs with its sound. */
    long bytes(Rendition picture) {
        var group = group(picture);
        return picture.bytes()
                + voices.getOrDefault(language, List.of()).stream()
                        .filter(sound -> group(sound).equals(group))
                        .mapToLong(Rendition::bytes)
                        .findFirst()
                        .orElse(0);
    }

    /** The master playlist. @param languages all that there are */
    String master(List<Language> languages) {
        var known = languages.stream().collect(Collectors.toMap(Language::code, found -> found));
        var sounds = new ArrayList<Audio>();
        voices.forEach((code, renditions) -> renditions.forEach(sound -> sounds.add(
                new Audio(group(sound), address(sound), playlist(sound), tag(known, code), name(known, code)))));
        var groups = sounds.stream().map(Audio::group).distinct().toList();
        var videos = pictures.stream()
                .map(picture -> new Video(
                        address(picture),
                        playlist(picture),
                        picture.width().orElse(0),
                        picture.height().orElse(0),
                        groups.stream()
                                .filter(group(picture)::equals)
                                .findFirst()
                                .or(() -> groups.stream().findFirst())))
                .toList();
        var texts = subtitles.entrySet().stream()
                .map(text ->
                        new Subtitles(address(text.getValue()), tag(known, text.getKey()), name(known, text.getKey())))
                .toList();
        return new MasterPlaylist(videos, sounds, texts, tag(known, language)).text();
    }

    /** The playlists of those files of a track that an address means. @param texts the playlist of a file that is cut, by its hash */
    static Stream<String> playlists(
            String slug, Track track, String hashPrefix, Function<String, Optional<String>> texts) {
        return track.files()
                .filter(rendition -> rendition.sha256().startsWith(hashPrefix))
                .flatMap(rendition -> playlist(track, rendition, texts).stream()
                        .map(text -> located(text, rendition.address(slug, track.language()))));
    }

    /** A playlist with the address of the file that it cuts. */
    static String located(String playlist, String address) {
        return playlist.replace(MediaPlaylist.ADDRESS, address);
    }

    private static Optional<String> playlist(
            Track track, Rendition rendition, Function<String, Optional<String>> texts) {
        return rendition
                .segments()
                .flatMap(cut -> texts.apply(rendition.sha256()))
                .or(() -> rendition
                        .duration()
                        .filter(length -> track.kind() == TrackKind.SUBTITLE && isText(rendition))
                        .map(MediaPlaylist::whole));
    }

    private static List<Rendition> pictures(Track track) {
        return segmented(track, "video/")
                .sorted(Comparator.comparingInt(Streaming::side))
                .toList();
    }

    private static List<Rendition> sounds(Track track) {
        return segmented(track, "audio/").toList();
    }

    private static Stream<Rendition> segmented(Track track, String type) {
        return track.files()
                .filter(rendition -> rendition.contentType().startsWith(type))
                .filter(rendition -> rendition.segments().isPresent());
    }

    private static Map<String, Rendition> subtitles(List<Track> tracks) {
        Map<String, Rendition> found = new LinkedHashMap<>();
        tracks.stream()
                .filter(track -> track.kind() == TrackKind.SUBTITLE)
                .forEach(track -> track.files()
                        .filter(rendition ->
                                isText(rendition) && rendition.duration().isPresent())
                        .findFirst()
                        .ifPresent(text -> found.put(track.language(), text)));
        return found;
    }

    private static boolean isText(Rendition rendition) {
        return rendition.contentType().startsWith("text/vtt");
    }

    /** The sounds that go well with a picture, or those that a sound is one of. */
    private static String group(Rendition rendition) {
        var profile = rendition.profile();
        if (StreamNames.isSound(profile)) {
            return StreamNames.group(profile);
        }
        return StreamNames.group(side(rendition) < GOOD_SIDE ? SMALL_SOUND : GOOD_SOUND);
    }

    private String address(Rendition rendition) {
        return MediaAddress.mediaPlaylist(slug, rendition.sha256());
    }

    /** As a master playlist needs it, which says where the text of each is found. */
    private static MediaPlaylist playlist(Rendition rendition) {
        var cut = rendition.segments().orElseThrow();
        return new MediaPlaylist(
                "", cut.codecs(), cut.peakBandwidth(), cut.averageBandwidth(), cut.frameRate(), cut.channels());
    }

    private static String tag(Map<String, Language> known, String code) {
        var language = known.get(code);
        return language == null ? code : language.bcp47();
    }

    private static String name(Map<String, Language> known, String code) {
        var language = known.get(code);
        return language == null ? code : language.endonym();
    }
}
