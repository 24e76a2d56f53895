package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.media.FileFormat;
import vn.loa.media.transcode.Failure.Reason;
import vn.loa.media.transcode.VideoStream.Transfer;

class ProberTest extends UsesFfmpeg {
    private static final String PICTURE = "-f lavfi -i testsrc2=d=%d:s=%s:r=25";
    private static final String TONE = "-f lavfi -i sine=d=%d";
    private static final String SMALL = "-c:v libx264 -preset ultrafast";

    @Test
    void aFilmIsDescribedAsPeopleSeeIt() throws Exception {
        var plain = made(
                FileFormat.MP4,
                "plain.mp4",
                PICTURE.formatted(2, "720x576") + " -vf setsar=16/15 " + SMALL + " -pix_fmt yuv420p");
        var probe = done(probed(plain));
        var picture = probe.picture().orElseThrow();

        assertThat(probe.isFilm()).isTrue();
        assertThat(probe.duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(probe.audio()).isEmpty();
        assertThat(picture.width()).isEqualTo(768);
        assertThat(picture.height()).isEqualTo(576);
        assertThat(picture.frameRate().value()).isEqualTo(25);
        assertThat(picture.variableFrameRate()).isFalse();
    }

    @Test
    void theLightOfNewCamerasIsTold() throws Exception {
        var source = made(
                FileFormat.MATROSKA,
                "hdr.mkv",
                PICTURE.formatted(1, "320x180")
                        + " -pix_fmt yuv420p10le -c:v libx264 -preset ultrafast -color_trc smpte2084 -colorspace bt2020nc -color_primaries bt2020");

        var picture = done(probed(source)).picture().orElseThrow();

        assertThat(picture.transfer()).isEqualTo(Transfer.PQ);
    }

    @Test
    void theSoundThatTheFileCallsItsDefaultIsTheMainOne() throws Exception {
        var source = made(
                FileFormat.MATROSKA,
                "two.mkv",
                TONE.formatted(3) + " " + TONE.formatted(3)
                        + " -map 0 -map 1 -c:a flac -metadata:s:a:0 language=eng -metadata:s:a:1 language=vie -disposition:a:0 0 -disposition:a:1 default");

        var probe = done(probed(source));

        assertThat(probe.audio()).hasSize(2);
        assertThat(probe.mainAudio().orElseThrow().index()).isEqualTo(1);
    }

    @Test
    void aFileWithoutBytesIsEmpty() throws Exception {
        assertRefused(Reason.EMPTY, FileFormat.MP4, new byte[0]);
    }

    @Test
    void aFilmOfOnePictureOrOfNextToNothingIsTooShortAndAPictureBesideASoundIsNot() throws Exception {
        var one = made(FileFormat.MP4, "one.mp4", PICTURE.formatted(1, "320x180") + " -frames:v 1 " + SMALL);
        var slow =
                made(FileFormat.MATROSKA, "slow.mkv", "-f lavfi -i testsrc2=d=9:s=320x180:r=1/4 -frames:v 1 " + SMALL);
        var heard = made(
                FileFormat.MATROSKA,
                "heard.mkv",
                "-f lavfi -i testsrc2=d=0.04:s=320x180:r=25 " + TONE.formatted(2) + " -c:a flac " + SMALL);
        var two = made(FileFormat.MP4, "two.mp4", PICTURE.formatted(1, "320x180") + " -frames:v 2 " + SMALL);

        assertThat(failed(probed(one)).reason()).isEqualTo(Reason.TOO_SHORT);
        assertThat(failed(probed(one)).isData()).isTrue();
        assertThat(failed(probed(slow)).reason()).isEqualTo(Reason.TOO_SHORT);
        assertThat(done(probed(heard)).duration()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(done(probed(two)).isFilm()).isTrue();
    }

    @Test
    void aFilmWhoseEndIsMissingIsTruncated() throws Exception {
        var index = Files.readAllBytes(made(
                        FileFormat.MP4,
                        "first.mp4",
                        PICTURE.formatted(8, "320x180") + " " + SMALL + " -movflags +faststart")
                .file());
        var last = Files.readAllBytes(made(FileFormat.MP4, "last.mp4", PICTURE.formatted(8, "320x180") + " " + SMALL)
                .file());
        var matroska =
                Files.readAllBytes(made(FileFormat.MATROSKA, "whole.mkv", PICTURE.formatted(8, "320x180") + " " + SMALL)
                        .file());
        var flac = Files.readAllBytes(made(FileFormat.FLAC, "whole.flac", TONE.formatted(8) + " -c:a flac")
                .file());

        assertRefused(Reason.TRUNCATED, FileFormat.MP4, half(index));
        assertRefused(Reason.TRUNCATED, FileFormat.MP4, half(last));
        assertRefused(Reason.TRUNCATED, FileFormat.MATROSKA, half(matroska));
        assertRefused(Reason.TRUNCATED, FileFormat.FLAC, half(flac));
        var avi = Files.readAllBytes(made(FileFormat.AVI, "whole.avi", PICTURE.formatted(8, "320x180") + " " + SMALL)
                .file());
        assertRefused(Reason.TRUNCATED, FileFormat.AVI, half(avi));
        var aiff = Files.readAllBytes(
                made(FileFormat.AIFF, "whole.aiff", TONE.formatted(8)).file());
        assertRefused(Reason.TRUNCATED, FileFormat.AIFF, half(aiff));
    }

    @Test
    void aHeaderThatLiesAboutTheLengthIsNotBelieved() throws Exception {
        var source = made(FileFormat.MP4, "long.mp4", TONE.formatted(5) + " -c:a aac");
        var bytes = Files.readAllBytes(source.file());
        var header = find(bytes, "mvhd") + 4 + 4 + 8 + 4;
        ByteBuffer.wrap(bytes).putInt(header, 360_000_000);
        Files.write(source.file(), bytes);

        assertThat(done(probed(source)).duration()).isCloseTo(Duration.ofSeconds(5), FRAMES);
    }

    @Test
    void whatCannotBePlayedWithoutAKeyIsRefused() throws Exception {
        var source = made(
                FileFormat.MP4,
                "locked.mp4",
                PICTURE.formatted(1, "320x180") + " " + SMALL
                        + " -encryption_scheme cenc-aes-ctr -encryption_key 0123456789abcdef0123456789abcdef -encryption_kid 0123456789abcdef0123456789abcdef");

        assertThat(failed(probed(source)).reason()).isEqualTo(Reason.ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 300})
    void moreStreamsThanAnyoneNeedsAreRefused(int streams) throws Exception {
        var source = made(
                FileFormat.MATROSKA,
                "many.mkv",
                TONE.formatted(1) + " " + "-map 0 ".repeat(streams) + "-c:a pcm_s16le");

        assertThat(failed(probed(source)).reason()).isEqualTo(Reason.TOO_MANY_STREAMS);
    }

    @Test
    void moreStreamsThanAnyoneNeedsAreRefusedAlsoWhereTheReaderOnlyMentionsThem() throws Exception {
        var many = TONE.formatted(1) + " " + "-map 0 ".repeat(17) + "-c:a mp2";

        assertThat(failed(probed(made(FileFormat.AVI, "many.avi", many))).reason())
                .isEqualTo(Reason.TOO_MANY_STREAMS);
        assertThat(failed(probed(made(FileFormat.MPEG_TS, "many.ts", many))).reason())
                .isEqualTo(Reason.TOO_MANY_STREAMS);
    }

    @Test
    void aFileWithoutSoundAndPictureIsRefused() throws Exception {
        Files.writeString(folder.resolve("words.srt"), "1\n00:00:00,000 --> 00:00:01,000\nXin chào\n");
        var source = made(FileFormat.MATROSKA, "words.mkv", "-i words.srt -c:s srt");

        assertThat(failed(probed(source)).reason()).isEqualTo(Reason.NO_STREAMS);
    }

    @Test
    void aCodingThatIsNotReadHereIsNamed() throws Exception {
        var source = made(
                FileFormat.MATROSKA, "old.mkv", PICTURE.formatted(1, "320x180") + " -c:v snow -strict experimental");

        var failure = failed(probed(source));

        assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN_CODEC);
        assertThat(failure.detail()).contains("snow");
    }

    @Test
    void aSoundWithAnEnormousCoverIsRefused() throws Exception {
        var sound = Files.readAllBytes(
                made(FileFormat.MP3, "plain.mp3", TONE.formatted(2) + " -id3v2_version 0 -c:a libmp3lame")
                        .file());
        var cover = new ByteArrayOutputStream();
        cover.writeBytes("\0image/png\0\u0003\0".getBytes(StandardCharsets.ISO_8859_1));
        cover.writeBytes(enormousPng(30_000));
        var size = cover.size() + 10;
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {
            'I',
            'D',
            '3',
            3,
            0,
            0,
            (byte) (size >> 21 & 127),
            (byte) (size >> 14 & 127),
            (byte) (size >> 7 & 127),
            (byte) (size & 127)
        });
        bytes.writeBytes("APIC".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(ByteBuffer.allocate(6).putInt(cover.size()).array());
        bytes.writeBytes(cover.toByteArray());
        bytes.writeBytes(sound);

        assertRefused(Reason.PICTURE_TOO_LARGE, FileFormat.MP3, bytes.toByteArray());
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsRefused() throws Exception {
        assertRefused(Reason.PICTURE_TOO_LARGE, FileFormat.PNG, enormousPng(16_384));
    }

    @Test
    void boxesLargerThanTheWorldAreOnlyABrokenFile() throws Exception {
        var bytes = ByteBuffer.allocate(64);
        bytes.putInt(16).put("ftypisom".getBytes(StandardCharsets.ISO_8859_1)).putInt(0);
        bytes.putInt(1).put("moov".getBytes(StandardCharsets.ISO_8859_1)).putLong(Long.MAX_VALUE);
        bytes.putInt(1).put("trak".getBytes(StandardCharsets.ISO_8859_1)).putLong(-1);

        assertThat(refusal(FileFormat.MP4, bytes.array()).isData()).isTrue();
    }

    @Test
    void aProgramOrAPageThatCallsItselfAFilmIsRefused() throws Exception {
        var program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';

        assertThat(refusal(FileFormat.MP4, program).isData()).isTrue();
        assertThat(refusal(
                                FileFormat.MP4,
                                "<!doctype html><script>alert(1)</script>"
                                        .repeat(200)
                                        .getBytes(StandardCharsets.UTF_8))
                        .isData())
                .isTrue();
    }

    @Test
    void aSandboxThatBreaksRefusesNoFile() throws Exception {
        var source = made(FileFormat.WAVE, "tone.wav", TONE.formatted(1));
        // It works when the portal starts, and not any more when files come.
        var breaking = tool("bwrap", "case \"$*\" in *-version) exit 0;; esac; echo 'bwrap: Cannot fork' >&2; exit 1");

        var failure = failed(new Prober(withTools(breaking), SourceLimits.USUAL).probe(source, empty("broken")));

        assertThat(failure.reason()).isEqualTo(Reason.NOT_STARTED);
        assertThat(failure.isData()).isFalse();
        assertThat(failure.detail()).contains("Cannot fork");
    }

    @Test
    void howLongAFileMayBeReadDependsOnItsSizeAlone() throws Exception {
        var source = made(FileFormat.WAVE, "tone.wav", TONE.formatted(1));
        var noted = folder.resolve("noted");
        var tools = tool(
                "prlimit", "echo \"$@\" >> " + noted + "; while [ \"$1\" != -- ]; do shift; done; shift; exec \"$@\"");
        // Inside of bubblewrap nobody could take notes.
        tool("bwrap", "exit 1");

        done(new Prober(withTools(tools), SourceLimits.USUAL).probe(source, empty("noting")));

        assertThat(Files.readAllLines(noted))
                .filteredOn(line -> line.contains("-f null"))
                .singleElement()
                .asString()
                .contains("--cpu=301:306 ");
        assertThat(FfmpegLimits.counting(5_000_000_000L, FfmpegSettings.USUAL_SILENCE)
                        .wall())
                .isEqualTo(Duration.ofSeconds(300 + 1000));
        assertThat(FfmpegLimits.counting(5_000_000_000L, FfmpegSettings.USUAL_SILENCE)
                        .cpu())
                .isEqualTo(Duration.ofSeconds(300 + 1000));
    }

    @Test
    void lookingLeavesNothingBehind() throws Exception {
        probed(made(FileFormat.WAVE, "tone.wav", TONE.formatted(1)));

        assertThat(folder.resolve("probing")).isEmptyDirectory();
    }

    private void assertRefused(Reason reason, FileFormat format, byte[] bytes) throws Exception {
        assertThat(refusal(format, bytes))
                .as(format.name())
                .extracting(Failure::reason)
                .isEqualTo(reason);
    }

    private Failure refusal(FileFormat format, byte[] bytes) throws Exception {
        return failed(probed(new Source(Files.write(folder.resolve("refused"), bytes), format)));
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static int find(byte[] bytes, String word) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(word);
    }

    /** A real picture of one bit for each pixel: a few kilobytes that unfold to gigabytes. */
    private static byte[] enormousPng(int side) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 1).array());
        var deflater = new Deflater();
        var row = new byte[1 + (side + 7) / 8];
        var buffer = new byte[64 * 1024];
        var data = new ByteArrayOutputStream();
        for (var y = 0; y <= side; y++) {
            if (y == side) {
                deflater.finish();
            } else {
                deflater.setInput(row);
            }
            for (var n = deflater.deflate(buffer); n > 0; n = deflater.deflate(buffer)) {
                data.write(buffer, 0, n);
            }
        }
        chunk(out, "IDAT", data.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        var name = type.getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
