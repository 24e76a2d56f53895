package vn.loa.programmes.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.common.Texts;
import vn.loa.programmes.log.LogTable.Problem;
import vn.loa.taxonomy.Taxonomies.LanguageItem;

class LogTableTest {
    private static final String HEAD = "Ngày,Giờ,Sản phẩm,Tiếng\n";
    private static final Map<String, String> WORKS = new LinkedHashMap<>(
            Map.of("con-bo", "Con bò", "trung-ten-1", "Trùng tên", "trung-ten-2", "Trùng tên", "con-bo-khac", "Bò"));
    private static final List<LanguageItem> SPOKEN = List.of(
            new LanguageItem("vi", Texts.of("vi", "Tiếng Việt"), "vi", "Tiếng Việt"),
            new LanguageItem("hmn", Texts.of("vi", "Tiếng Mông"), "hmn-Latn-VN", "Hmoob"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ngày,Giờ,Sản phẩm\\n1,2,3|MISSING_COLUMNS|Tiếng",
                "Ngày,Giờ,Sản phẩm,Tiếng,Màu\\n1,2,3,4,5|UNKNOWN_COLUMNS|Màu",
                "Ngày,Giờ,Sản phẩm,Tiếng,ngay\\n1,2,3,4,5|COLUMN_TWICE|Ngày",
                "Ngày,Giờ,Sản phẩm,Tiếng\\n|EMPTY|''",
                "''|EMPTY|''"
            })
    void a_table_with_other_columns_is_refused_as_a_whole_with_their_names(
            String text, Problem problem, String detail) {
        var refused = refused(text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.detail()).isEqualTo(detail);
    }

    @Test
    void a_million_rows_are_refused_before_anything_is_taken() {
        var many = HEAD + "1,2,3,4\n".repeat(LogTable.MOST_LINES + 1);
        assertThat(refused(many.getBytes(StandardCharsets.UTF_8)).problem()).isEqualTo(Problem.TOO_MANY_LINES);
        assertThat(refused(new byte[LogTable.LARGEST + 1]).problem()).isEqualTo(Problem.TOO_LARGE);
    }

    @Test
    void letters_that_cannot_be_read_are_said_to_be_none() {
        assertThat(refused("Ngày\0".getBytes(StandardCharsets.UTF_8)).problem()).isEqualTo(Problem.ENCODING);
    }

    @Test
    void semicolons_and_the_mark_of_spreadsheets_are_understood() {
        var entries = entries(
                "\ufeffNgày;Giờ;Sản phẩm;Tiếng;Kết quả;Số giây;Ghi chú\n"
                        + "27/11/2026;5h;https://x/san-pham/con-bo?tieng=hmn;Mông;Phát dở;90;\"Mất điện; \"\"giữa\"\" chừng\"\n");
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.place()).isEqualTo("01393");
            assertThat(entry.at()).isEqualTo(Instant.parse("2026-11-26T22:00:00Z"));
            assertThat(entry.product()).isEqualTo("con-bo");
            assertThat(entry.language()).isEqualTo("hmn");
            assertThat(entry.outcome()).isEqualTo(AiredOutcome.CUT);
            assertThat(entry.seconds()).isEqualTo(90);
            assertThat(entry.note()).isEqualTo("Mất điện; \"giữa\" chừng");
        });
    }

    @Test
    void a_work_is_known_by_its_title_and_a_title_of_several_is_refused() {
        var faults = new ArrayList<LogFault>();
        assertThat(entries(
                        HEAD
                                + "27/11/2026,5:00,con bò,vi\n27/11/2026,5:00,Trùng tên,vi\n27/11/2026,5:00,Lạ,xx\nx,y,con-bo,vi\n",
                        faults))
                .extracting(LogEntry::product)
                .containsExactly("con-bo");
        assertThat(faults)
                .containsExactly(LogFault.SEVERAL_PRODUCTS, LogFault.PRODUCT, LogFault.LANGUAGE, LogFault.NO_TIME);
    }

    @Test
    void whoever_names_addresses_alone_needs_no_titles() {
        var table = LogTable.of((HEAD + "27/11/2026,5:00,con-bo,vi\n27/11/2026,6:00,/san-pham/con-bo?tieng=vi,vi\n")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(named(table).wantsTitles()).isFalse();
    }

    @Test
    void a_line_without_a_key_has_the_same_one_whenever_it_is_sent() {
        var once = entries(HEAD + "27/11/2026,5:00,con-bo,vi\n").get(0);
        var again = entries(HEAD + "2026-11-27,05:00:00,Con bò,Tiếng Việt\n").get(0);
        assertThat(again.key()).isEqualTo(once.key());
        assertThat(again.digest()).isEqualTo(once.digest());
        assertThat(entries(HEAD + "27/11/2026,5:01,con-bo,vi\n").get(0).key()).isNotEqualTo(once.key());
    }

    private static List<LogEntry> entries(String text) {
        return entries(text, new ArrayList<>());
    }

    private static List<LogEntry> entries(String text, List<LogFault> faults) {
        var entries = new ArrayList<LogEntry>();
        var table = LogTable.of(text.getBytes(StandardCharsets.UTF_8));
        var words = new TableWords(named(table), SPOKEN);
        table.read(line -> words.entry(line, "01393", faults::add).ifPresent(entries::add));
        return entries;
    }

    private static NamedWorks named(LogTable table) {
        var named = new NamedWorks();
        table.read(line -> named.want(line.cell(LogColumn.PRODUCT)));
        named.know(named.addresses().stream().filter(WORKS::containsKey).toList());
        if (named.wantsTitles()) {
            WORKS.forEach((slug, title) -> named.see(slug, Texts.of("vi", title)));
        }
        return named;
    }

    private static LogTable.Refused refused(byte[] bytes) {
        return catchThrowableOfType(LogTable.Refused.class, () -> LogTable.of(bytes));
    }
}
