package vn.loa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {
    @Test
    void a_reviewer_judges_only_the_languages_they_know() {
        var reviewer = new Actor("a", Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("tyz"), false);

        assertThat(reviewer.reviews("tyz")).isTrue();
        assertThat(reviewer.reviews("hmn")).isFalse();
    }

    @Test
    void knowing_a_language_does_not_make_a_reviewer() {
        assertThat(new Actor("a", Set.of(Role.EDITOR), null, Set.of("tyz"), false).reviews("tyz"))
                .isFalse();
    }

    @Test
    void a_part_of_the_portal_may_do_everything_in_every_language() {
        assertThat(Role.values()).allMatch(Actor.SAMPLE::is);
        assertThat(Actor.SCHEDULE.reviews("xx")).isTrue();
        assertThat(Actor.SCHEDULE.isConfined()).isFalse();
    }

    @Test
    void a_token_does_not_print_itself() {
        var secret = TokenSecret.random();

        assertThat(secret.toString()).doesNotContain(secret.value());
        assertThat(secret.value()).hasSize(43).isNotEqualTo(TokenSecret.random().value());
    }
}
