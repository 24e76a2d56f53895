package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.media.FileFormat;
import vn.loa.media.MediaKind;
import vn.loa.media.SniffedType;

/** What comes out of files as cameras, telephones and old archives make them. */
class OddSourcesTest extends UsesFfmpeg {
    private static final String CODE = " -c:v libx264 -preset ultrafast";

    @Test
    void anUprightFilmOfATelephoneStandsUpright() throws Exception {
        // Red above, blue below, when it is held as it was filmed.
        var lying = made(
                FileFormat.MP4,
                "lying.mp4",
                "-f lavfi -i color=red:s=320x360:d=2:r=25 -f lavfi -i color=blue:s=320x360:d=2:r=25 -filter_complex [0][1]hstack"
                        + CODE);
        var bytes = Files.readAllBytes(lying.file());
        turnClockwise(bytes);
        var source = new Source(Files.write(folder.resolve("upright.mp4"), bytes), FileFormat.MP4);

        var probe = done(probed(source));
        var smallest = smallest(source, probe);

        assertThat(smallest.measurement().width()).isEqualTo(144);
        assertThat(smallest.measurement().height()).isEqualTo(256);
        assertThat(red(smallest.path(), "iw/2", "ih/8")).isGreaterThan(150);
        assertThat(red(smallest.path(), "iw/2", "7*ih/8")).isLessThan(80);
    }

    @ParameterizedTest
    @CsvSource({
        // the archive's 4:3, its 16:9 with the same pixels, odd numbers, a film smaller than the smallest, a square
        "720x576, 16/15, 192, 144",
        "720x576, 64/45, 256, 144",
        "641x361, 1/1, 256, 144",
        "96x72, 1/1, 96, 72",
        "400x400, 1/1, 144, 144",
    })
    void picturesKeepTheirShape(String size, String pixel, int width, int height) throws Exception {
        var source = made(
                FileFormat.MATROSKA,
                "shape.mkv",
                "-f lavfi -i testsrc2=d=1:s=" + size + ":r=25 -vf setsar=" + pixel + CODE + " -pix_fmt yuv444p");

        var smallest = smallest(source, done(probed(source)));

        assertThat(smallest.measurement().width()).isEqualTo(width);
        assertThat(smallest.measurement().height()).isEqualTo(height);
        assertThat(run("-i", smallest.path().toString(), "-t", "0", "-f", "null", "-"))
                .doesNotContain("SAR 16:15")
                .contains("yuv420p");
    }

    @Test
    void unevenPicturesBecomeEvenAndLastAsLong() throws Exception {
        var source = made(
                FileFormat.MATROSKA,
                "uneven.mkv",
                "-f lavfi -i testsrc2=d=6:s=320x180:r=30 -vf select='not(mod(n\\,3))+lt(t\\,2)' -fps_mode vfr" + CODE);

        var probe = done(probed(source));
        var rung = file(full(source, probe), "hls-240");

        assertThat(run("-i", rung.path().toString(), "-t", "0", "-f", "null", "-"))
                .contains("30 fps");
        assertThat(rung.measurement().duration()).isCloseTo(Duration.ofSeconds(6), FRAMES);
    }

    @ParameterizedTest
    @CsvSource({"5.1, 6", "stereo, 2", "mono, 1"})
    void everySoundBecomesOneChannelAtTheSameLoudness(String layout, int channels) throws Exception {
        var source = made(
                FileFormat.MATROSKA,
                "sound.mkv",
                "-f lavfi -i aevalsrc=0.03*(sin(1100*t)+sin(3400*t))*(0.55+0.45*sin(19*t)):d=6 -af aformat=channel_layouts="
                        + layout + " -ac " + channels + " -c:a ac3");

        var probe = done(probed(source));
        var files = done(new Encoder(ffmpeg(), PROFILES).small(source, probe, empty("out"), Progress.UNWATCHED));

        assertThat(run("-i", source.file().toString(), "-t", "0", "-f", "null", "-"))
                .as("what is encoded")
                .contains(layout);
        var said = run("-i", file(files, "A2").path().toString(), "-af", "ebur128", "-f", "null", "-");
        assertThat(said).contains("mono");
        assertThat(Double.parseDouble(said.substring(said.lastIndexOf("Summary:"))
                        .replaceAll("(?s).*?I:\\s+(-?[0-9.]+) LUFS.*", "$1")))
                .isCloseTo(-16, within(1.0));
    }

