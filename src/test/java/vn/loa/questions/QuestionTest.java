package vn.loa.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;
import vn.loa.taxonomy.Agency;

class QuestionTest {
    private static final Instant NOW = Instant.parse("2025-09-01T02:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final LocalDate DUE = LocalDate.of(2025, 9, 16);
    private static final Agency AGENCY = new Agency("so", Texts.of("vi", "Sở"), null, null, null);
    private static final Slug SLUG = new Slug("vay-von-o-dau");

    @Test
    void it_goes_from_its_sender_to_an_agency_to_a_publisher_to_the_public() {
        var question = received(true);
        assertThat(question.state()).isEqualTo(QuestionState.RECEIVED);
        question.assign(AGENCY, DUE, NOW);
        assertThat(question.state()).isEqualTo(QuestionState.ASSIGNED);
        question.answer("Vay ở đâu?", "Tôi hỏi vay.", "Ở xã.", NOW);
        assertThat(question.state()).isEqualTo(QuestionState.ANSWERED);
        assertThat(question.isOnline()).isFalse();

        question.publish(SLUG, LATER);

        assertThat(question.isOnline()).isTrue();
        assertThat(question.slug()).isEqualTo("vay-von-o-dau");
        assertThat(question.publishedAt()).contains(LATER);
        assertThat(question.endedAt()).contains(LATER);
    }

    @Test
    void without_consent_it_is_answered_to_its_sender_alone() {
        var question = answered(false);

        refuses(Reason.CONSENT_MISSING, () -> question.publish(SLUG, NOW));

        question.close("Không đăng vì người gửi không muốn.", LATER);
        assertThat(question.isOnline()).isFalse();
        assertThat(question.answer()).isEqualTo("Ở xã.");
        assertThat(question.endedAt()).contains(LATER);
    }

    @Test
    void a_step_that_does_not_lead_on_is_refused_and_changes_nothing() {
        var question = received(true);

        refuses(Reason.WRONG_STATE, () -> question.answer("A", "B", "C", NOW));
        refuses(Reason.WRONG_STATE, () -> question.publish(SLUG, NOW));
        refuses(Reason.WRONG_STATE, () -> question.withdraw("Sai", NOW));
        refuses(Reason.WRONG_STATE, () -> question.sendBack("Sai", NOW));
        refuses(Reason.WRONG_STATE, () -> question.reopen("Sai", NOW));
        assertThat(question.state()).isEqualTo(QuestionState.RECEIVED);
        assertThat(question.title()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void whoever_sends_back_closes_or_withdraws_says_why(String why) {
        refuses(Reason.NO_REASON_GIVEN, () -> answered(true).sendBack(why, NOW));
        refuses(Reason.NO_REASON_GIVEN, () -> received(true).close(why, NOW));
        var published = answered(true);
        published.publish(SLUG, NOW);
        refuses(Reason.NO_REASON_GIVEN, () -> published.withdraw(why, NOW));
    }

    @Test
    void an_answer_without_words_is_none() {
        var question = received(true);
        question.assign(AGENCY, DUE, NOW);

        refuses(Reason.NOTHING_TO_SHOW, () -> question.answer("Tiêu đề", "Câu hỏi", " ", NOW));
    }

    @Test
    void what_was_withdrawn_comes_back_at_its_old_address_and_keeps_its_day() {
        var question = answered(true);
        question.publish(SLUG, NOW);
        question.withdraw("Sai số liệu.", LATER);
        assertThat(question.isWithdrawn()).isTrue();
        assertThat(question.endedAt()).as("it goes on").isEmpty();

        question.publish(new Slug("khac"), LATER);

        assertThat(question.slug()).isEqualTo("vay-von-o-dau");
        assertThat(question.publishedAt()).contains(NOW);
    }

    @Test
    void the_public_is_told_why_it_was_withdrawn_and_nothing_that_is_said_in_office_afterwards() {
        var question = answered(true);
        question.publish(SLUG, NOW);
        var title = question.title();
        question.withdraw("Sai số liệu.", LATER);

        question.answer("Tên chưa duyệt", "B", "C", LATER);
        question.sendBack("Còn tên chị ở dòng 2.", LATER);

        assertThat(question.withdrawnTitle()).isEqualTo(title);
        assertThat(question.withdrawnReason()).isEqualTo("Sai số liệu.");
    }

    @Test
    void its_sender_takes_it_back_from_every_state_and_it_never_becomes_public_again() {
        var question = answered(true);
        question.publish(SLUG, NOW);

        question.takeBack("Người gửi rút.", LATER);

        assertThat(question.isOnline()).isFalse();
        assertThat(question.state()).isEqualTo(QuestionState.CLOSED);
        assertThat(question.title() + question.asked() + question.answer()).isEmpty();
        assertThat(question.withdrawnTitle()).isEmpty();
        assertThat(question.withdrawnReason()).isEqualTo("Người gửi rút.");
        refuses(Reason.WRONG_STATE, () -> question.reopen("Thử", LATER));
    }

    @Test
    void it_is_late_from_the_day_after_the_last_until_it_is_answered() {
        var question = received(true);
        question.assign(AGENCY, DUE, NOW);

        assertThat(question.isLate(DUE)).isFalse();
        assertThat(question.isLate(DUE.plusDays(1))).isTrue();
        question.answer("A", "B", "C", NOW);
        assertThat(question.isLate(DUE.plusDays(1))).isFalse();
    }

    @Test
    void what_was_closed_before_anybody_had_it_is_nobodys_when_it_is_reopened() {
        var question = received(true);
        question.close("Trùng.", NOW);
        question.reopen("Không trùng.", LATER);

        assertThat(question.state()).isEqualTo(QuestionState.RECEIVED);
        assertThat(question.endedAt()).isEmpty();
    }

    private static Question received(boolean publishable) {
        return new Question(TrackingCode.random(), null, null, publishable, false, NOW);
    }

    private static Question answered(boolean publishable) {
        var question = received(publishable);
        question.assign(AGENCY, DUE, NOW);
        question.answer("Vay ở đâu?", "Tôi hỏi vay.", "Ở xã.", NOW);
        return question;
    }

    private static void refuses(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        TransitionRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
