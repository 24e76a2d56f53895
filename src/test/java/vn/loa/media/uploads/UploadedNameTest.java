package vn.loa.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadedNameTest {
    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\phim\\con bò.mp4, con bò.mp4",
        "phim\u202Egpj.exe, phimgpj.exe",
        "'a\r\nSet-Cookie: b', a Set-Cookie: b",
        "'\u0000\u0007tiếng.mp3', tiếng.mp3",
        ".., upload",
        "/, upload",
        "'', upload",
    })
    void aNameIsShownWithoutPathAndWithoutWhatCannotBeSeen(String sent, String shown) {
        assertThat(UploadedName.ofMetadata("filename " + base64(sent)).name()).isEqualTo(shown);
    }

    @Test
    void aNameIsComposed() {
        assertThat(UploadedName.ofMetadata("filename " + base64("tie\u0302\u0301ng"))
                        .name())
                .isEqualTo("tiếng");
    }

    @Test
    void aNameOfFourKilobytesIsRefusedWithTheReason() {
        assertThatThrownBy(() -> UploadedName.ofMetadata("filename " + base64("a".repeat(4096))))
                .isInstanceOf(UploadRefused.class)
                .hasMessageContaining("255")
                .satisfies(refused -> assertThat(String.valueOf(((UploadRefused) refused).explanation()))
                        .contains("Hãy đổi tên"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename !!!", "filename /w==", "filetype dmlkZW8=", "filename YQ==,filename Yg=="})
    void whatIsNotWellFormedIsRefused(String header) {
        assertThatThrownBy(() -> UploadedName.ofMetadata(header))
                .isInstanceOf(UploadRefused.class)
                .satisfies(refused -> assertThat(String.valueOf(((UploadRefused) refused).explanation()))
                        .doesNotContain("tên", "name"));
    }

    @Test
    void aTypeLosesItsParameters() {
        var header = "filetype " + base64("Video/MP4; codecs=\"avc1\"") + ",is_confidential";
        assertThat(UploadedName.ofMetadata(header)).isEqualTo(new UploadedName("upload", "video/mp4"));
    }

    @Test
    void whoSaysNothingHasANamelessFile() {
        assertThat(UploadedName.ofMetadata(null)).isEqualTo(new UploadedName("upload", null));
    }

    @Property
    void noNameHoldsASeparatorOrAControl(@ForAll String sent) {
        try {
            var name = UploadedName.ofMetadata("filename " + base64(sent)).name();
            assertThat(name)
                    .isNotBlank()
                    .doesNotContainPattern("[/\\\\\\p{Cc}\\p{Cf}]")
                    .hasSizeLessThan(256);
        } catch (UploadRefused tooLong) {
            assertThat(sent.length()).isGreaterThan(200);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
