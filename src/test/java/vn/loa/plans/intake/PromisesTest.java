package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.plans.Adaptation;
import vn.loa.plans.PlanContent.Promise;

class PromisesTest {
    @Test
    void a_number_before_a_product_is_a_promise() {
        for (var words :
                List.of("03 phóng sự", "3 phóng sự", "03 (ba) phóng sự", "03 chương trình phóng sự", "O3 phóng sự")) {
            var promise = promise("Đài xã làm " + words + " về chợ phiên.");

            assertThat(promise.quantity()).as(words).isEqualTo(3);
            assertThat(promise.genre()).as(words).isEqualTo("phong-su");
        }
        assertThat(promise("In 12.000 tờ rơi phát tận tay.").quantity()).isEqualTo(12_000);
        assertThat(promise("In 12,000 tờ rơi phát tận tay.").quantity()).isEqualTo(12_000);
    }

    @Test
    void a_number_in_words_is_one_too() {
        assertThat(promise("Đài xã làm hai phóng sự về chợ phiên.").quantity()).isEqualTo(2);
        assertThat(promise("Sản xuất một phóng sự về chợ phiên.").quantity()).isEqualTo(1);
        assertThat(promise("Đài xã làm năm phóng sự về chợ phiên.").quantity()).isEqualTo(5);
        assertThat(promise("Đài xã làm ba mươi phóng sự về chợ phiên.").quantity())
                .isEqualTo(30);
        assertThat(promise("In hai nghìn năm trăm tờ rơi.").quantity()).isEqualTo(2_500);
        assertThat(promise("Mười lăm chương trình tiểu phẩm phát thanh.").quantity())
                .isEqualTo(15);
        assertThat(Documents.withBody("II. NỘI DUNG", "1. Việc", "Sản xuất ba mươi phóng sự.")
                        .deliverables())
                .as("nothing of it is blank")
                .allMatch(Finding::isSure)
                .hasSize(1);
    }

    @Test
    void words_that_only_sound_like_a_number_are_none() {
        for (var words : List.of(
                "Đài xã phát sau phóng sự ấy một ngày.",
                "Trong tháng hai phóng sự được phát lại.",
                "Buổi chiều thứ năm phóng sự được phát lại.",
                "Hằng năm phóng sự được phát lại.",
                "Trong năm phóng sự được phát lại.",
                "Có một số phóng sự được phát lại.",
                "Bày tỏ bằng tám mươi hai mươi phóng sự.")) {
            assertThat(promises(words)).as(words).isEmpty();
        }
    }

    @Test
    void languages_may_stand_behind_their_number_or_in_one_word_for_two() {
        assertThat(promise("Làm 3 tiểu phẩm bằng 03 thứ tiếng: Việt, Mông, Tày.")
                        .languages())
                .containsExactly("vi", "hmn", "tyz");
        assertThat(promise("Làm 3 tiểu phẩm bằng các thứ tiếng Việt, Mông và Tày.")
                        .languages())
                .containsExactly("vi", "hmn", "tyz");
        assertThat(promise("Làm 3 tiểu phẩm bằng ba tiếng (Việt, Mông, Tày).").languages())
                .containsExactly("vi", "hmn", "tyz");
        assertThat(promise("Làm 3 tiểu phẩm song ngữ Việt - Mông.").languages()).containsExactly("vi", "hmn");
    }

    @Test
    void a_long_word_about_money_ends_with_a_sentence() {
        var first =
                "Từ nguồn sự nghiệp của Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2026 đã giao cho Sở. ";
        var money = Documents.withBody("I. KINH PHÍ", first.repeat(4).strip(), "II. NỘI DUNG", "- Làm 05 phóng sự.")
                .deliverables()
                .get(0)
                .value()
                .budgetSource();

        assertThat(money).isEqualTo(first.repeat(3).strip());
    }

    @Test
    void numbers_of_other_things_are_none() {
        assertThat(promises("Phát trong 05 phút, 02 thứ tiếng, đạt 100 triệu lượt xem, ngày 3/4/2026."))
                .isEmpty();
    }

