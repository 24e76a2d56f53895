package vn.loa.media.transcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A master playlist of HLS (RFC 8216), put together from what may be played now. A value; knows no database.
 *
 * @param videos of one film; empty for a sound alone
 * @param audio each in each bit rate; those with the same {@link Audio#group} are alternatives in other languages
 * @param subtitles in any order
 * @param defaultLanguage of which the sound is chosen when the player has no wish: code by BCP 47
 */
public record MasterPlaylist(List<Video> videos, List<Audio> audio, List<Subtitles> subtitles, String defaultLanguage) {
    private static final String SUBTITLES = "subtitles";

    /**
     * @param address of its media playlist, absolute or relative to the master
     * @param audioGroup the group of sounds that goes well with it; empty when the film is silent
     */
    public record Video(String address, MediaPlaylist playlist, int width, int height, Optional<String> audioGroup) {}

    /**
     * @param group such as {@code audio-64}
     * @param language by BCP 47
     * @param name for people, in that language
     */
    public record Audio(String group, String address, MediaPlaylist playlist, String language, String name) {}

    /**
     * @param language by BCP 47
     * @param name for people, in that language
     */
    public record Subtitles(String address, String language, String name) {}

    public MasterPlaylist {
        videos = List.copyOf(videos);
        audio = List.copyOf(audio);
        subtitles = List.copyOf(subtitles);
    }

    /**
     * As it is sent. Each film comes with the sounds of its group; each group of sounds can be heard alone, too, which is how players save
     * data when the picture is not wanted. The lowest film stands first: that is what a player begins with.
     */
    public String text() {
        var lines = new ArrayList<>(List.of("#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"));
        audio.forEach(sound -> lines.add(line(sound)));
        subtitles.forEach(text -> lines.add(line(text)));
        videos.stream()
                .sorted(Comparator.comparingInt(video -> video.playlist().averageBandwidth()))
                .forEach(video -> lines.addAll(variant(video)));
        groups().forEach((group, sounds) -> lines.addAll(variant(group, sounds)));
        return String.join("\n", lines) + "\n";
    }

    private String line(Audio sound) {
        var isDefault = sound.language().equals(defaultLanguage);
        return new Attributes("#EXT-X-MEDIA:")
                .word("TYPE", "AUDIO")
                .quoted("GROUP-ID", sound.group())
                .quoted("LANGUAGE", sound.language())
                .quoted("NAME", sound.name())
                .word("DEFAULT", isDefault ? "YES" : "NO")
                .word("AUTOSELECT", "YES")
                .quoted("CHANNELS", Integer.toString(sound.playlist().channels().orElse(1)))
                .quoted("URI", sound.address())
                .text();
    }

    private static String line(Subtitles text) {
        return new Attributes("#EXT-X-MEDIA:")
                .word("TYPE", "SUBTITLES")
                .quoted("GROUP-ID", SUBTITLES)
                .quoted("LANGUAGE", text.language())
                .quoted("NAME", text.name())
                .word("DEFAULT", "NO")
                .word("AUTOSELECT", "YES")
                .word("FORCED", "NO")
                .quoted("URI", text.address())
                .text();
    }

    private List<String> variant(Video video) {
        var sounds = video.audioGroup()
                .map(group -> groups().getOrDefault(group, List.of()))
                .orElse(List.of());
        var picture = video.playlist();
        var attributes = bandwidth(sounds, picture.peakBandwidth(), picture.averageBandwidth())
                .quoted("CODECS", codecs(Stream.concat(Stream.of(picture.codecs()), codecsOf(sounds))))
                .word("RESOLUTION", video.width() + "x" + video.height());
        picture.frameRate().ifPresent(rate -> attributes.word("FRAME-RATE", String.format(Locale.ROOT, "%.3f", rate)));
        if (!sounds.isEmpty()) {
            attributes.quoted("AUDIO", sounds.get(0).group());
        }
        return addressed(attributes, video.address());
    }

    private List<String> variant(String group, List<Audio> sounds) {
        var first = sounds.stream()
                .filter(sound -> sound.language().equals(defaultLanguage))
                .findFirst()
                .orElse(sounds.get(0));
        var attributes = bandwidth(sounds, 0, 0)
                .quoted("CODECS", codecs(codecsOf(sounds)))
                .quoted("AUDIO", group);
        return addressed(attributes, first.address());
    }

    private List<String> addressed(Attributes attributes, String address) {
        if (!subtitles.isEmpty()) {
            attributes.quoted("SUBTITLES", SUBTITLES);
        }
        return List.of(attributes.text(), address);
    }

    /** The most expensive of the alternatives counts (RFC 8216, 4.3.4.2). */
    private static Attributes bandwidth(List<Audio> sounds, int peak, int average) {
        var peaks = sounds.stream()
                .mapToInt(sound -> sound.playlist().peakBandwidth())
                .max()
                .orElse(0);
        var averages = sounds.stream()
                .mapToInt(sound -> sound.playlist().averageBandwidth())
                .max()
                .orElse(0);
        return new Attributes("#EXT-X-STREAM-INF:")
                .word("BANDWIDTH", Integer.toString(peak + peaks))
                .word("AVERAGE-BANDWIDTH", Integer.toString(average + averages));
    }

    private Map<String, List<Audio>> groups() {
        return audio.stream().collect(Collectors.groupingBy(Audio::group, TreeMap::new, Collectors.toList()));
    }

    private static Stream<String> codecsOf(List<Audio> sounds) {
        return sounds.stream().map(sound -> sound.playlist().codecs());
    }

    private static String codecs(Stream<String> codecs) {
        return codecs.distinct().collect(Collectors.joining(","));
    }

    /** An attribute list (RFC 8216, 4.2). Not for several threads. */
    private static final class Attributes {
        private final StringBuilder text;
        private String separator = "";

        Attributes(String tag) {
            this.text = new StringBuilder(tag);
        }

        Attributes word(String name, String value) {
            text.append(separator).append(name).append('=').append(value);
            separator = ",";
            return this;
        }

        /** A quoted string holds neither quotes nor line breaks. */
        Attributes quoted(String name, String value) {
            return word(name, '"' + value.replace('"', '\u2019').replaceAll("\\R", " ") + '"');
        }

        String text() {
            return text.toString();
        }
    }
}
