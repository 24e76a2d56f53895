package vn.loa.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatTest {
    @ParameterizedTest
    @CsvSource({
        "0000001c6674797069736f6d, MP4, video/mp4",
        "0000001c667479704d344120, MP4_AUDIO, audio/mp4",
        "0000001c6674797061766966, AVIF, image/avif",
        "1a45dfa3a3428681, MATROSKA, video/webm",
        "4f67675300020000, OGG, audio/ogg",
        "49443304000000, MP3, audio/mpeg",
        "fffb9064, MP3, audio/mpeg",
        "fff15080, AAC, audio/aac",
        "ffd8ffe000104a46, JPEG, image/jpeg",
        "89504e470d0a1a0a, PNG, image/png",
        "52494646aaaaaaaa57454250, WEBP, image/webp",
        "52494646aaaaaaaa57415645, WAVE, audio/wav",
        "464f524daaaaaaaa41494646, AIFF, audio/aiff",
        "464f524daaaaaaaa41494643, AIFF, audio/aiff",
        "52494646aaaaaaaa41564920, AVI, video/x-msvideo",
        "000001ba4400040004010001, MPEG_PS, video/mpeg",
        "000001ba2100010001800001, MPEG_PS, video/mpeg",
        "255044462d312e37, PDF, application/pdf",
        "504b030414, OFFICE, application/zip",
        "5745425654540a, WEBVTT, text/vtt",
        "efbbbf574542565454, WEBVTT, text/vtt"
    })
    void aFormatIsToldFromTheFirstBytes(String head, String format, String type) {
        var told = FileFormat.of(java.util.HexFormat.of().parseHex(head)).orElseThrow();
        assertThat(told.name()).isEqualTo(format);
        assertThat(told.typeFor(null, "")).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\u0090",
                "\u007fELF",
                "#!/bin/sh",
                "<svg xmlns=",
                "<!doctype html>",
                "#EXTM3U",
                "WEBVTTX",
                "ffconcat version 1.0",
                "RIFF\0\0\0\0RMID",
                "FORM\0\0\0\0ILBM",
                "\0\0\u0001\u00ba\u00ff\u00ff",
                "G",
                "a"
            })
    void programsPagesAndPlaylistsAreOfNoFormat(String head) {
        assertThat(FileFormat.of(head.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    /** Where packets begin, and how far one is from the next: plain, with arrival times, with a correction behind. */
    @ParameterizedTest
    @CsvSource({"0, 188", "4, 192", "0, 204"})
    void packetsInARowAreATransportStream(int first, int length) {
        assertThat(FileFormat.of(packets(first, length))).contains(FileFormat.MPEG_TS);
        assertThat(FileFormat.MPEG_TS.typeFor(null, "00001.MTS")).contains("video/mp2t");
    }

    /** So that arrival times which begin like a frame of MP3 do not make a sound of a film. */
    @Test
    void whatStandsBeforeTheFirstPacketMeansNothing() {
        var head = packets(4, 192);
        head[0] = (byte) 0xff;
        head[1] = (byte) 0xfb;
        head[2] = (byte) 0x90;

        assertThat(FileFormat.of(head)).contains(FileFormat.MPEG_TS);
    }

    @Property
    void aTransportStreamLacksNoPacket(
            @ForAll @IntRange(max = 4) int missing,
            @ForAll @IntRange(max = 2) int form,
            @ForAll @Size(1024) byte[] content,
            @ForAll byte other) {
        var first = form == 1 ? 4 : 0;
        var length = new int[] {188, 192, 204}[form];
        var head = packets(content, first, length);
        assertThat(FileFormat.of(head)).isPresent();

        if (other != 0x47) {
            var broken = packets(new byte[1024], first, length);
            broken[first + missing * length] = other;
            assertThat(FileFormat.of(broken)).isNotEqualTo(Optional.of(FileFormat.MPEG_TS));
        }
    }

    @Test
    void aPictureThatIsAlsoMadeOfPacketsIsAPicture() {
        var head = packets(0, 188);
        System.arraycopy("GIF89a".getBytes(StandardCharsets.US_ASCII), 0, head, 0, 6);

        assertThat(FileFormat.of(head)).contains(FileFormat.GIF);
    }

    @Test
    void aFileOfLessThanFivePacketsIsNone() {
        assertThat(FileFormat.of(java.util.Arrays.copyOf(packets(0, 188), 4 * 188)))
                .isEmpty();
    }

    private static byte[] packets(int first, int length) {
        return packets(new byte[FileFormat.HEAD], first, length);
    }

    /** Packets with content in these bytes. */
    private static byte[] packets(byte[] bytes, int first, int length) {
        for (var at = first; at + 3 < bytes.length; at += length) {
            bytes[at] = 0x47;
            bytes[at + 3] = 0x10;
        }
        return bytes;
    }

    /** Programs call both by one name, and archives by none. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, film.ogv",
                "-, film.ogg",
                "application/octet-stream, film.ogv",
                "application/ogg, film.ogx",
                "audio/ogg, film.ogg",
                "video/ogg, film.ogv"
            })
    void anOggIsAFilmWhenOneOfItsStreamsIsSeen(@Nullable String declared, String name) {
        for (var picture : new String[] {"\u0080theora\3\2\1", "OVP80\1\1", "BBCD\0", "\1video\0\0\0"}) {
            var film = ogg("fishead\0\3", "\1vorbis\0\0", picture);
            assertThat(FileFormat.of(film)).contains(FileFormat.OGG);
            assertThat(FileFormat.OGG.typeFor(declared, name, film)).as(picture).contains("video/ogg");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, tieng.ogg", "application/ogg, tieng.ogg", "audio/opus, tieng.opus", "audio/ogg, tieng.oga"})
    void anOggOfSoundsIsASound(@Nullable String declared, String name) {
        for (var sound : new String[] {"\1vorbis\0\0", "OpusHead\1", "\177FLAC", "Speex   "}) {
            assertThat(FileFormat.OGG.typeFor(declared, name, ogg("fishead\0\3", sound)))
                    .as(sound)
                    .contains("audio/ogg");
        }
    }

    @Test
    void whatAPictureInAnOggWouldBeginWithMeansNothingElsewhere() {
        var words = ogg("OpusHead\1");
        var comments = oggPage(0, "OpusTags\u0080theora");
        assertThat(FileFormat.OGG.typeFor(null, "a.ogg", joined(words, comments, oggPage(2, "\u0080theora"))))
                .contains("audio/ogg");
        assertThat(FileFormat.OGG.typeFor("video/mp4", "a.ogv", ogg("\u0080theora")))
                .isEmpty();
        assertThat(FileFormat.MP4.typeFor(null, "a.mp4", ogg("\u0080theora"))).contains("video/mp4");
    }

    @Property
    void anOggThatIsCutOffOrLiesAboutItsLengthsIsReadToItsEnd(@ForAll @Size(max = 1024) byte[] rest) {
        var head = joined("OggS\0\2".getBytes(StandardCharsets.ISO_8859_1), rest);

        assertThat(FileFormat.OGG.typeFor(null, "a.ogg", head)).isPresent();
    }

    /** The first pages of an Ogg with these streams, by what their first packets begin with. */
    private static byte[] ogg(String... streams) {
        return joined(java.util.Arrays.stream(streams)
                .map(stream -> oggPage(2, stream))
                .toArray(byte[][]::new));
    }

    /** One page with one packet of forty bytes. */
    private static byte[] oggPage(int flags, String begin) {
        var packet = java.util.Arrays.copyOf(begin.getBytes(StandardCharsets.ISO_8859_1), 40);
        var header = java.util.Arrays.copyOf("OggS".getBytes(StandardCharsets.US_ASCII), 28);
        header[5] = (byte) flags;
        header[26] = 1;
        header[27] = (byte) packet.length;
        return joined(header, packet);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void aDeclaredTypeMayChooseAmongThoseOfAFormatButNotAnother() {
        assertThat(FileFormat.MP4.typeFor("audio/mp4", "")).contains("audio/mp4");
        assertThat(FileFormat.MP4.typeFor("Audio/MP4; codecs=\"mp4a.40.2\"", ""))
                .contains("audio/mp4");
        assertThat(FileFormat.MP4.typeFor("application/octet-stream", "")).contains("video/mp4");
        assertThat(FileFormat.MP3.typeFor("audio/mp3", "")).contains("audio/mpeg");
        assertThat(FileFormat.MP3.typeFor("video/mp4", "")).isEmpty();
        assertThat(FileFormat.PDF.typeFor("image/png", "")).isEmpty();
        assertThat(FileFormat.AVI.typeFor("video/avi", "")).contains("video/x-msvideo");
        assertThat(FileFormat.MPEG_TS.typeFor("model/vnd.mts", "")).contains("video/mp2t");
        assertThat(FileFormat.AIFF.typeFor("video/avi", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/octet-stream",
                "audio/x-new-codec",
                "video/x-camera",
                "video/x-matroska",
                "application/ogg",
                "image/jpeg",
                "image/jpg",
                "application/pdf",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "text/plain",
                "text/vtt",
                "application/x-subrip",
                "model/vnd.mts"
            })
    void whatMayBeTakenMayBeAnnounced(String declared) {
        assertThat(FileFormat.mayBeSaidToBe(declared)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/svg+xml",
                "application/x-msdownload",
                "application/vnd.apple.mpegurl",
                "application/javascript",
                "image/heic",
                "video/x-ms-wmv",
                "video/x-flv",
                "audio/x-ms-wma",
                "audio/midi",
                "audio/x-mpegurl",
                "application/zip"
            })
    void whatIsNeverTakenMayNotBeAnnounced(String declared) {
        assertThat(FileFormat.mayBeSaidToBe(declared)).isFalse();
    }

    @Property
    void anyBytesAreOfOneFormatOrNone(@ForAll @Size(max = FileFormat.HEAD) byte[] head) {
        FileFormat.of(head)
                .ifPresent(format -> assertThat(format.typeFor(null, "")).isPresent());
    }

    @Test
    void what_nobody_declares_is_told_by_the_ending_of_its_name_among_what_its_bytes_allow() {
        assertThat(FileFormat.OFFICE.typeFor(null, "Tài liệu.DOCX"))
                .contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(FileFormat.OLD_OFFICE.typeFor("application/octet-stream", "so-lieu.xls"))
                .contains("application/vnd.ms-excel");
        assertThat(FileFormat.PDF.typeFor(null, "la-word.docx")).contains("application/pdf");
    }
}