    @Test
    void channelsThatCancelOutAreHeardByOneOfThem() throws Exception {
        var source = made(
                FileFormat.WAVE,
                "inverse.wav",
                "-f lavfi -i sine=d=6:f=440 -filter_complex [0]volume=-6dB,pan=stereo|c0=c0|c1=-1*c0 -c:a pcm_s16le");

        var station = file(full(source, done(probed(source))), "station");

        assertThat(station.loudness().orElseThrow().integrated()).isCloseTo(-16, within(1.0));
    }

    @Test
    void silenceStaysSilence() throws Exception {
        var source = made(FileFormat.WAVE, "silent.wav", "-f lavfi -i anullsrc=d=4");

        var probe = done(probed(source));
        var encoder = new Encoder(ffmpeg(), PROFILES);
        var small = done(encoder.small(source, probe, empty("out"), Progress.UNWATCHED));
        var full = done(encoder.full(source, probe, empty("out"), Progress.UNWATCHED));

        assertThat(file(small, "A0").measurement().duration()).isCloseTo(Duration.ofSeconds(4), FRAMES);
        assertThat(file(full, "station").loudness().orElseThrow().isSilent()).isTrue();
    }

    @Test
    void aSoundOfOneSecondIsEncoded() throws Exception {
        var source = made(FileFormat.WAVE, "short.wav", "-f lavfi -i anoisesrc=d=1:a=0.1");

        var small = done(
                new Encoder(ffmpeg(), PROFILES).small(source, done(probed(source)), empty("out"), Progress.UNWATCHED));

        assertThat(file(small, "A2").measurement().duration()).isCloseTo(Duration.ofSeconds(1), FRAMES);
    }

    @Test
    void aFilmWithoutSoundHasNone() throws Exception {
        var source = made(FileFormat.MP4, "mute.mp4", "-f lavfi -i testsrc2=d=5:s=426x240:r=25" + CODE);
        var probe = done(probed(source));

        var smallest = smallest(source, probe);
        var full = full(source, probe);

        assertThat(smallest.measurement().duration()).isCloseTo(Duration.ofSeconds(5), FRAMES);
        assertThat(full)
                .extracting(EncodedFile::profile)
                .contains("V1", "hls-240")
                .doesNotContain("station", "waveform", "hls-audio-32");
    }

    @Test
    void pictureAndSoundThatBeginApartStayApart() throws Exception {
        // A beep and a flash at second three, in a file whose sound begins a second late.
        var source = made(
                FileFormat.MATROSKA,
                "late.mkv",
                "-f lavfi -i color=black:s=320x180:d=6:r=25,drawbox=c=white:t=fill:enable='between(t\\,3\\,3.2)'"
                        + " -itsoffset 1 -f lavfi -i aevalsrc='0.5*between(t\\,2\\,2.2)*sin(2*PI*1000*t)':d=5"
                        + CODE + " -c:a pcm_s16le");

        var smallest = smallest(source, done(probed(source)));

        assertThat(onset(smallest.path())).isCloseTo(3.0, within(0.12));
        var flash = run("-i", smallest.path().toString(), "-vf", "blackdetect=d=0.5", "-an", "-f", "null", "-");
        assertThat(Double.parseDouble(flash.replaceAll("(?s).*?black_end:([0-9.]+).*", "$1")))
                .isCloseTo(3.0, within(0.12));
    }