    @Test
    void the_points_of_its_section_are_its_terms() {
        var promise = Documents.withBody(
                        "II. NỘI DUNG",
                        "1. Phim",
                        "a) Số lượng: 04 phim tài liệu và dịch phụ đề ra tiếng Mông, Tày.",
                        "b) Thời lượng: 20 phút/phim.",
                        "c) Kênh có từ 200.000 người theo dõi và 1,5 triệu lượt xem.",
                        "d) Thời gian thực hiện: Hoàn thành trước ngày 31/10/2026.")
                .deliverables()
                .get(0)
                .value();

        assertThat(promise.adaptation()).isEqualTo(Adaptation.SUBTITLE);
        assertThat(promise.languages()).containsExactly("hmn", "tyz");
        assertThat(promise.minutesMin()).isEqualTo(20);
        assertThat(promise.minutesMax()).isEqualTo(20);
        assertThat(promise.thresholdSubscribers()).isEqualTo(200_000);
        assertThat(promise.thresholdViews()).isEqualTo(1_500_000);
        assertThat(promise.deadline()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(promise.dueBefore()).isTrue();
    }

    @Test
    void two_promises_of_one_section_have_the_terms_of_their_own_paragraphs_only() {
        var promises = promises("- Làm 05 phóng sự, mỗi phóng sự từ 10-15 phút.", "- Phát lại 02 tiểu phẩm.");

        assertThat(promises).extracting(Promise::minutesMax).containsExactly(15, null);
        assertThat(promises).extracting(Promise::replay).containsExactly(false, true);
    }

    @Test
    void what_is_beyond_counting_is_no_threshold() {
        assertThat(promise("Làm 2 phóng sự, đạt 999.999.999.999.999 tỷ lượt xem.")
                        .thresholdViews())
                .isNull();
    }

    @Test
    void lengths_are_a_number_or_a_range() {
        assertThat(promise("Làm 2 phóng sự, thời lượng 5 phút.").minutesMin()).isEqualTo(5);
        for (var range : List.of("3-5 phút", "từ 3 - 5 phút", "03 đến 05 phút", "3 phút đến 5 phút", "3–5 phút")) {
            var promise = promise("Làm 2 phóng sự, thời lượng " + range + ".");

            assertThat(List.of(promise.minutesMin(), promise.minutesMax()))
                    .as(range)
                    .containsExactly(3, 5);
        }
    }

    @Test
    void the_day_itself_may_count() {
        var promise = promise("Làm 2 phóng sự, hoàn thành chậm nhất ngày 30/6/2026.");

        assertThat(promise.deadline()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(promise.dueBefore()).isFalse();
    }

    @Test
    void a_day_of_another_document_is_no_deadline() {
        assertThat(promise("Làm 2 phóng sự theo Công văn số 4/SYT ngày 3/4/2026.")
                        .deadline())
                .isNull();
    }

    @Test
    void what_is_wanted_without_a_number_is_a_candidate_that_lacks_it() {
        var plan = Documents.withBody(
                "I. MỤC ĐÍCH",
                "Xây dựng gương điển hình.",
                "II. HÌNH THỨC",
                "- In ấn, phát hành tờ rơi, tờ gấp.",
                "- Treo pa-nô, áp phích.");

        assertThat(plan.deliverables()).extracting(d -> d.value().genre()).containsExactly("to-roi", "ap-phich");
        assertThat(plan.deliverables()).extracting(d -> d.value().quantity()).containsOnlyNulls();
        assertThat(plan.deliverables()).allMatch(d -> d.doubts().contains(Doubt.INCOMPLETE));
    }

    @Test
    void the_unit_whose_duties_tell_of_it_leads_and_the_section_about_money_tells_from_where_it_comes() {
        var promise = Documents.withBody(
                        "I. KINH PHÍ",
                        "Ngân sách tỉnh.",
                        "II. TỔ CHỨC THỰC HIỆN",
                        "1. Phòng Văn hóa",
                        "- Làm 05 phóng sự.")
                .deliverables()
                .get(0)
                .value();

        assertThat(promise.leadUnit()).isEqualTo("Phòng Văn hóa");
        assertThat(promise.budgetSource()).isEqualTo("Ngân sách tỉnh.");
    }

    @Test
    void what_only_sounds_like_a_unit_leads_nothing() {
        for (var title : new String[] {"Bảo đảm số lượng", "Số lượng", "Phòng, chống tin giả", "Ban hành văn bản"}) {
            var plan = Documents.withBody(
                    "II. NỘI DUNG", "1. " + title, "Làm 12 tiểu phẩm.", "Đơn vị nào chủ trì thì báo cáo.");

            assertThat(plan.deliverables().get(0).value().leadUnit()).as(title).isNull();
        }
        var plan = Documents.withBody(
                "II. NỘI DUNG", "1. Uỷ ban nhân dân xã", "Làm 12 tiểu phẩm.", "2. PHONG THONG TIN", "Làm 3 phóng sự.");
        assertThat(plan.deliverables())
                .extracting(promise -> promise.value().leadUnit())
                .containsExactly("Uỷ ban nhân dân xã", "Phong thong tin");
    }

    @Test
    void points_that_a_program_calls_headings_are_terms_of_their_section_when_they_are_sentences() {
        var blocks = PlainText.blocks(Documents.PLAN).stream()
                .map(line -> line.text().matches("[a-d]\\) .*")
                        ? new IntakeBlock(line.text(), IntakeBlock.Kind.HEADING, false, false, false, 0)
                        : line)
                .toList();

        var promise = Documents.read(blocks).deliverables().get(0).value();

        assertThat(promise.deadline()).hasToString("2026-09-30");
        assertThat(promise.channels()).isNotEmpty();
        assertThat(promise.minutesMax()).isEqualTo(5);
    }

    @Test
    void the_same_promise_said_again_where_its_costs_are_told_is_one() {
        assertThat(Documents.withBody("I. NỘI DUNG", "Làm 05 phóng sự.", "II. KINH PHÍ", "05 phóng sự x 10 triệu đồng.")
                        .deliverables())
                .hasSize(1);
    }

    @Test
    void as_many_works_of_a_genre_promised_once_more_are_others_of_which_an_editor_should_doubt() {
        var promises = Documents.withBody(
                        "I. NỘI DUNG", "- Tỉnh làm 10 phóng sự.", "- Mỗi xã làm 10 phóng sự.", "- Làm 10 tiểu phẩm.")
                .deliverables();

        assertThat(promises).extracting(d -> d.value().quantity()).containsExactly(10, 10, 10);
        assertThat(promises)
                .extracting(d -> d.doubts().contains(Doubt.SAID_BEFORE))
                .containsExactly(false, true, false);
    }

    @Test
    void the_name_of_a_product_goes_on_behind_what_its_genre_is_called() {
        assertThat(title("Làm 60 tin, bài đa phương tiện.")).isEqualTo("Tin, bài đa phương tiện");
        assertThat(title("Làm 05 phóng sự, tọa đàm.")).isEqualTo("Phóng sự, tọa đàm");
    }

    @Test
    void a_name_keeps_what_tells_one_product_from_another() {
        assertThat(title("Làm 60 tin, bài về chợ phiên.")).isEqualTo("Tin, bài về chợ phiên");
        assertThat(
                        title(
                                "Sản xuất 05 clip tuyên truyền về phòng, chống lừa đảo trên mạng bằng tiếng Việt, Mông và Tày."))
                .isEqualTo("Clip tuyên truyền về phòng, chống lừa đảo trên mạng bằng tiếng Việt, Mông và Tày");
        assertThat(title("In 2.000 tờ rơi về vốn vay cho hộ nghèo ở xã Khau Lẻ; phát tận tay."))
                .isEqualTo("Tờ rơi về vốn vay cho hộ nghèo ở xã Khau Lẻ");
        assertThat(title("Treo 20 pa-nô tại trung tâm các xã.")).isEqualTo("Pa-nô tại trung tâm các xã");
        assertThat(title("Làm 12 tiểu phẩm (phát lại) trên đài xã.")).isEqualTo("Tiểu phẩm (phát lại) trên đài xã");
    }

    @Test
    void a_name_ends_where_terms_begin_that_have_fields_of_their_own() {
        for (var terms : List.of(
                ", thời lượng 5 phút",
                ", mỗi phóng sự từ 10-15 phút",
                ", 10 phút/phóng sự",
                ", hoàn thành trước ngày 30/6/2026",
                " trong quý II/2026",
                " x 10 triệu đồng",
                " để bà con hiểu",
                " và phát trên đài xã",
                ": 50 triệu đồng",
                ". Đài xã phát lại")) {
            assertThat(title("Làm 05 phóng sự về chợ phiên" + terms + "."))
                    .as(terms)
                    .isEqualTo("Phóng sự về chợ phiên");
        }
        assertThat(title("Làm 05 phóng sự có phụ đề tiếng Mông.")).isEqualTo("Phóng sự có phụ đề tiếng Mông");
    }

    @Test
    void the_dot_of_a_number_with_thousands_ends_nothing() {
        assertThat(title("In 500 tờ rơi cho 12.000 hộ nghèo.")).isEqualTo("Tờ rơi cho 12.000 hộ nghèo");
        assertThat(promise("Làm 5 clip đăng tải trên kênh YouTube có ít nhất 200.000 lượt theo dõi. Bản in gửi xã.")
                        .channels())
                .containsExactly("Kênh YouTube có ít nhất 200.000 lượt theo dõi");
    }

    @Test
    void a_very_long_name_ends_with_a_word() {
        var title = title("Làm 05 phóng sự về " + "những phiên chợ vùng cao ".repeat(20) + ".");

        assertThat(title).hasSizeBetween(150, 200).endsWith("…").matches(".*(?:những|phiên|chợ|vùng|cao)…");
    }

    @Test
    void a_product_that_is_called_by_its_genre_alone_is_named_by_its_heading() {
        var plan = Documents.withBody(
                "II. NỘI DUNG",
                "1. Sản xuất video clip về an toàn trên mạng",
                "a) Số lượng: 05 video clip.",
                "b) Thời lượng: 5 phút/clip.");

        assertThat(plan.deliverables().get(0).value().title().in("vi")).isEqualTo("Video clip về an toàn trên mạng");
    }

    @Test
    void columns_of_a_table_that_say_of_what_and_where_tell_rows_of_one_genre_apart() {
        assertThat(titlesOfRows(
                        List.of("TT", "Sản phẩm", "Chủ đề", "Số lượng", "Ngôn ngữ", "Thời gian"),
                        List.of("1", "Clip", "Vốn vay", "5", "Tiếng Mông", "Quý II"),
                        List.of("2", "Clip", "Nước sạch", "5", "Tiếng Tày", "Quý III")))
                .containsExactly("Clip: Vốn vay; Tiếng Mông", "Clip: Nước sạch; Tiếng Tày");
        assertThat(titlesOfRows(
                        List.of("TT", "Nội dung", "Sản phẩm", "Kinh phí"),
                        List.of("1", "Tuyên truyền về bảo hiểm y tế", "02 phóng sự", "20.000.000"),
                        List.of("2", "Tuyên truyền về nước sạch", "03 phóng sự", "30.000.000")))
                .containsExactly("Phóng sự: Tuyên truyền về bảo hiểm y tế", "Phóng sự: Tuyên truyền về nước sạch");
    }

    @Test
    void rows_that_differ_by_a_remark_are_promises_of_their_own() {
        for (var chapter : List.of("I. NỘI DUNG", "I. KINH PHÍ")) {
            assertThat(titlesOfRows(
                            chapter,
                            List.of("TT", "Sản phẩm", "Số lượng"),
                            List.of("1", "Tiểu phẩm phát thanh", "20"),
                            List.of("2", "Tiểu phẩm phát thanh (phát lại)", "20"),
                            List.of("3", "Phóng sự về chợ phiên", "4"),
                            List.of("4", "Phóng sự về ruộng bậc thang", "4")))
                    .as(chapter)
                    .containsExactly(
                            "Tiểu phẩm phát thanh",
                            "Tiểu phẩm phát thanh (phát lại)",
                            "Phóng sự về chợ phiên",
                            "Phóng sự về ruộng bậc thang");
        }
    }

    @Test
    void a_remark_below_the_name_of_a_product_belongs_to_its_cell_and_another_product_does_not() {
        assertThat(titlesOfRows(
                        List.of("TT", "Sản phẩm", "Số lượng"),
                        List.of("1", "Tiểu phẩm về vốn vay", "20"),
                        List.of("2", "Tiểu phẩm về vốn vay\n(phát lại)", "20"),
                        List.of("3", "Tờ rơi về vốn vay\nÁp phích", "50")))
                .containsExactly("Tiểu phẩm về vốn vay", "Tiểu phẩm về vốn vay (phát lại)", "Áp phích");
    }

    @Test
    void a_replay_of_what_was_promised_is_a_promise_also_where_its_costs_are_told() {
        var promises = Documents.withBody(
                        "I. NỘI DUNG",
                        "- Làm 10 tiểu phẩm về nước sạch.",
                        "II. KINH PHÍ",
                        "- 10 tiểu phẩm x 5 triệu đồng.",
                        "- 10 tiểu phẩm (phát lại) x 1 triệu đồng.")
                .deliverables();

        assertThat(promises)
                .extracting(d -> d.value().title().in("vi"))
                .containsExactly("Tiểu phẩm về nước sạch", "Tiểu phẩm (phát lại)");
        assertThat(promises).extracting(d -> d.value().replay()).containsExactly(false, true);
    }

    @Test
    void a_replay_that_is_wanted_without_a_number_is_one_beside_what_is_replayed() {
        var plan = Documents.withBody(
                "II. HÌNH THỨC", "- Xây dựng tiểu phẩm về nước sạch.", "- Tổ chức phát thanh tiểu phẩm (phát lại).");

        assertThat(plan.deliverables())
                .extracting(d -> d.value().title().in("vi"))
                .containsExactly("Tiểu phẩm về nước sạch", "Tiểu phẩm (phát lại)");
    }

    @Test
    void in_a_table_the_number_behind_the_product_counts_and_not_that_of_the_row() {
        var blocks = new ArrayList<>(PlainText.blocks("KẾ HOẠCH\nĐón lũ ở các xã ven suối năm 2026\nI. NỘI DUNG"));
        blocks.add(IntakeBlock.row(List.of("1", "Tiểu phẩm phát thanh", "20", "5 phút")));
        blocks.add(IntakeBlock.row(List.of("2", "Phim tài liệu", "03 phim tài liệu", "20 phút")));

        var promises = Documents.read(blocks).deliverables().stream()
                .map(Finding::value)
                .toList();

        assertThat(promises).extracting(Promise::quantity).containsExactly(20, 3);
        assertThat(promises).extracting(Promise::minutesMax).containsExactly(5, 20);
    }

    @Test
    void the_column_of_a_table_that_says_who_leads_is_believed_also_where_a_cell_reaches_over_rows() {
        var blocks = new ArrayList<>(PlainText.blocks("KẾ HOẠCH\nĐón lũ ở các xã ven suối năm 2026\nI. NỘI DUNG"));
        blocks.add(IntakeBlock.row(List.of("TT", "Sản phẩm", "Số lượng", "Đơn vị chủ trì")));
        blocks.add(IntakeBlock.row(List.of("I", "Phát thanh")));
        blocks.add(IntakeBlock.row(List.of("1", "Tiểu phẩm phát thanh", "20", "Phòng Văn hóa")));
        blocks.add(IntakeBlock.row(List.of("2", "Phóng sự", "03", "")));
        blocks.add(IntakeBlock.row(List.of("II", "In ấn")));
        blocks.add(IntakeBlock.row(List.of("3", "Tờ rơi", "500", "")));
        blocks.add(IntakeBlock.row(List.of("4", "Áp phích", "50", "Trạm Y tế")));

        assertThat(Documents.read(blocks).deliverables())
                .extracting(promise -> promise.value().leadUnit())
                .containsExactly("Phòng Văn hóa", "Phòng Văn hóa", null, "Trạm Y tế");
    }

    @Test
    void keys_differ_where_genres_are_the_same() {
        assertThat(promises("- Làm 05 phóng sự.", "- Làm 06 phóng sự."))
                .extracting(Promise::key)
                .doesNotHaveDuplicates();
    }

    private static String title(String line) {
        return promise(line).title().in("vi");
    }

    @SafeVarargs
    private static List<String> titlesOfRows(List<String>... rows) {
        return titlesOfRows("I. NỘI DUNG", rows);
    }

    @SafeVarargs
    private static List<String> titlesOfRows(String chapter, List<String>... rows) {
        var blocks = new ArrayList<>(PlainText.blocks("KẾ HOẠCH\nĐón lũ ở các xã ven suối năm 2026\n" + chapter));
        for (var row : rows) {
            blocks.add(IntakeBlock.row(row));
        }
        return Documents.read(blocks).deliverables().stream()
                .map(found -> found.value().title().in("vi"))
                .toList();
    }

    private static Promise promise(String line) {
        return promises(line).get(0);
    }

    private static List<Promise> promises(String... lines) {
        var body = new ArrayList<>(List.of("II. NỘI DUNG", "1. Việc"));
        body.addAll(List.of(lines));
        return Documents.withBody(body.toArray(String[]::new)).deliverables().stream()
                .map(Finding::value)
                .toList();
    }
}
