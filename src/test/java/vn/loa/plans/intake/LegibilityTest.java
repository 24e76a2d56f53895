package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.common.encoding.LegacyText;
import vn.loa.common.encoding.TextEncoding;

class LegibilityTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void a_text_in_a_font_of_before_unicode_is_told_with_its_encoding() {
        assertThat(recognise(new String(LegacyText.tcvn3(Documents.PLAN), WINDOWS)))
                .isEqualTo(new Recognition.Illegible(Optional.of(TextEncoding.TCVN3)));
        assertThat(recognise(new String(LegacyText.vni(Documents.PLAN), WINDOWS)))
                .isEqualTo(new Recognition.Illegible(Optional.of(TextEncoding.VNI)));
    }

    @Test
    void bytes_of_unicode_that_were_taken_for_letters_are_told() {
        var spoilt = new String(
                "Căn cứ Quyết định về chợ phiên và trường học ở các xã"
                        .repeat(4)
                        .getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);

        assertThat(recognise(spoilt)).isInstanceOf(Recognition.Illegible.class);
    }

    @Test
    void letters_of_a_symbol_font_are_told() {
        assertThat(recognise("\ue001\ue002\ue003 abc ".repeat(40)))
                .isEqualTo(new Recognition.Illegible(Optional.empty()));
    }

    @Test
    void scanned_pages_have_no_text() {
        var pages = List.of(
                new IntakeBlock(" \n12", IntakeBlock.Kind.LINE, false, false, false, 1),
                new IntakeBlock("", IntakeBlock.Kind.LINE, false, false, false, 2));

        assertThat(PlanRecogniser.recognise(pages)).isEqualTo(new Recognition.WithoutText(2));
        assertThat(PlanRecogniser.recognise(List.of())).isEqualTo(new Recognition.WithoutText(0));
    }

    @Test
    void vietnamese_without_any_marks_is_read() {
        assertThat(recognise("KE HOACH\nDon lu nam 2026\nI. MUC DICH\nBa con o ven suoi chuyen trau bo len doi."))
                .isInstanceOf(Recognition.Recognised.class);
    }

    private static Recognition recognise(String text) {
        return PlanRecogniser.recognise(PlainText.blocks(text));
    }
}
