package vn.loa.media.transcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.media.FileFormat;
import vn.loa.media.sandbox.Sandbox;

/**
 * How ffmpeg reads a format. Pinning it keeps a playlist or a script that calls itself a film from being followed: the pinned reader only finds
 * it broken.
 */
enum Demuxer {
    MOV("mov", FileFormat.MP4, FileFormat.MP4_AUDIO, FileFormat.AVIF),
    MATROSKA("matroska", FileFormat.MATROSKA),
    OGG("ogg", FileFormat.OGG),
    FLAC("flac", FileFormat.FLAC),
    WAVE("wav", FileFormat.WAVE),
    AIFF("aiff", FileFormat.AIFF),
    AVI("avi", FileFormat.AVI),
    MPEG_PS("mpeg", FileFormat.MPEG_PS),
    MPEG_TS("mpegts", FileFormat.MPEG_TS),
    AAC("aac", FileFormat.AAC),
    MP3("mp3", FileFormat.MP3),
    JPEG("jpeg_pipe", FileFormat.JPEG),
    PNG("png_pipe", FileFormat.PNG),
    WEBP("webp_pipe", FileFormat.WEBP),
    GIF("gif", FileFormat.GIF);

    /** Decoders that are well kept; anything else is refused unread. */
    private static final List<String> DECODERS = List.of(
            "h264",
            "hevc",
            "vp8",
            "libvpx",
            "vp9",
            "libvpx-vp9",
            "av1",
            "libdav1d",
            "libaom-av1",
            "mpeg4",
            "mpeg2video",
            "mpeg1video",
            "h263",
            "mjpeg",
            "prores",
            "dnxhd",
            "theora",
            "ffv1",
            "dvvideo",
            "rawvideo",
            "png",
            "webp",
            "gif",
            "aac",
            "aac_fixed",
            "aac_latm",
            "mp3",
            "mp3float",
            "mp2",
            "mp2float",
            "opus",
            "libopus",
            "vorbis",
            "flac",
            "alac",
            "ac3",
            "eac3",
            "amrnb",
            "amrwb",
            "libopencore_amrnb",
            "libopencore_amrwb",
            "pcm_u8",
            "pcm_s8",
            "pcm_s16le",
            "pcm_s16be",
            "pcm_s24le",
            "pcm_s24be",
            "pcm_s32le",
            "pcm_s32be",
            "pcm_f32le",
            "pcm_f32be",
            "pcm_f64le",
            "pcm_f64be",
            "dca",
            "mp1",
            "mp1float",
            "pcm_alaw",
            "pcm_mulaw",
            "pcm_dvd",
            "pcm_bluray",
            // Never decoded, but a film that brings its own subtitles must not be refused for it.
            "subrip",
            "srt",
            "ass",
            "ssa",
            "mov_text",
            "webvtt",
            "text",
            "dvdsub",
            "dvbsub",
            "pgssub",
            "libzvbi_teletextdec",
            "xsub",
            "cc_dec");

    /** Codecs whose decoders have other names. */
    private static final Map<String, String> ALIASES = Map.of("amr_nb", "amrnb", "amr_wb", "amrwb");

    /** One block of memory; a picture of 8192 × 8192 with 16 bits in each of four components takes as much. */
    static final long MOST_ALLOCATED = 512L << 20;

    private final String name;
    private final List<FileFormat> formats;

    Demuxer(String name, FileFormat... formats) {
        this.name = name;
        this.formats = List.of(formats);
    }

    static Optional<Demuxer> of(FileFormat format) {
        for (var demuxer : values()) {
            if (demuxer.formats.contains(format)) {
                return Optional.of(demuxer);
            }
        }
        return Optional.empty();
    }

    /** @throws TranscodingFailed if there is none for its format */
    static List<String> input(Source source, SourceLimits limits) {
        return of(source.format())
                .orElseThrow(() -> new TranscodingFailed(
                        Failure.Reason.UNKNOWN_FORMAT, source.format().name()))
                .input(limits);
    }

    /** What stands before {@code -i}, and that itself. */
    List<String> input(SourceLimits limits) {
        return new ArrayList<>(List.of(
                "-protocol_whitelist",
                "file,pipe",
                "-f",
                name,
                "-format_whitelist",
                name,
                "-codec_whitelist",
                String.join(",", DECODERS),
                "-max_streams",
                Integer.toString(limits.streams()),
                "-max_pixels",
                Long.toString(limits.pixels()),
                "-i",
                "file:" + Sandbox.SOURCE));
    }

    /** Whether a stream of this codec, as ffprobe calls it, can be decoded here. */
    static boolean knows(String codec) {
        return DECODERS.contains(codec) || DECODERS.contains(ALIASES.getOrDefault(codec, ""));
    }
}
