package vn.loa.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Actor;
import vn.loa.common.Texts;
import vn.loa.plans.intake.Finding;
import vn.loa.plans.intake.Place;
import vn.loa.plans.intake.RecognisedPlan;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Level;
import vn.loa.taxonomy.Locality;

class NamedAgencyTest {
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final String COMMITTEE = "Ủy ban nhân dân xã Hạ Lang";

    private final Locality caoBang = unit("04", "Cao Bằng", "Tỉnh", Level.PROVINCE, null);
    private final Locality bacNinh = unit("24", "Bắc Ninh", "Tỉnh", Level.PROVINCE, null);

    @Test
    void names_that_differ_in_their_tones_are_two() {
        var other = agency("ha-lang", "Ủy ban nhân dân xã Hà Lang", null);
        var meant = agency("ha-lang-2", COMMITTEE, null);

        assertThat(found(plan(COMMITTEE, "", null), other, meant)).isEqualTo(new NamedAgency(Optional.of(meant), null));
    }

    @Test
    void a_tone_may_stand_on_either_vowel_and_names_in_capitals() {
        var meant = agency("a", "Uỷ ban nhân dân xã Hoà An", null);

        assertThat(found(plan("ỦY BAN NHÂN DÂN XÃ HÒA AN", "", null), meant).agency())
                .contains(meant);
    }

    @Test
    void what_is_called_so_only_without_marks_is_taken_with_a_doubt() {
        var alike = agency("a", "Ủy ban nhân dân xã Hà Lang", null);

        assertThat(found(plan(COMMITTEE, "", null), alike))
                .isEqualTo(new NamedAgency(Optional.of(alike), NamedAgency.SIMILAR));
    }

    @Test
    void of_two_of_one_name_the_one_of_that_day_is_meant() {
        var before = new Agency("a", Texts.of("vi", COMMITTEE), null, null, REFORM);
        var after = new Agency("b", Texts.of("vi", COMMITTEE), null, REFORM, null);

        assertThat(found(plan(COMMITTEE, "", day(REFORM.minusDays(1))), before, after)
                        .agency())
                .contains(before);
        assertThat(found(plan(COMMITTEE, "", day(REFORM)), before, after).agency())
                .contains(after);
        assertThat(found(plan(COMMITTEE, "", new ImpreciseDate(REFORM, Precision.YEAR)), before, after))
                .as("of a year in which both were")
                .isEqualTo(new NamedAgency(Optional.empty(), NamedAgency.AMBIGUOUS));
    }

    @Test
    void of_two_of_one_name_the_one_where_it_was_signed_is_meant() {
        var here = agency("a", "Sở Tư pháp", caoBang);
        var there = agency("b", "Sở Tư pháp", bacNinh);

        assertThat(found(plan("SỞ TƯ PHÁP", "Bắc Ninh", null), here, there).agency())
                .contains(there);
        assertThat(found(plan("SỞ TƯ PHÁP", "Lai Châu", null), here, there))
                .isEqualTo(new NamedAgency(Optional.empty(), NamedAgency.AMBIGUOUS));
    }

    @Test
    void what_lies_in_the_place_that_is_named_is_there_too() {
        var here = agency("a", COMMITTEE, unit("1", "Hạ Lang", "Xã", Level.COMMUNE, caoBang));
        var there = agency("b", COMMITTEE, unit("2", "Hạ Lang", "Xã", Level.COMMUNE, bacNinh));

        assertThat(found(plan(COMMITTEE, "Cao Bằng", null), here, there).agency())
                .contains(here);
        assertThat(found(plan(COMMITTEE, "Hạ Lang", null), here, there).doubt()).isEqualTo(NamedAgency.AMBIGUOUS);
    }

    @Test
    void one_that_says_more_at_its_end_is_meant_when_it_is_the_only_one() {
        var one = agency("a", "Sở Tư pháp tỉnh Cao Bằng", caoBang);
        var other = agency("b", "Sở Tư pháp tỉnh Bắc Ninh", bacNinh);

        assertThat(found(plan("SỞ TƯ PHÁP", "", null), one).agency()).contains(one);
        assertThat(found(plan("SỞ TƯ PHÁP", "", null), one, other))
                .isEqualTo(new NamedAgency(Optional.empty(), NamedAgency.UNKNOWN));
    }

    @Test
    void what_nobody_is_called_is_unknown_and_no_name_means_nobody() {
        var one = agency("a", COMMITTEE, null);

        assertThat(found(plan("Chi cục Suối nguồn", "", null), one).doubt()).isEqualTo(NamedAgency.UNKNOWN);
        assertThat(found(plan("", "", null), one)).isEqualTo(new NamedAgency(Optional.empty(), null));
    }

    private static NamedAgency found(RecognisedPlan read, Agency... all) {
        return NamedAgency.in(read, List.of(all), Actor.SAMPLE);
    }

    private static ImpreciseDate day(LocalDate date) {
        return new ImpreciseDate(date, Precision.DAY);
    }

    private static RecognisedPlan plan(String agency, String town, @Nullable ImpreciseDate issued) {
        return new RecognisedPlan(
                Optional.empty(),
                finding(agency),
                Optional.empty(),
                Optional.empty(),
                finding(town),
                Optional.ofNullable(issued).map(date -> new Finding<>(date, List.of(new Place(0, 0, 0, 1)), Set.of())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Optional<Finding<String>> finding(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding<>(text, List.of(new Place(0, 0, 0, 1)), Set.of()));
    }

    private static Agency agency(String code, String name, @Nullable Locality where) {
        return new Agency(code, Texts.of("vi", name), where, null, null);
    }

    private static Locality unit(String code, String name, String kind, Level level, @Nullable Locality parent) {
        return new Locality(
                code, name, kind, Texts.of("vi", kind + " " + name), level, parent, LocalDate.of(2000, 1, 1), null);
    }
}
