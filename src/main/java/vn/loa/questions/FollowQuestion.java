package vn.loa.questions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.Texts;
import vn.loa.editorial.Chronicle;
import vn.loa.taxonomy.Agency;

/** Tells senders what has become of their questions, and lets them take one back. Their code is all that they show. */
@ApplicationScoped
@Transactional
public class FollowQuestion {
    @Inject
    private Questions questions;

    @Inject
    private Chronicle chronicle;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Where a question stands, for its sender.
     *
     * @param state its code
     * @param agency who answers it; without any text while nobody does
     * @param due the last day for the answer
     * @param path of its public page; null while there is none
     * @param answer what was answered to what was closed without being published; empty otherwise
     * @param note why it was closed; empty otherwise
     */
    public record Progress(
            String state,
            Instant receivedAt,
            Instant changedAt,
            Texts agency,
            @Nullable LocalDate due,
            boolean late,
            @Nullable String path,
            String answer,
            String note) {}

    /** @return empty when there is no such question, whatever the reason */
    public Optional<Progress> find(String typed) {
        return TrackingCode.typed(typed).flatMap(questions::find).map(this::progress);
    }

    /**
     * Erases what its sender wrote and takes the question from the public, if it was there.
     *
     * @param why what its page and those in office are told
     * @return whether there was such a question
     */
    public boolean takeBack(String typed, String why) {
        var found = TrackingCode.typed(typed)
                .flatMap(questions::find)
                .flatMap(question -> questions.lock(question.requireId()));
        found.ifPresent(question -> {
            var wasOnline = question.isOnline();
            questions.eraseLetter(question.requireId());
            question.takeBack(why, clock.instant());
            questions.keepAway(question);
            audit.record(
                    SendQuestion.CITIZEN,
                    "take-back",
                    question.kind().code(),
                    question.requireId(),
                    String.valueOf(question.requireId()),
                    null);
            questions.flush();
            if (wasOnline) {
                chronicle.withdrawn(question);
            }
        });
        return found.isPresent();
    }

    private Progress progress(Question question) {
        var closed = question.state() == QuestionState.CLOSED;
        return new Progress(
                question.state().code(),
                question.receivedAt(),
                question.changedAt(),
                question.agency().map(Agency::name).orElse(Texts.none()),
                question.dueOn().orElse(null),
                question.isLate(LocalDate.now(clock)),
                question.isOnline() ? "/hoi-dap/" + question.slug() : null,
                closed ? question.answer() : "",
                closed ? question.note() : "");
    }
}