    @ParameterizedTest
    @CsvSource({"smpte2084", "arib-std-b67"})
    void highDynamicRangeIsShownAsOrdinaryLight(String transfer) throws Exception {
        // Half of the signal is about 100 cd/m² by either curve: a middle grey that must not look like mud, nor burn
        // out.
        var source = made(
                FileFormat.MATROSKA,
                "hdr.mkv",
                "-f lavfi -i color=gray:s=320x180:d=1:r=25 -vf format=yuv420p10le -color_trc " + transfer
                        + " -colorspace bt2020nc -color_primaries bt2020" + CODE + " -pix_fmt yuv420p10le");

        var smallest = smallest(source, done(probed(source)));

        assertThat(red(smallest.path(), "iw/2", "ih/2")).isBetween(110, 220);
        assertThat(run("-i", smallest.path().toString(), "-t", "0", "-f", "null", "-"))
                .contains("yuv420p(tv, bt709");
    }

    @Test
    void aCoverBecomesAPictureAndNotAFilm() throws Exception {
        run(
                "-f lavfi -i testsrc2=s=700x700 -frames:v 1",
                folder.resolve("cover.png").toString());
        var source = made(
                FileFormat.MP3,
                "cover.mp3",
                "-f lavfi -i anoisesrc=d=3:a=0.1 -i cover.png -map 0 -map 1 -c:a libmp3lame -c:v copy -disposition:v attached_pic");

        var probe = done(probed(source));
        var full = full(source, probe);

        assertThat(probe.isFilm()).isFalse();
        assertThat(probe.cover()).isPresent();
        assertThat(full).extracting(EncodedFile::profile).contains("station", "cover-320", "cover-640", "cover-1280");
        assertThat(file(full, "cover-1280").measurement().width()).isEqualTo(700);
    }

    @Test
    void aPictureIsMadeAnewInAllSizes() throws Exception {
        var source = made(FileFormat.PNG, "picture.png", "-f lavfi -i testsrc2=s=801x601 -frames:v 1");

        var files = done(
                new Encoder(ffmpeg(), PROFILES).small(source, done(probed(source)), empty("out"), Progress.UNWATCHED));

        assertThat(files)
                .extracting(file -> file.profile() + " " + file.contentType())
                .containsExactly(
                        "picture-320 image/avif",
                        "picture-320 image/jpeg",
                        "picture-640 image/avif",
                        "picture-640 image/jpeg",
                        "picture-1280 image/avif",
                        "picture-1280 image/jpeg");
    }

    @Test
    void interlacedPicturesOfAnArchiveAreMadeWhole() throws Exception {
        var source = made(
                FileFormat.MATROSKA,
                "interlaced.mkv",
                "-f lavfi -i testsrc2=d=2:s=640x480:r=50 -vf tinterlace=interleave_top,setfield=tff" + CODE
                        + " -flags +ilme+ildct -x264-params tff=1");
        var probe = done(probed(source));

        var rung = file(full(source, probe), "hls-480");

        assertThat(probe.picture().orElseThrow().interlaced()).isTrue();
        assertThat(combed(source.file())).isGreaterThan(30);
        // A moving pattern makes the detector wrong now and then.
        assertThat(combed(rung.path())).isLessThan(10);
    }

    /** As cameras of high definition, of tape, discs and receivers write them. */
    @ParameterizedTest
    @CsvSource({
        "MPEG_TS, field.ts, -c:v libx264 -preset ultrafast -flags +ilme+ildct -x264-params tff=1",
        "MPEG_TS, field.mts, -c:v libx264 -preset ultrafast -flags +ilme+ildct -x264-params tff=1 -mpegts_m2ts_mode 1",
        "MPEG_TS, field.m2t, -c:v mpeg2video -b:v 8M -flags +ilme+ildct -f mpegts",
        "MPEG_PS, field.vob, -c:v mpeg2video -b:v 8M -flags +ilme+ildct",
        "AVI, field.avi, -c:v dvvideo -flags +ildct",
    })
    void interlacedPicturesOfCamerasAreMadeWhole(FileFormat format, String name, String coding) throws Exception {
        var source = made(
                format,
                name,
                "-f lavfi -i testsrc2=d=2:s=720x576:r=50 -vf tinterlace=interleave_top,setfield=tff -pix_fmt yuv420p "
                        + coding);
        var probe = done(probed(source));

        var rung = file(full(source, probe), "hls-480");

        assertThat(probe.picture().orElseThrow().interlaced()).isTrue();
        assertThat(probe.picture().orElseThrow().frameRate().value()).isEqualTo(25);
        assertThat(combed(source.file())).isGreaterThan(30);
        assertThat(combed(rung.path())).isLessThan(10);
        assertThat(rung.measurement().duration()).isCloseTo(Duration.ofSeconds(2), FRAMES);
    }

