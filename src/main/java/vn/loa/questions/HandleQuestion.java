package vn.loa.questions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.InvalidInput;
import vn.loa.common.Slug;
import vn.loa.editorial.Chronicle;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Topics;

/**
 * What is done with questions in office, step by step, each with its entry in the audit trail. Steps that are not allowed now throw
 * {@link vn.loa.editorial.TransitionRefused}, and those of others {@link vn.loa.accounts.NotPermitted}.
 */
@ApplicationScoped
@Transactional
public class HandleQuestion {
    static final int LONGEST_TITLE = 150;
    static final int LONGEST_TEXT = 4_000;
    static final int LONGEST_REASON = 500;
    private static final int LONGEST_SLUG = 80;

    /** Addresses below that of the list which are other pages. */
    private static final Set<String> TAKEN = Set.of("gui", "tra-cuu");

    @Inject
    private AuditTrail audit;

    @Inject
    private Questions questions;

    @Inject
    private Agencies agencies;

    @Inject
    private Topics topics;

    @Inject
    private Localities localities;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /** What came of it. */
    public enum Result {
        DONE,
        /** There is no such question, or it is none of theirs. */
        UNKNOWN,
        /** Somebody has changed it since they read it. */
        STALE
    }

    /** @param version of the question that somebody has read */
    public record Read(long id, long version) {}

    /** @throws InvalidInput for an agency that there is not, or a day that is over */
    public Result assign(Read read, String agency, LocalDate due, String topic, String place, Actor by) {
        return change(read, by, "assign", "", (question, now) -> {
            QuestionPolicy.requireEditor(by, question);
            var to = agencies.find(agency)
                    .filter(each -> each.validTo().isEmpty() && each.successor().isEmpty() && !each.isProposed())
                    .orElseThrow(() -> InvalidInput.of("agency", "is no agency of today"));
            if (due.isBefore(LocalDate.now(clock))) {
                throw InvalidInput.of("due", "is over");
            }
            question.describe(
                    topic.isEmpty() ? null : topics.find(topic).orElseThrow(() -> InvalidInput.of("topic", "is none")),
                    place.isEmpty()
                            ? null
                            : localities.find(place).orElseThrow(() -> InvalidInput.of("locality", "is none")));
            question.assign(to, due, now);
        });
    }

    /** @throws InvalidInput for what is missing or too long */
    public Result answer(Read read, String title, String asked, String answer, Actor by) {
        return change(read, by, "answer", "", (question, now) -> {
            QuestionPolicy.requireEditor(by, question);
            requireLength("title", title, LONGEST_TITLE);
            requireLength("asked", asked, LONGEST_TEXT);
            requireLength("answer", answer, LONGEST_TEXT);
            question.answer(title, asked, answer, now);
        });
    }

    public Result sendBack(Read read, String why, Actor by) {
        return change(read, by, "send-back", why, (question, now) -> {
            QuestionPolicy.requirePublisher(by, question);
            question.sendBack(why, now);
        });
    }

    /**
     * In the words of a question, nothing that points to a person is ever published. An answer may name the number of an office, so there somebody
     * decides, and the audit trail tells that they did.
     *
     * @param seen whether they say that they have seen the numbers and addresses in the answer and that they are nobody's own
     * @throws InvalidInput when the words of the question still hold a number or an address that points to a person, or those of the answer hold one that
     *     nobody has {@code seen}
     */
    public Result publish(Read read, boolean seen, Actor by) {
        var done = change(read, by, "publish", "", (question, now) -> {
            QuestionPolicy.requirePublisher(by, question);
            requireImpersonal("title", question.title());
            requireImpersonal("asked", question.asked());
            if (!seen) {
                requireImpersonal("answer", question.answer());
            }
            var overridden = PersonalData.in(question.answer()).isPresent();
            question.publish(address(question), now);
            if (overridden) {
                trace(question, "keep-pointers", by);
            }
        });
        if (done == Result.DONE) {
            questions.find(read.id()).ifPresent(chronicle::published);
        }
        return done;
    }

    public Result withdraw(Read read, String why, Actor by) {
        var done = change(read, by, "withdraw", why, (question, now) -> {
            QuestionPolicy.requirePublisher(by, question);
            question.withdraw(why, now);
        });
        if (done == Result.DONE) {
            questions.find(read.id()).ifPresent(chronicle::withdrawn);
        }
        return done;
    }

    public Result close(Read read, String why, Actor by) {
        return change(read, by, "close", why, (question, now) -> {
            QuestionPolicy.requireKeeper(by, question);
            question.close(why, now);
        });
    }

    public Result reopen(Read read, String why, Actor by) {
        return change(read, by, "reopen", why, (question, now) -> {
            QuestionPolicy.requireKeeper(by, question);
            question.reopen(why, now);
        });
    }

    /** How to reach the sender; that somebody has looked is written down. Empty when nobody knows, or it is none of theirs. */
    public Optional<String> contact(long id, Actor by) {
        return questions
                .find(id)
                .filter(question -> QuestionPolicy.maySee(by, question))
                .flatMap(question -> {
                    QuestionPolicy.requireKeeper(by, question);
                    var contact = questions.letter(id).flatMap(Letter::contact);
                    contact.ifPresent(known -> trace(question, "see-contact", by));
                    return contact;
                });
    }

    private Result change(Read read, Actor by, String action, String note, BiConsumer<Question, Instant> step) {
        var found = questions.lock(read.id()).filter(question -> QuestionPolicy.maySee(by, question));
        if (found.isEmpty()) {
            return Result.UNKNOWN;
        }
        var question = found.get();
        if (question.version() != read.version()) {
            return Result.STALE;
        }
        if (note.length() > LONGEST_REASON) {
            throw InvalidInput.of("reason", "must have at most " + LONGEST_REASON + " characters");
        }
        step.accept(question, clock.instant());
        trace(question, action, by);
        questions.flush();
        return Result.DONE;
    }

    /** By its number and without a word: what is said about people has to go when they do, and the trail stays for ever. */
    private void trace(Question question, String action, Actor by) {
        audit.record(
                by, action, question.kind().code(), question.requireId(), String.valueOf(question.requireId()), null);
    }

    private static void requireLength(String field, String text, int longest) {
        if (text.isBlank()) {
            throw InvalidInput.of(field, "is required");
        }
        if (text.length() > longest) {
            throw InvalidInput.of(field, "must have at most " + longest + " characters");
        }
    }

    private static void requireImpersonal(String field, String text) {
        PersonalData.in(text).ifPresent(found -> {
            throw InvalidInput.of(field, "still holds what may point to a person: " + found);
        });
    }

    /** Made of the title; with a number where another question has it already. */
    private Slug address(Question question) {
        Slug slug;
        try {
            var title = question.title();
            slug = Slug.of(title.length() > LONGEST_SLUG ? title.substring(0, LONGEST_SLUG) : title);
        } catch (IllegalArgumentException nothingToRead) {
            slug = new Slug("cau-hoi");
        }
        var free = slug;
        for (var number = 2; TAKEN.contains(free.value()) || questions.isTaken(free.value()); number++) {
            free = slug.numbered(number);
        }
        return free;
    }
}
