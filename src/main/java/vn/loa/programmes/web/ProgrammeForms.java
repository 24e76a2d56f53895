package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.Texts;
import vn.loa.common.web.Absence;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.EditProgramme.Outcome;
import vn.loa.programmes.ScheduleProblem;
import vn.loa.taxonomy.Taxonomies;

/** What the pages of those who plan programmes share: their forms, and their words. */
@Named
@RequestScoped
public class ProgrammeForms {
    @Inject
    private Taxonomies taxonomies;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private final Map<String, Texts> languages = new HashMap<>();

    /** Whether a form was sent that may be taken; one that may not is refused. */
    boolean isTaken() {
        if (!sent.isSent()) {
            return false;
        }
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("work.again"));
            return false;
        }
        return true;
    }

    public String getToken() {
        return sent.token(purpose());
    }

    private String purpose() {
        return purpose(user);
    }

    /** What tokens of forms are for on these pages, for whoever takes one of their forms elsewhere. */
    static String purpose(CurrentUser user) {
        return FormTokens.ofDesk(user.require().name());
    }

    /** What somebody looks for, or the answer that there is no such page: also for what is not theirs. */
    <T> Optional<T> found(Supplier<Optional<T>> look) {
        Optional<T> found;
        try {
            found = look.get();
        } catch (NotPermitted others) {
            found = Optional.empty();
        }
        if (found.isEmpty()) {
            absence.unknown();
        }
        return found;
    }

    /** Takes a step, and says what came of it. @param done key of what is said when it is done */
    Outcome tell(Supplier<Outcome> step, String done) {
        Outcome outcome;
        try {
            outcome = step.get();
        } catch (NotPermitted others) {
            sent.forbid(visit.text("programme.not-permitted"));
            return new Outcome.Unknown();
        }
        if (outcome instanceof Outcome.Done taken) {
            sent.done(visit.text(done) + (taken.left() == 0 ? "" : " " + visit.say("programme.left", taken.left())));
        } else if (outcome instanceof Outcome.Stopped) {
            sent.done(visit.say("programme.stop.done", 1));
        } else if (outcome instanceof Outcome.Over) {
            sent.refuse(visit.text("programme.week-over"));
        } else if (outcome instanceof Outcome.Stale) {
            sent.refuse(visit.text("programme.stale"));
        } else if (outcome instanceof Outcome.Refused refused) {
            var own = switch (done) {
                case "programme.published" -> "programme.refused.publish";
                case "programme.planned", "programme.copied" -> "programme.refused.plan";
                default -> "programme.refused";
            };
            sent.refuse(visit.say(own, refused.problems().size()));
        } else {
            sent.refuse(visit.text("programme.nothing"));
        }
        return outcome;
    }

    /** The language with this code, in words. */
    public String language(String code) {
        if (languages.isEmpty()) {
            languages.putAll(taxonomies.languageLabels());
        }
        return visit.of(languages.getOrDefault(code, Texts.of(Texts.FALLBACK, code)));
    }

    /** What is wrong, or worth knowing, in words. */
    public String problem(ScheduleProblem problem) {
        var key = "programme.problem." + problem.kind().code();
        return switch (problem.kind()) {
            case OVERLAP, OVERRUN, LONGER, EMPTY -> visit.say(key, length(problem.seconds()));
            case SHARE -> visit.say(key, language(problem.language()), problem.seconds());
            default -> visit.text(key);
        };
    }

    /** {@code 4:05}: so many minutes and seconds. */
    public String length(long seconds) {
        return visit.getWords().clock(seconds * 1000);
    }

    /** {@code Thứ hai, 23/11/2026}. */
    public String day(LocalDate day) {
        return visit.getWords().weekday(day);
    }
}
