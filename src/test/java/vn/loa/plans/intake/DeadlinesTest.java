package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.plans.PlanContent.Promise;

class DeadlinesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    trong quý II/2026                              | 2026-06-30
                    trong quý III năm 2026                         | 2026-09-30
                    hoàn thành trong quý 4 năm 2026                | 2026-12-31
                    hoàn thành: Quý I/2027                         | 2027-03-31
                    trong quý II, III/2026                         | 2026-09-30
                    từ quý II đến quý IV/2026                      | 2026-12-31
                    từ quý II/2026 đến quý III/2026                | 2026-09-30
                    trong 6 tháng cuối năm 2026                    | 2026-12-31
                    trong 06 tháng đầu năm 2026                    | 2026-06-30
                    trong sáu tháng đầu năm 2026                   | 2026-06-30
                    trong tháng 9/2026                             | 2026-09-30
                    xong trong tháng 2 năm 2028                    | 2028-02-29
                    từ tháng 3 đến tháng 9/2026                    | 2026-09-30
                    tháng 9 - 10/2026                              | 2026-10-31
                    cuối năm 2026                                  | 2026-12-31
                    đến hết năm 2027                               | 2027-12-31
                    hoàn thành trong năm 2027                      | 2027-12-31
                    hoàn thành đến ngày 15 tháng 8 năm 2026        | 2026-08-15
                    """)
    void a_part_of_a_year_is_its_last_day(String time, LocalDate day) {
        var promise = promise("Làm 12 tiểu phẩm " + time + ".");

        assertThat(promise.deadline()).isEqualTo(day);
        assertThat(promise.dueBefore()).isFalse();
        assertThat(promise.title().in("vi")).isEqualTo("Tiểu phẩm");
        assertThat(found("Làm 12 tiểu phẩm " + time + ".").doubts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    trước ngày 30/9                 | 2026-09-30 | true
                    trước 30/9                      | 2026-09-30 | true
                    hoàn thành đến 30 tháng 9       | 2026-09-30 | false
                    trong quý III                   | 2026-09-30 | false
                    trong 6 tháng cuối năm          | 2026-12-31 | false
                    cuối năm                        | 2026-12-31 | false
                    hoàn thành trong tháng 9        | 2026-09-30 | false
                    hằng năm                        | 2026-12-31 | false
                    """)
    void what_names_no_year_is_of_that_of_the_plan_of_which_an_editor_should_doubt(
            String time, LocalDate day, boolean before) {
        var found = found("Làm 12 tiểu phẩm " + time + ".");

        assertThat(found.value().deadline()).isEqualTo(day);
        assertThat(found.value().dueBefore()).isEqualTo(before);
        assertThat(found.doubts()).containsExactly(Doubt.INFERRED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    trước 30/9/2026        | 2026-09-30
                    trước quý IV/2026      | 2026-10-01
                    trước tháng 10/2026    | 2026-10-01
                    trước năm 2027         | 2027-01-01
                    """)
    void before_a_part_of_a_year_is_before_its_first_day(String time, LocalDate day) {
        var promise = promise("Làm 12 tiểu phẩm, xong " + time + ".");

        assertThat(promise.deadline()).isEqualTo(day);
        assertThat(promise.dueBefore()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    trong quý II/2026
                    trước 30/9
                    trước ngày 30/9/2026
                    tháng 9/2026
                    trong 6 tháng cuối năm 2026
                    cuối năm 2026
                    hằng năm
                    quý III năm 2026
                    , hoàn thành trong quý III/2026
                    , thời gian thực hiện: quý III/2026
                    """)
    void a_time_is_no_part_of_a_channel(String time) {
        var promise = promise("Làm 12 tiểu phẩm, phát trên đài truyền thanh xã " + time + ".");

        assertThat(promise.channels()).containsExactly("Đài truyền thanh xã");
        assertThat(promise.deadline()).isNotNull();
    }

    @Test
    void of_two_promises_in_one_sentence_each_has_its_own_time() {
        assertThat(promises("Làm 12 tiểu phẩm trong quý II/2026 và 03 phim tài liệu trong quý IV/2026."))
                .extracting(Promise::deadline)
                .containsExactly(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 12, 31));
        assertThat(promises("Trong quý II/2026 làm 12 tiểu phẩm, 03 phim tài liệu."))
                .extracting(Promise::deadline)
                .containsOnly(LocalDate.of(2026, 6, 30));
    }

    @Test
    void a_cell_of_a_table_may_be_nothing_but_a_time() {
        var blocks = PlainText.blocks("KẾ HOẠCH\nĐón lũ ở các xã ven suối năm 2026\nI. NỘI DUNG");
        var all = new java.util.ArrayList<>(blocks);
        all.add(IntakeBlock.row(List.of("1", "Tiểu phẩm phát thanh", "20", "Quý III/2026", "Đài xã")));
        all.add(IntakeBlock.row(List.of("2", "Phim tài liệu", "3", "30/11/2026", "Sở")));
        all.add(IntakeBlock.row(List.of("3", "Phóng sự", "5", "Tháng 8/2026", "Sở")));

        assertThat(Documents.read(all).deliverables())
                .extracting(found -> found.value().deadline())
                .containsExactly(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 11, 30), LocalDate.of(2026, 8, 31));
    }

    @Test
    void a_word_like_month_and_the_number_in_the_next_cell_are_no_time() {
        var all =
                new java.util.ArrayList<>(PlainText.blocks("KẾ HOẠCH\nĐón lũ ở các xã ven suối năm 2026\nI. NỘI DUNG"));
        all.add(IntakeBlock.row(List.of("1", "Phóng sự về ruộng bậc thang", "4", "Sở")));

        assertThat(Documents.read(all).deliverables().get(0).value().deadline()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    theo Công văn số 4/SYT ngày 3/4/2026
                    theo Kế hoạch số 12/KH-UBND ngày 05 tháng 9 năm 2026 của Ủy ban nhân dân tỉnh Sơn Thủy
                    từ tháng 3/2026
                    về 3/4 số xã trong năm học 2026
                    từ quỹ 2 của xã
                    trong quý 30/2026
                    hoàn thành trước 31/2
                    """)
    void other_times_and_no_times_are_no_deadline(String words) {
        assertThat(promise("Làm 12 tiểu phẩm " + words + ".").deadline()).isNull();
    }

    private static Promise promise(String line) {
        return found(line).value();
    }

    private static Finding<Promise> found(String line) {
        return Documents.withBody("II. NỘI DUNG", "1. Việc", line)
                .deliverables()
                .get(0);
    }

    private static List<Promise> promises(String line) {
        return Documents.withBody("II. NỘI DUNG", "1. Việc", line).deliverables().stream()
                .map(Finding::value)
                .toList();
    }
}
