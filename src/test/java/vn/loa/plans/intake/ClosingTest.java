package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.plans.PlanContent.Signer;
import vn.loa.plans.RecipientRole;

class ClosingTest {
    @Test
    void recipients_have_the_roles_that_brackets_say() {
        var plan = Documents.withClosing(
                "Nơi nhận:",
                "- UBND tỉnh; (b/c)",
                "- Đài tỉnh (p/h);",
                "- Các xã (để t/h);",
                "- Trang TTĐT (đăng tải);",
                "- Sở Y tế (2 bản);",
                "- Lưu: VT,   YT.");

        assertThat(plan.recipients())
                .extracting(r -> r.value().name())
                .containsExactly("UBND tỉnh", "Đài tỉnh", "Các xã", "Trang TTĐT", "Sở Y tế (2 bản)", "VT, YT");
        assertThat(plan.recipients())
                .extracting(r -> r.value().role())
                .containsExactly(
                        Optional.of(RecipientRole.REPORT),
                        Optional.of(RecipientRole.COORDINATE),
                        Optional.of(RecipientRole.CARRY_OUT),
                        Optional.of(RecipientRole.PUBLISH),
                        Optional.empty(),
                        Optional.of(RecipientRole.ARCHIVE));
    }

    @Test
    void both_columns_on_one_line_are_told_apart() {
        var plan = Documents.withClosing(
                "Nơi nhận:                 TM. ỦY BAN NHÂN DÂN",
                "- UBND tỉnh (b/c);        KT. CHỦ TỊCH",
                "- Các xã; PHÓ CHỦ TỊCH",
                "- Lưu: VT. Lò Văn Suối");

        assertThat(plan.recipients()).extracting(r -> r.value().name()).containsExactly("UBND tỉnh", "Các xã", "VT");
        assertThat(plan.signer().orElseThrow().value())
                .isEqualTo(new Signer("Lò Văn Suối", "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH"));
    }

    @Test
    void a_closing_that_is_a_table_reads_the_same() {
        var blocks =
                new ArrayList<>(PlainText.blocks(Documents.PLAN.substring(0, Documents.PLAN.indexOf("Nơi nhận:"))));
        blocks.add(IntakeBlock.row(
                List.of("Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.", "TL. GIÁM ĐỐC\nTRƯỞNG PHÒNG\n\n\nLò Văn Suối")));

        var plan = Documents.read(blocks);

        assertThat(plan.recipients()).extracting(r -> r.value().name()).containsExactly("UBND tỉnh", "VT");
        assertThat(plan.signer().orElseThrow().value())
                .isEqualTo(new Signer("Lò Văn Suối", "TL. GIÁM ĐỐC, TRƯỞNG PHÒNG"));
    }

    @Test
    void a_signature_without_a_name_is_half_of_one() {
        var signer = Documents.withClosing("Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH")
                .signer()
                .orElseThrow();

        assertThat(signer.value()).isEqualTo(new Signer(null, "CHỦ TỊCH"));
        assertThat(signer.doubts()).containsExactly(Doubt.INCOMPLETE);
    }

    @Test
    void nobody_signs_where_nobody_stands() {
        assertThat(Documents.withClosing("Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT.")
                        .signer())
                .isEmpty();
    }

    @Test
    void a_signature_is_found_without_recipients_too() {
        assertThat(Documents.withClosing("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lò Văn Suối")
                        .signer()
                        .orElseThrow()
                        .value())
                .isEqualTo(new Signer("Lò Văn Suối", "TUQ. CHỦ TỊCH, CHÁNH VĂN PHÒNG"));
    }

    @Test
    void a_recipient_on_two_lines_is_one() {
        var plan = Documents.withClosing("Nơi nhận:", "- Ủy ban Mặt trận Tổ quốc", "và các đoàn thể;", "- Lưu: VT.");

        assertThat(plan.recipients())
                .extracting(r -> r.value().name())
                .containsExactly("Ủy ban Mặt trận Tổ quốc và các đoàn thể", "VT");
    }
}
