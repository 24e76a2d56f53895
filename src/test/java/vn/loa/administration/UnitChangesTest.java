package vn.loa.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.administration.UnitFault.Kind;
import vn.loa.taxonomy.Level;

/** What tables of units would change of a province with one commune, which has not ended. */
class UnitChangesTest {
    private static final LocalDate OLD = LocalDate.of(2004, 7, 8);
    private static final LocalDate NEW = LocalDate.of(2025, 7, 1);
    private static final Unit PROVINCE = new Unit("04", OLD, null, "Cao Bằng", "Tỉnh", Level.PROVINCE, "", Set.of());
    private static final Unit COMMUNE =
            new Unit("01273", OLD, null, "Hợp Giang", "Phường", Level.COMMUNE, "04@2004-07-08", Set.of());

    @Test
    void units_of_today_are_new_and_begin_when_the_form_says() {
        var changes = changes("code,name,type,province_code\n01290,Bảo Lâm,Xã,04\n\"01294\",\"Xã Lý Bôn\",Xã,04\n");

        assertThat(changes.faults()).isEmpty();
        assertThat(changes.added())
                .containsExactly(
                        new Unit("01290", NEW, null, "Bảo Lâm", "Xã", Level.COMMUNE, "04@2004-07-08", Set.of()),
                        new Unit("01294", NEW, null, "Lý Bôn", "Xã", Level.COMMUNE, "04@2004-07-08", Set.of()));
    }

    @Test
    void what_is_so_already_is_not_changed() {
        var changes = changes("code,name,type\r\n04,Cao Bằng,Tỉnh\r\n");

        assertThat(changes.added()).isEmpty();
        assertThat(changes.changed()).isEmpty();
        assertThat(changes.same()).isEqualTo(1);
    }

    @Test
    void a_city_at_the_top_is_a_province_and_below_one_a_district() {
        var changes = changes(
                "code;name;type;parent\n92;Cần Thơ;Thành phố;\n916;Ninh Kiều;Quận;92\n917;Ô Môn;Thành phố;92\n");

        assertThat(changes.added().stream().map(Unit::level))
                .containsExactly(Level.PROVINCE, Level.DISTRICT, Level.DISTRICT);
    }

    @Test
    void a_code_is_used_again_once_its_unit_has_ended_in_this_table_or_before() {
        assertThat(kinds(changes("code,name,type,province_code\n01273,Thục Phán,Phường,04\n")))
                .containsExactly(Kind.OVERLAP);

        var both = changes("code,name,type,parent,valid_from,valid_to,successors\n"
                + "01273,Hợp Giang,Phường,04,2004-07-08,2025-07-01,01273\n"
                + "01273,Thục Phán,Phường,04,2025-07-01,,\n");
        assertThat(both.faults()).isEmpty();
        assertThat(both.changed())
                .containsExactly(new Unit(
                        "01273",
                        OLD,
                        NEW,
                        "Hợp Giang",
                        "Phường",
                        Level.COMMUNE,
                        "04@2004-07-08",
                        new TreeSet<>(Set.of("01273@2025-07-01"))));
        assertThat(both.added().stream().map(Unit::key)).containsExactly("01273@2025-07-01");
    }

    @Test
    void what_has_no_column_stays_as_it_is() {
        var ended = new Unit("01300", OLD, NEW, "Cô Ba", "Xã", Level.COMMUNE, "04@2004-07-08", Set.of());
        var city = new Unit("040", OLD, NEW, "Cao Bằng", "Thành phố", Level.DISTRICT, "04@2004-07-08", Set.of());
        var changes = new UnitChanges(
                UnitTable.read(("code,name,type,valid_from\n01273,Hợp Giang mới,Phường,2004-07-08\n"
                                + "01300,Cô Ba,Xã,2004-07-08\n040,Cao Bằng,Thành phố,2004-07-08\n")
                        .getBytes(StandardCharsets.UTF_8)),
                List.of(PROVINCE, COMMUNE, ended, city),
                days());

        assertThat(changes.faults()).isEmpty();
        assertThat(changes.same()).isEqualTo(2);
        assertThat(changes.changed())
                .containsExactly(new Unit(
                        "01273", OLD, null, "Hợp Giang mới", "Phường", Level.COMMUNE, "04@2004-07-08", Set.of()));
    }