    @ParameterizedTest
    @CsvSource({
        "AVI, old.avi, -c:v mjpeg -pix_fmt yuvj420p -c:a pcm_s16le",
        "AVI, xvid.avi, -c:v mpeg4 -vtag XVID -c:a libmp3lame",
        "AVI, plain.avi, -c:v rawvideo -pix_fmt yuv420p -c:a ac3",
        "MPEG_TS, telephone.ts, -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac",
        "MPEG_TS, camera.mts, -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a ac3 -mpegts_m2ts_mode 1",
        "MPEG_TS, receiver.ts, -c:v mpeg2video -c:a mp2",
        "MPEG_PS, disc.vob, -c:v mpeg2video -c:a ac3",
        "MPEG_PS, old.mpg, -c:v mpeg1video -c:a mp2",
    })
    void filmsOfCamerasReceiversDiscsAndArchivesAreEncoded(FileFormat format, String name, String coding)
            throws Exception {
        var source = made(
                format,
                name,
                "-f lavfi -i testsrc2=d=3:s=320x240:r=25 -f lavfi -i anoisesrc=d=3:a=0.1:r=48000 " + coding);
        assertThat(SniffedType.of("tep.bin", null, source.file())).satisfies(type -> {
            assertThat(type.format()).isEqualTo(format);
            assertThat(type.kind()).isEqualTo(MediaKind.VIDEO);
        });

        var probe = done(probed(source));
        var small = done(new Encoder(ffmpeg(), PROFILES).small(source, probe, empty("small"), Progress.UNWATCHED));

        assertThat(probe.duration()).isCloseTo(Duration.ofSeconds(3), FRAMES);
        assertThat(file(small, "V0").measurement().duration()).isCloseTo(Duration.ofSeconds(3), FRAMES);
        assertThat(file(small, "A0").measurement().duration()).isCloseTo(Duration.ofSeconds(3), FRAMES);
    }

    @ParameterizedTest
    @CsvSource({"studio.aiff, pcm_s16be", "studio.aif, pcm_s24be", "packed.aiff, pcm_mulaw"})
    void soundsOfStudiosAreEncoded(String name, String codec) throws Exception {
        var source = made(FileFormat.AIFF, name, "-f lavfi -i anoisesrc=d=3:a=0.1 -c:a " + codec);
        assertThat(SniffedType.of("tep.bin", null, source.file())).satisfies(type -> {
            assertThat(type.format()).isEqualTo(FileFormat.AIFF);
            assertThat(type.kind()).isEqualTo(MediaKind.AUDIO);
        });

        var small = done(
                new Encoder(ffmpeg(), PROFILES).small(source, done(probed(source)), empty("out"), Progress.UNWATCHED));

        assertThat(file(small, "A0").measurement().duration()).isCloseTo(Duration.ofSeconds(3), FRAMES);
    }

    /** How many pictures are made of the lines of two moments. */
    private int combed(Path film) throws Exception {
        var said = run("-i", film.toString(), "-vf", "setfield=prog,idet", "-an", "-f", "null", "-");
        var found = said.substring(said.lastIndexOf("Multi frame detection:"));
        return Integer.parseInt(found.replaceAll("(?s).*?TFF:\\s*(\\d+).*", "$1"))
                + Integer.parseInt(found.replaceAll("(?s).*?BFF:\\s*(\\d+).*", "$1"));
    }

