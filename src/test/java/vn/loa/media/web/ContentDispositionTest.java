package vn.loa.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContentDispositionTest {
    @Test
    void aPlainNameIsWrittenPlainly() {
        assertThat(ContentDisposition.attachment("to-roi-vay-von.pdf", "pdf"))
                .isEqualTo("attachment; filename=\"to-roi-vay-von.pdf\"");
    }

    @Test
    void aVietnameseNameIsWrittenTwice() {
        assertThat(ContentDisposition.attachment("tờ rơi.pdf", "pdf"))
                .isEqualTo("attachment; filename=\"t_ r_i.pdf\"; filename*=UTF-8''t%E1%BB%9D%20r%C6%A1i.pdf");
    }

    @Test
    void theExtensionIsThatOfTheContentWhateverTheAddressSays() {
        assertThat(ContentDisposition.attachment("setup.exe", "pdf")).contains("\"setup.pdf\"");
        assertThat(ContentDisposition.attachment("..", "pdf")).contains("\"loa.pdf\"");
    }

    @Test
    void pathsLineBreaksAndTurnsOfDirectionAreLeftOut() {
        assertThat(ContentDisposition.attachment("../a\r\nSet-Cookie: x\"\\\u202efdp.exe", "pdf"))
                .isEqualTo("attachment; filename=\"aSet-Cookie xfdp.pdf\"");
    }

    @Property
    void anyNameGivesOneFieldOfVisibleAscii(@ForAll String name) {
        assertThat(ContentDisposition.attachment(name, "pdf"))
                .matches("attachment; filename=\"[ -~&&[^\"\\\\]]+\\.pdf\"(; filename\\*=UTF-8''[!-~&&[^\"]]+)?")
                .hasSizeLessThan(2_000);
    }
}
