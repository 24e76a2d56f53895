package vn.loa.programmes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.common.Texts;
import vn.loa.programmes.Week;
import vn.loa.taxonomy.Level;
import vn.loa.taxonomy.Locality;

class DeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");

    @Test
    void what_is_sent_again_as_it_was_keeps_the_revision_by_which_it_is_known() {
        var delivery = delivery();

        assertThat(delivery.take("one", 7)).isEqualTo(1);
        assertThat(delivery.take("one", 9)).isEqualTo(2);
        assertThat(delivery.revision()).isEqualTo(7);
        delivery.take("another", 11);
        assertThat(delivery.revision()).isEqualTo(11);
    }

    @Test
    void it_holds_what_was_sent_last() {
        var delivery = delivery().onlyOther();
        delivery.take("one", 10);

        assertThat(delivery.isOnlyOther()).isTrue();
        assertThat(delivery.holds("one")).isTrue();
        assertThat(delivery.holds("another")).isFalse();
    }

    @Test
    void what_follows_something_urgent_waits_as_if_nothing_had_been() {
        var delivery = new Delivery(target(), 1, Week.of(LocalDate.of(2026, 11, 27)), true, NOW);
        var turn = delivery.take("one", 7);
        delivery.failed(NOW.plusSeconds(60));

        delivery.follow(NOW.plusSeconds(70));

        assertThat(delivery.isAt(turn)).isTrue();
        assertThat(delivery.isUrgent()).isFalse();
        assertThat(delivery.failures()).isZero();
        assertThat(delivery.dueAt()).isEqualTo(NOW.plusSeconds(70));
    }

    @Test
    void the_turn_of_a_worker_is_over_when_another_takes_it_or_it_gives_way() {
        var delivery = delivery();
        var first = delivery.take("one", 1);
        var second = delivery.take("one", 1);

        assertThat(delivery.isAt(first)).isFalse();
        assertThat(delivery.isAt(second)).isTrue();
        delivery.end(DeliveryState.SUPERSEDED, NOW);
        assertThat(delivery.isAt(second)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> delivery.end(DeliveryState.DELIVERED, NOW));
    }

    @Test
    void a_target_rests_after_a_failure_until_it_takes_something_or_somebody_changes_it() {
        var target = target();

        target.failed(NOW, NOW.plusSeconds(60));
        target.failed(NOW.plusSeconds(61), NOW.plusSeconds(600));
        assertThat(target.isResting(NOW.plusSeconds(599))).isTrue();
        assertThat(target.isResting(NOW.plusSeconds(600))).isFalse();
        assertThat(target.failingSince()).as("since the first").contains(NOW);
        target.failed(NOW.plusSeconds(62), null);
        assertThat(target.isResting(NOW.plusSeconds(599)))
                .as("what was wrong with one delivery says nothing of the others")
                .isTrue();
        target.took();
        assertThat(target.failures()).isZero();
        assertThat(target.failingSince()).isEmpty();
        target.failed(NOW, NOW.plusSeconds(60));
        target.change(fields("https://loa.example.vn/b"), unit());
        assertThat(target.isResting(NOW)).isFalse();
    }

    @Test
    void only_the_key_that_somebody_was_shown_is_trusted() {
        var target = target();
        target.saw("SHA256:one");

        assertThat(target.trust("SHA256:another")).isFalse();
        assertThat(target.hostKey()).isEmpty();
        assertThat(target.trust("SHA256:one")).isTrue();
        assertThat(target.hostKey()).isEqualTo("SHA256:one");
        assertThat(target.trust("")).isFalse();
    }

    private static Delivery delivery() {
        return new Delivery(target(), 1, Week.of(LocalDate.of(2026, 11, 27)), false, NOW);
    }

    private static DeliveryTarget target() {
        return new DeliveryTarget(fields("https://loa.example.vn/a"), unit(), "quantri", NOW);
    }

    private static TargetFields fields(String address) {
        return new TargetFields("Đài", TargetKind.REST, address, "", "", Set.of(), true, true);
    }

    private static Locality unit() {
        return new Locality(
                "01393",
                "Lũng Nặm",
                "Xã",
                Texts.of("vi", "Xã Lũng Nặm"),
                Level.COMMUNE,
                null,
                LocalDate.of(2025, 7, 1),
                null);
    }
}