    @Test
    void whereAndByWhomItWasFilmedStaysWithTheMaster() throws Exception {
        var source = made(
                FileFormat.MP4,
                "tagged.mp4",
                "-f lavfi -i testsrc2=d=2:s=320x180:r=25 -f lavfi -i anoisesrc=d=2:a=0.1 -metadata location=+22.6657+106.2579/"
                        + " -metadata artist=chi-mau -metadata:s:v handler_name=may-cua-chi -movflags use_metadata_tags"
                        + CODE + " -c:a aac");
        var probe = done(probed(source));
        var small = done(new Encoder(ffmpeg(), PROFILES).small(source, probe, empty("small"), Progress.UNWATCHED));

        assertThat(content(source.file())).contains("22.6657", "chi-mau", "may-cua-chi");
        for (var file :
                Stream.concat(small.stream(), full(source, probe).stream()).toList()) {
            assertThat(content(file.path()))
                    .as(file.profile())
                    .doesNotContain("22.6657")
                    .doesNotContain("chi-mau")
                    .doesNotContain("may-cua-chi");
        }
    }

    @Test
    void whereAPictureWasTakenStaysWithTheMaster() throws Exception {
        var source = made(FileFormat.JPEG, "gps.jpg", "-f lavfi -i testsrc2=s=400x300 -frames:v 1");
        var bytes = Files.readAllBytes(source.file());
        // Behind the beginning of the picture stands a segment for other programs: EXIF with a place.
        var exif = "Exif\0\0MM\0*\0\0\0\bGPS 22.6657".getBytes(StandardCharsets.ISO_8859_1);
        var tagged = ByteBuffer.allocate(bytes.length + 4 + exif.length)
                .put(bytes, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (2 + exif.length))
                .put(exif)
                .put(bytes, 2, bytes.length - 2);
        Files.write(source.file(), tagged.array());

        var files = done(
                new Encoder(ffmpeg(), PROFILES).small(source, done(probed(source)), empty("out"), Progress.UNWATCHED));

        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(content(file.path()))
                        .doesNotContain("22.6657")
                        .doesNotContain("Exif"));
    }

    private static String content(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private EncodedFile smallest(Source source, Probe probe) throws Exception {
        return file(
                done(new Encoder(ffmpeg(), PROFILES).small(source, probe, empty("small"), Progress.UNWATCHED)), "V0");
    }

    private List<EncodedFile> full(Source source, Probe probe) throws Exception {
        return done(new Encoder(ffmpeg(), PROFILES).full(source, probe, empty("full"), Progress.UNWATCHED));
    }

    /** The red in a small square of the first picture, from 0 to 255. */
    private int red(Path film, String x, String y) throws Exception {
        var raw = folder.resolve("raw");
        run(
                "-i",
                film.toString(),
                "-frames:v",
                "1",
                "-vf",
                "crop=2:2:" + x + ":" + y + ",format=rgb24",
                "-f",
                "rawvideo",
                raw.toString());
        return Files.readAllBytes(raw)[0] & 0xff;
    }

    /** When something is heard first, in seconds. */
    private double onset(Path film) throws Exception {
        var said = run("-i", film.toString(), "-af", "silencedetect=n=-40dB:d=0.5", "-vn", "-f", "null", "-");
        return Double.parseDouble(said.replaceAll("(?s).*?silence_end: ([0-9.]+).*", "$1"));
    }

    /** Writes the matrix of a quarter turn into the header of the only track. */
    private static void turnClockwise(byte[] bytes) {
        var header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        var matrix = ByteBuffer.allocate(36);
        for (var value : new int[] {0, 1 << 16, 0, -(1 << 16), 0, 0, 0, 0, 1 << 30}) {
            matrix.putInt(value);
        }
        System.arraycopy(matrix.array(), 0, bytes, header + 4 + 40, 36);
        assertThat(Arrays.copyOfRange(bytes, header, header + 4)).isEqualTo("tkhd".getBytes());
    }
}