    @Test
    void what_a_unit_has_become_is_put_right_where_the_table_says_it_and_stays_where_it_does_not() {
        var next = new Unit("01290", NEW, null, "Bảo Lâm", "Xã", Level.COMMUNE, "04@2004-07-08", Set.of());
        var other = new Unit("01294", NEW, null, "Lý Bôn", "Xã", Level.COMMUNE, "04@2004-07-08", Set.of());
        var ended =
                new Unit("01300", OLD, NEW, "Cô Ba", "Xã", Level.COMMUNE, "04@2004-07-08", Set.of("01290@2025-07-01"));
        var row = "01300,Cô Ba,Xã,04,2004-07-08,2025-07-01";
        var columns = "code,name,type,province_code,valid_from,valid_to";
        var present = List.of(PROVINCE, next, other, ended);

        var silent = changes(columns + "\n" + row + "\n", present);
        assertThat(silent.same()).isEqualTo(1);
        assertThat(silent.lost()).isEmpty();

        var right = changes(columns + ",successors\n" + row + ",01294\n", present);
        assertThat(right.changed().stream().map(Unit::successors)).containsExactly(Set.of("01294@2025-07-01"));
        assertThat(right.lost()).containsExactly(Map.entry("01300@2004-07-08", Set.of("01290@2025-07-01")));
        assertThat(UnitReport.of(right).lost()).isEqualTo(1);
        assertThat(UnitReport.of(right).examples())
                .containsExactly("~ 01300 Xã Cô Ba ∈ 04@2004-07-08 · 2004-07-08 – 2025-07-01 → 01294@2025-07-01"
                        + " ↛ 01290@2025-07-01");

        var none = changes(columns + ",successors\n" + row + ",\n", present);
        assertThat(none.changed().stream().map(Unit::successors)).containsExactly(Set.of());

        var official = changes("old_commune_code,old_commune,new_code\n01300,Xã Cô Ba,01294\n", present);
        assertThat(official.changed().stream().map(Unit::successors))
                .as("the table of conversions only adds")
                .containsExactly(Set.of("01290@2025-07-01", "01294@2025-07-01"));
    }

    private static UnitChanges changes(String table, List<Unit> present) {
        return new UnitChanges(UnitTable.read(table.getBytes(StandardCharsets.UTF_8)), present, days());
    }

    @Test
    void an_empty_field_of_a_column_takes_away() {
        var changes = changes("code,name,type,parent\n01273,Hợp Giang,Phường,\n");

        assertThat(changes.changed().stream().map(Unit::parent)).containsExactly("");
    }

    @Test
    void what_is_above_a_unit_ranks_above_it() {
        assertThat(kinds(changes("code,name,type,parent\n01273,Hợp Giang,Phường,01273\n")))
                .as("itself")
                .containsExactly(Kind.WRONG_LEVEL);
        assertThat(kinds(changes("code,name,type,parent\n042,Bảo Lâm,Huyện,043\n043,Bảo Lạc,Huyện,042\n")))
                .as("each other")
                .containsExactly(Kind.WRONG_LEVEL, Kind.WRONG_LEVEL);
        assertThat(kinds(changes("code,name,type,parent\n04,Cao Bằng,Tỉnh,01273\n")))
                .as("what is below it")
                .containsExactly(Kind.WRONG_LEVEL);
        assertThat(changes("code,name,type,level,parent\n04,Cao Bằng,Tỉnh,commune,\n")
                        .faults())
                .as("what stays below it")
                .containsExactly(new UnitFault(2, Kind.WRONG_LEVEL, "Tỉnh Cao Bằng > Phường Hợp Giang"));
    }

