package vn.loa.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.loa.editorial.TransitionRefused.Reason;

class PublicationTest {
    private static final Instant NOW = Instant.parse("2025-05-22T01:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private static final Map<String, Consumer<Publication>> STEPS = new LinkedHashMap<>(Map.of(
            "submit", p -> p.submit(NOW),
            "take-back", p -> p.takeBack(NOW),
            "approve", p -> p.approve(NOW),
            "return", p -> p.returnToDraft("Sửa lại lời thoại", NOW),
            "schedule", p -> p.schedule(LATER, NOW),
            "unschedule", p -> p.unschedule(NOW),
            "publish", p -> p.publish(NOW, NOW),
            "revise", p -> p.revise(NOW),
            "withdraw", p -> p.withdraw("Số liệu sai", NOW),
            "archive", p -> p.archive(NOW)));

    private static final Map<PublicationState, Set<String>> ALLOWED = new EnumMap<>(Map.of(
            PublicationState.DRAFT, Set.of("submit", "archive"),
            PublicationState.IN_REVIEW, Set.of("take-back", "approve", "return"),
            PublicationState.APPROVED, Set.of("schedule", "publish", "return"),
            PublicationState.SCHEDULED, Set.of("schedule", "unschedule", "publish", "return"),
            PublicationState.PUBLISHED, Set.of("revise", "withdraw"),
            PublicationState.WITHDRAWN, Set.of("return", "archive"),
            PublicationState.ARCHIVED, Set.of("return")));

    @Test
    void what_is_rewritten_has_changed_and_stays_where_it_is() {
        var publication = Publication.draft(NOW);

        publication.rewritten(LATER);

        assertThat(publication.changedAt()).isEqualTo(LATER);
        assertThat(publication.state()).isEqualTo(PublicationState.DRAFT);
    }

    @Test
    void each_state_allows_exactly_its_own_steps_and_a_refused_step_changes_nothing() {
        for (var state : PublicationState.values()) {
            STEPS.forEach((name, step) -> {
                var publication = in(state);
                var online = publication.isOnline();
                var act = Act.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
                assertThat(publication.allows(act))
                        .as("%s in %s", name, state)
                        .isEqualTo(ALLOWED.get(state).contains(name));
                if (ALLOWED.get(state).contains(name)) {
                    step.accept(publication);
                } else {
                    var refused = catchThrowableOfType(TransitionRefused.class, () -> step.accept(publication));
                    assertThat(refused).as("%s in %s", name, state).isNotNull();
                    assertThat(refused.reason()).isEqualTo(Reason.WRONG_STATE);
                    assertThat(publication.state()).isEqualTo(state);
                    assertThat(publication.isOnline()).isEqualTo(online);
                }
            });
        }
    }

    @Test
    void the_public_keeps_seeing_a_work_while_it_is_revised_reviewed_and_scheduled_again() {
        var publication = in(PublicationState.PUBLISHED);

        publication.revise(LATER);
        publication.submit(LATER);
        publication.approve(LATER);
        publication.schedule(LATER.plusSeconds(1), LATER);

        assertThat(publication.isOnline()).isTrue();
    }

    @Test
    void the_day_of_first_publication_survives_a_revision() {
        var publication = in(PublicationState.PUBLISHED);
        publication.revise(LATER);
        publication.submit(LATER);
        publication.approve(LATER);

        publication.publish(LATER, LATER);

        assertThat(publication.publishedAt()).contains(NOW);
    }

    @Test
    void a_work_under_revision_can_still_be_withdrawn_at_once() {
        var publication = in(PublicationState.PUBLISHED);
        publication.revise(LATER);

        publication.withdraw("Người trong phim rút lại đồng ý", LATER);

        assertThat(publication.isOnline()).isFalse();
        assertThat(publication.withdrawalReason()).contains("Người trong phim rút lại đồng ý");
    }

    @Test
    void what_is_online_is_not_archived() {
        var publication = in(PublicationState.PUBLISHED);
        publication.revise(LATER);

        assertThat(catchThrowableOfType(TransitionRefused.class, () -> publication.archive(LATER)))
                .isNotNull();
    }

    @Test
    void a_moment_that_nobody_would_remember_is_no_schedule() {
        var refused = catchThrowableOfType(
                TransitionRefused.class,
                () -> in(PublicationState.APPROVED).schedule(Instant.parse("2099-05-22T01:00:00Z"), NOW));
        assertThat(refused.reason()).isEqualTo(Reason.TOO_FAR_AHEAD);
    }

    @Test
    void a_moment_that_has_passed_is_no_schedule() {
        var refused = catchThrowableOfType(
                TransitionRefused.class, () -> in(PublicationState.APPROVED).schedule(NOW, NOW));

        assertThat(refused.reason()).isEqualTo(Reason.NOT_IN_THE_FUTURE);
    }

    @Test
    void returning_and_withdrawing_need_a_reason() {
        for (var step :
                Arrays.<Consumer<Publication>>asList(p -> p.withdraw(" ", NOW), p -> p.returnToDraft("", NOW))) {
            var refused =
                    catchThrowableOfType(TransitionRefused.class, () -> step.accept(in(PublicationState.PUBLISHED)));
            assertThat(refused.reason()).isEqualTo(Reason.NO_REASON_GIVEN);
        }
    }

    private static Publication in(PublicationState state) {
        var publication = Publication.draft(NOW);
        switch (state) {
            case DRAFT -> {}
            case IN_REVIEW -> to(publication, "submit");
            case APPROVED -> to(publication, "submit", "approve");
            case SCHEDULED -> to(publication, "submit", "approve", "schedule");
            case PUBLISHED -> to(publication, "submit", "approve", "publish");
            case WITHDRAWN -> to(publication, "submit", "approve", "publish", "withdraw");
            case ARCHIVED -> to(publication, "archive");
        }
        assertThat(publication.state()).isEqualTo(state);
        return publication;
    }

    private static void to(Publication publication, String... steps) {
        for (var step : steps) {
            STEPS.get(step).accept(publication);
        }
    }
}
