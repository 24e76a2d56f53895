package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void a_row_keeps_what_was_written_whatever_signs_it_holds() {
        assertThat(Csv.row("Hà, Nội", "nói \"thế\"", null, "hai\ndòng"))
                .isEqualTo("\"Hà, Nội\",\"nói \"\"thế\"\"\",\"\",\"hai\ndòng\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+84", "-2", "@SUM(A1)", "  =1+1", "\t=1", "\n=cmd|'/c calc'!A0", "＝1", "|x", "%0a"})
    void what_a_spreadsheet_would_calculate_is_shown_as_it_was_written(String hostile) {
        assertThat(Csv.row(hostile)).isEqualTo("\"'" + hostile + "\"\r\n");
    }

    @Test
    void a_sign_that_nobody_sees_hides_no_formula() {
        assertThat(Csv.row("\0=1+1")).isEqualTo("\"'=1+1\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"an = b", "bientap", "2025-07-01", "", "xã +1"})
    void what_is_no_formula_stays_as_it_is(String harmless) {
        assertThat(Csv.row(harmless)).isEqualTo("\"" + harmless + "\"\r\n");
    }

    @Test
    void what_was_written_is_read_again_with_the_lines_on_which_it_stands() {
        var rows = new ArrayList<Csv.Row>();
        Csv.read(Csv.row("a,b", "c \"d\"", "e\nf") + "\r\n" + "g;h, i\r\nlast", ',', rows::add);

        assertThat(rows)
                .containsExactly(
                        new Csv.Row(1, 1, List.of("a,b", "c \"d\"", "e\nf")),
                        new Csv.Row(4, 3, List.of("g;h", " i")),
                        new Csv.Row(5, 4, List.of("last")));
    }

    @Test
    void a_quote_that_is_never_closed_takes_the_rest_and_reading_ends_when_nobody_wants_more() {
        var rows = new ArrayList<Csv.Row>();
        Csv.read("a\nb\n\"c\nd", ',', row -> rows.add(row) && rows.size() < 3);

        assertThat(rows).hasSize(3);
        assertThat(rows.get(2).fields()).containsExactly("c\nd");
    }
}
