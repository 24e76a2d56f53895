package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.media.FileFormat;

class EmblemEncodingTest extends UsesFfmpeg {
    /** The one that browsers fetch with each first page has a limit, whatever is drawn. */
    @ParameterizedTest
    @ValueSource(strings = {"color=red:s=300x200", "testsrc2=s=640x640", "nullsrc=s=512x512,geq=random(1)*255:128:128"})
    void theIconOfPagesIsLightWhateverThePictureIs(String picture) throws Exception {
        var source = made(FileFormat.PNG, "emblem.png", "-f lavfi -i %s -frames:v 1".formatted(picture));

        var files = done(new Encoder(ffmpeg(), PROFILES).emblem(source, done(probed(source)), empty("out")));

        assertThat(files)
                .extracting(EncodedFile::profile)
                .containsExactlyInAnyOrder("square-192", "square-512", "icon", "page");
        var icon = files.stream()
                .filter(file -> file.profile().equals("icon"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.size(icon.path())).isBetween(1L, 2_000L);
        assertThat(icon.measurement().width())
                .isEqualTo(icon.measurement().height())
                .isBetween(16, 48);
    }
}
