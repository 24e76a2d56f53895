package vn.loa.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of file that Loa keeps, told by their first bytes and never by their name. What is in no kind here (programs, web pages,
 * SVG, playlists) is not kept.
 */
public enum FileFormat {
    AVIF(head -> head.has(4, "ftyp") && (head.has(8, "avif") || head.has(8, "avis")), "image/avif"),
    MP4_AUDIO(head -> head.has(4, "ftyp") && (head.has(8, "M4A ") || head.has(8, "M4B ")), "audio/mp4", "video/mp4"),
    MP4(
            head -> head.has(4, "ftyp") && !head.has(8, "heic") && !head.has(8, "mif1"),
            "video/mp4",
            "audio/mp4",
            "video/quicktime"),
    MATROSKA(
            head -> head.has(0, 0x1a, 0x45, 0xdf, 0xa3),
            "video/webm",
            "audio/webm",
            "video/x-matroska",
            "audio/x-matroska"),
    OGG(head -> head.has(0, "OggS"), "audio/ogg", FileFormat.OGG_FILM),
    FLAC(head -> head.has(0, "fLaC"), "audio/flac"),
    WAVE(head -> head.has(0, "RIFF") && head.has(8, "WAVE"), "audio/wav"),
    AIFF(head -> head.has(0, "FORM") && (head.has(8, "AIFF") || head.has(8, "AIFC")), "audio/aiff"),
    AVI(head -> head.has(0, "RIFF") && head.has(8, "AVI "), "video/x-msvideo"),
    MPEG_PS(FileHead::isMpegProgram, "video/mpeg", "video/mp2p"),
    JPEG(head -> head.has(0, 0xff, 0xd8, 0xff), "image/jpeg"),
    PNG(head -> head.has(0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a), "image/png"),
    GIF(head -> head.has(0, "GIF87a") || head.has(0, "GIF89a"), "image/gif"),
    WEBP(head -> head.has(0, "RIFF") && head.has(8, "WEBP"), "image/webp"),
    /** After pictures, one of which begins with the same letter. */
    MPEG_TS(FileHead::isMpegTransport, "video/mp2t", "video/mpeg"),
    /** After whatever may begin with any four bytes: of these little is certain. */
    AAC(head -> head.at(0) == 0xff && (head.at(1) & 0xf6) == 0xf0, "audio/aac"),
    MP3(head -> head.has(0, "ID3") || head.isMpegLayer3Frame(), "audio/mpeg"),
    PDF(head -> head.has(0, "%PDF-"), "application/pdf"),
    OFFICE(
            head -> head.has(0, 'P', 'K', 3, 4),
            "application/zip",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation"),
    OLD_OFFICE(
            head -> head.has(0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint"),
    WEBVTT(FileHead::isWebVtt, "text/vtt");

    private static final String OGG_FILM = "video/ogg";
    private static final String UNSAID = "application/octet-stream";

    /** How many bytes are enough to tell. */
    public static final int HEAD = 1024;

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("audio/mp3", "audio/mpeg"),
            Map.entry("audio/m4a", "audio/mp4"),
            Map.entry("audio/x-m4a", "audio/mp4"),
            Map.entry("audio/3gpp", "audio/mp4"),
            Map.entry("video/x-m4v", "video/mp4"),
            Map.entry("video/3gpp", "video/mp4"),
            Map.entry("application/mp4", "video/mp4"),
            Map.entry("application/x-matroska", "video/x-matroska"),
            Map.entry("application/ogg", "audio/ogg"),
            Map.entry("audio/opus", "audio/ogg"),
            Map.entry("audio/x-wav", "audio/wav"),
            Map.entry("audio/wave", "audio/wav"),
            Map.entry("audio/vnd.wave", "audio/wav"),
            Map.entry("audio/x-flac", "audio/flac"),
            Map.entry("audio/x-aac", "audio/aac"),
            Map.entry("audio/x-aiff", "audio/aiff"),
            Map.entry("audio/aifc", "audio/aiff"),
            Map.entry("audio/x-aifc", "audio/aiff"),
            Map.entry("video/avi", "video/x-msvideo"),
            Map.entry("video/msvideo", "video/x-msvideo"),
            Map.entry("video/vnd.avi", "video/x-msvideo"),
            Map.entry("video/x-mpeg", "video/mpeg"),
            Map.entry("video/dvd", "video/mp2p"),
            Map.entry("video/x-ms-vob", "video/mp2p"),
            Map.entry("video/mp2ts", "video/mp2t"),
            Map.entry("video/vnd.dlna.mpeg-tts", "video/mp2t"),
            // What the ending .mts means elsewhere.
            Map.entry("model/vnd.mts", "video/mp2t"),
            Map.entry("image/jpg", "image/jpeg"),
            Map.entry("application/x-pdf", "application/pdf"));

    /** Of subtitles, which are read whole: no programs agree on what the type of theirs is. */
    private static final Set<String> TEXTS = Set.of(
            "text/plain",
            "text/srt",
            "text/x-srt",
            "application/srt",
            "application/x-srt",
            "application/x-subrip",
            "text/x-ssa",
            "text/x-ass",
            "application/x-ssa",
            "application/x-ass");

    /** What is known to be of no format here, so that nobody sends it over a slow line first; archives of many files come to the page for them, which says nothing of their type. */
    private static final Set<String> NEVER = Set.of(
            "application/zip",
            "audio/mid",
            "audio/midi",
            "audio/mpegurl",
            "audio/vnd.rn-realaudio",
            "audio/x-midi",
            "audio/x-mpegurl",
            "audio/x-ms-wax",
            "audio/x-ms-wma",
            "audio/x-pn-realaudio",
            "audio/x-realaudio",
            "audio/x-scpls",
            "video/flv",
            "video/vnd.rn-realvideo",
            "video/x-flv",
            "video/x-ms-asf",
            "video/x-ms-wm",
            "video/x-ms-wmv",
            "video/x-ms-wmx",
            "video/x-pn-realvideo");

    private final Predicate<FileHead> recognises;
    private final List<String> types;

    /** @param types the media types such a file may have; the first is taken when nobody says */
    FileFormat(Predicate<FileHead> recognises, String... types) {
        this.recognises = recognises;
        this.types = List.of(types);
    }

    /**
     * @param head the first {@value #HEAD} bytes of a file, or all of a shorter one
     */
    public static Optional<FileFormat> of(byte[] head) {
        var bytes = new FileHead(head);
        return Arrays.stream(values())
                .filter(format -> format.recognises.test(bytes))
                .findFirst();
    }

    /**
     * Whether a file may be taken that is said to be of this type. Programs call sounds and films by many names, so that those pass that are not known to be
     * something else, and what their bytes are tells.
     *
     * @param declared in lower case, without parameters
     */
    public static boolean mayBeSaidToBe(String declared) {
        if (NEVER.contains(declared)) {
            return false;
        }
        return declared.equals(UNSAID)
                || declared.startsWith("audio/")
                || declared.startsWith("video/")
                || TEXTS.contains(declared)
                || OTHER_NAMES.containsKey(declared)
                || Arrays.stream(values()).anyMatch(format -> format.types.contains(declared));
    }

    /**
     * The media type of a file of this format that was said to be of some type.
     *
     * @param declared with or without parameters; null or application/octet-stream when nobody said: then the ending of its name decides
     * @param name as its owner calls it
     * @return empty when a file of this format is never of the declared type
     */
    Optional<String> typeFor(@Nullable String declared, String name) {
        var bare = declared == null ? "" : declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (bare.isEmpty() || bare.equals(UNSAID)) {
            return Optional.of(typeNamed(name.toLowerCase(Locale.ROOT)));
        }
        var type = OTHER_NAMES.getOrDefault(bare, bare);
        return types.contains(type) ? Optional.of(type) : Optional.empty();
    }

    /**
     * The same of a file of which the first bytes are known: programs call every Ogg a sound, and only those say whether it is a film.
     *
     * @param head the first {@value #HEAD} bytes of the file, or all of a shorter one
     */
    Optional<String> typeFor(@Nullable String declared, String name, byte[] head) {
        var isFilm = this == OGG && new FileHead(head).isOggFilm();
        return typeFor(declared, name).map(type -> isFilm ? OGG_FILM : type);
    }

    private String typeNamed(String name) {
        return types.stream()
                .filter(type -> name.endsWith("." + MediaAddress.extension(type)))
                .findFirst()
                .orElse(types.get(0));
    }
}