    @Test
    void the_official_table_of_conversions_ends_former_units_with_all_that_they_became() {
        var now = List.of(
                PROVINCE,
                new Unit("01290", NEW, null, "Bảo Lâm", "Xã", Level.COMMUNE, "04@2004-07-08", Set.of()),
                new Unit("01304", NEW, null, "Quảng Lâm", "Xã", Level.COMMUNE, "04@2004-07-08", Set.of()),
                new Unit("01294", NEW, null, "Lý Bôn", "Xã", Level.COMMUNE, "04@2004-07-08", Set.of()));
        var text =
                "old_province_code,old_province,old_district_code,old_district,old_commune_code,old_commune,new_code,divided\n"
                        + "04,Tỉnh Cao Bằng,042,Huyện Bảo Lâm,01290,Thị trấn Pác Miầu,01290,True\n"
                        + "04,Tỉnh Cao Bằng,042,Huyện Bảo Lâm,01290,Thị trấn Pác Miầu,01294,True\n"
                        + "04,Tỉnh Cao Bằng,,,01304,Xã Quảng Lâm,01304,False\n";
        var changes = new UnitChanges(UnitTable.read(text.getBytes(StandardCharsets.UTF_8)), now, days());

        assertThat(changes.faults()).isEmpty();
        var successors = new TreeSet<>(Set.of("01290@2025-07-01", "01294@2025-07-01"));
        assertThat(changes.added())
                .containsExactly(
                        new Unit("042", OLD, NEW, "Bảo Lâm", "Huyện", Level.DISTRICT, "04@2004-07-08", successors),
                        new Unit(
                                "01290", OLD, NEW, "Pác Miầu", "Thị trấn", Level.COMMUNE, "042@2004-07-08", successors),
                        new Unit(
                                "01304",
                                OLD,
                                NEW,
                                "Quảng Lâm",
                                "Xã",
                                Level.COMMUNE,
                                "",
                                new TreeSet<>(Set.of("01304@2025-07-01"))));

        var again = new UnitChanges(
                UnitTable.read(text.getBytes(StandardCharsets.UTF_8)),
                Stream.concat(now.stream(), changes.added().stream()).toList(),
                days());
        assertThat(again.faults()).isEmpty();
        assertThat(again.same()).as("a second time").isEqualTo(3);
    }

    @Test
    void every_fault_is_told_with_its_line() {
        var changes = changes("code,name,type,parent,valid_from,valid_to,successors\n"
                + "4x,Sai,Xã,04,,,\n"
                + "01300,,Xã,04,,,\n"
                + "01301,Lạ,Bản,04,,,\n"
                + "01302,Mồ côi,Xã,99,,,\n"
                + "01303,Ngày,Xã,04,1/7/2025,,\n"
                + "01304,Ngược,Xã,04,2025-07-01,2025-06-30,\n"
                + "01305,Một,Xã,04,,,\n"
                + "01305,Một,Xã,04,,,\n"
                + "01306,Hết,Xã,04,2005-01-01,2025-07-01,88888\n");

        assertThat(changes.faults().stream().map(fault -> fault.line() + " " + fault.kind()))
                .containsExactly(
                        "2 BAD_CODE",
                        "3 NO_NAME",
                        "4 UNKNOWN_KIND",
                        "5 UNKNOWN_PARENT",
                        "6 BAD_DAY",
                        "7 REVERSED",
                        "9 DUPLICATE",
                        "10 UNKNOWN_SUCCESSOR");
    }

    @Test
    void what_is_no_table_is_told_as_a_whole() {
        assertThat(kinds(table("mã,tên\n1,2\n".getBytes(Charset.forName("windows-1258")))))
                .containsExactly(Kind.ENCODING);
        assertThat(kinds(table("code,name,type\n".getBytes(StandardCharsets.UTF_16))))
                .containsExactly(Kind.ENCODING);
        assertThat(kinds(table(new byte[0]))).containsExactly(Kind.EMPTY);
        assertThat(kinds(table("code,name,type\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly(Kind.EMPTY);
        var missing = table("code,ten\n01,x\n".getBytes(StandardCharsets.UTF_8)).faults();
        assertThat(missing).containsExactly(new UnitFault(1, Kind.MISSING_COLUMNS, "name, type"));
    }

    @Test
    void a_mark_at_the_beginning_is_no_part_of_the_first_heading() {
        assertThat(changes("\ufeffcode,name,type\n05,Hà Giang,Tỉnh\n").faults()).isEmpty();
    }

    @Test
    void more_lines_than_the_country_has_units_are_not_read() {
        var text = IntStream.rangeClosed(0, UnitTable.MOST_ROWS)
                .mapToObj(number -> "%06d,Xã %d,Xã,04\n".formatted(number, number))
                .collect(Collectors.joining("", "code,name,type,province_code\n", ""));
        var changes = changes(text);

        assertThat(kinds(changes)).containsExactly(Kind.TOO_MANY_ROWS);
        assertThat(changes.added()).hasSize(UnitTable.MOST_ROWS);
    }

    private static UnitChanges changes(String text) {
        return table(text.getBytes(StandardCharsets.UTF_8));
    }

    private static UnitChanges table(byte[] content) {
        return new UnitChanges(UnitTable.read(content), List.of(PROVINCE, COMMUNE), days());
    }

    private static UnitDays days() {
        return new UnitDays(NEW, OLD, NEW);
    }

    private static List<Kind> kinds(UnitChanges changes) {
        return changes.faults().stream().map(UnitFault::kind).toList();
    }
}
