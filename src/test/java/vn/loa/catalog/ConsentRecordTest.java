package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentRecordTest {
    private static final LocalDate DAY = LocalDate.of(2025, 5, 1);

    @Test
    void everybody_who_is_named_must_have_consented() {
        assertThat(record(given("Chị M.", DAY), given("Anh P.", null)).missing())
                .map(Consent::person)
                .contains("Anh P.");
        assertThat(record(given("Chị M.", DAY), given("Anh P.", DAY)).missing()).isEmpty();
    }

    @Test
    void a_withdrawal_takes_back_everything_that_this_person_gave_and_nothing_of_others() {
        var record = record(given("Chị M.", DAY), given("Chị M.", null), given("Anh P.", DAY));

        var withdrawn = record.withdrawn("Chị M.", DAY.plusDays(3));

        assertThat(withdrawn.withdrawals())
                .hasSize(2)
                .allMatch(consent -> consent.person().equals("Chị M.")
                        && consent.withdrawnOn().filter(DAY.plusDays(3)::equals).isPresent());
        assertThat(withdrawn.open("Anh P.")).hasSize(1);
        assertThat(withdrawn.missing()).isPresent();
    }

    @Test
    void the_day_of_an_earlier_withdrawal_stays() {
        var once = record(given("Chị M.", DAY)).withdrawn("Chị M.", DAY.plusDays(1));

        assertThat(once.withdrawn("Chị M.", DAY.plusDays(9))).isEqualTo(once);
    }

    @Test
    void a_name_is_the_same_in_other_spaces_capitals_and_forms_of_unicode() {
        var composed = "Hoàng Thị Mẫu";
        var decomposed = java.text.Normalizer.normalize(" HOÀNG  thị Mẫu ", java.text.Normalizer.Form.NFD);

        assertThat(record(given(composed, DAY)).names(decomposed)).isTrue();
        assertThat(record(given(composed, DAY)).names("Hoàng Thị Mậu")).isFalse();
    }

    @Test
    void only_a_consent_of_the_same_person_from_a_later_day_makes_up_for_a_withdrawal() {
        var withdrawn = given("Chị M.", DAY).withdrawn(DAY.plusDays(3));

        assertThat(record(withdrawn, given("Chị M.", DAY)).missing()).isPresent();
        assertThat(record(withdrawn, given("Chị M.", DAY.plusDays(3))).missing())
                .as("on the same day nobody knows which came first")
                .isPresent();
        assertThat(record(withdrawn, given("Anh P.", DAY.plusDays(4))).missing())
                .isPresent();
        assertThat(record(withdrawn, given("Chị M.", DAY.plusDays(4))).missing())
                .isEmpty();
        assertThat(record(withdrawn, given("Chị M.", DAY.plusDays(4)).withdrawn(DAY.plusDays(5)))
                        .missing())
                .isPresent();
    }

    private static ConsentRecord record(Consent... consents) {
        return new ConsentRecord(List.of(consents));
    }

    private static Consent given(String person, @Nullable LocalDate on) {
        return new Consent(person, "Ảnh và tên", on, null, null);
    }
}
