package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.AssignProduct;
import vn.loa.catalog.CopyProduct;
import vn.loa.catalog.MoveProduct;
import vn.loa.catalog.PressProduct;
import vn.loa.catalog.Priority;
import vn.loa.catalog.ProductChange;
import vn.loa.catalog.ProductContent;
import vn.loa.catalog.ReviewTrack;
import vn.loa.catalog.Step;
import vn.loa.catalog.WithdrawConsent;
import vn.loa.catalog.WorkingProduct;
import vn.loa.common.InvalidInput;
import vn.loa.common.PlainText;
import vn.loa.common.TimeSource;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.ProblemMapper;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;

/** Takes what the forms of the page of one product at work send, and says what came of it. They are plain forms, which leave nothing in memory. */
@RequestScoped
public class WorkDeeds {
    @Inject
    private MoveProduct move;

    @Inject
    private ReviewTrack review;

    @Inject
    private WithdrawConsent consents;

    @Inject
    private CopyProduct copy;

    @Inject
    private PressProduct press;

    @Inject
    private AssignProduct assign;

    @Inject
    private SentOnce once;

    @Inject
    private FormTokens tokens;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    /**
     * What came of a form.
     *
     * @param problem why it was not done, in words; null when it was
     * @param deed what was asked for
     * @param made name of the product that came of it; null when it is the same
     */
    public record Told(
            @Nullable String problem, String deed, @Nullable String made) {
        Told(@Nullable String problem, String deed) {
            this(problem, deed, null);
        }
    }

    /** For forms of products; it is one person's, and survives their signing in anew. */
    String token() {
        return tokens.issue(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }

    boolean isOurs() {
        return isOurs(request.getParameter(FormTokens.PARAMETER));
    }

    /** Whether this is a {@link #token} of theirs. */
    boolean isOurs(@Nullable String token) {
        return tokens.isGood(purpose(), token);
    }

    Told take(String slug) {
        var deed = parameter("lam");
        if (!isOurs()) {
            return new Told(visit.text("working.again"), deed);
        }
        try {
            if (deed.equals("nhan-ban")) {
                return copied(slug);
            }
            return new Told(done(slug, deed), deed);
        } catch (TransitionRefused refused) {
            return new Told(visit.textOr("working.refused." + refused.reason().code(), "working.refused.other"), deed);
        } catch (NotPermitted beyond) {
            return new Told(visit.text("working.refused.not-permitted"), deed);
        } catch (InvalidInput wrong) {
            return new Told(WorkProblems.of(visit, wrong.violations().get(0)), deed);
        } catch (RuntimeException failure) {
            if (!ProblemMapper.isOvertaken(failure)) {
                throw failure;
            }
            return new Told(visit.text("working.stale"), deed);
        }
    }

    private @Nullable String done(String slug, String deed) {
        return switch (deed) {
            case "gui-duyet" -> step(slug, Step.To.REVIEW);
            case "lay-ve" -> step(slug, Step.To.TAKEN_BACK);
            case "duyet" -> step(slug, Step.To.APPROVED);
            case "dang" -> step(slug, Step.To.PUBLISHED);
            case "bo-hen" -> step(slug, Step.To.UNSCHEDULED);
            case "cat" -> step(slug, Step.To.ARCHIVED);
            case "mo-lai" -> step(slug, Step.To.DRAFT);
            case "tra-lai", "lay-ra" -> noted(slug, Step.To.DRAFT);
            case "go" -> noted(slug, Step.To.WITHDRAWN);
            case "hen-gio" -> schedule(slug);
            case "duyet-ban" -> judge(slug, new ReviewTrack.Verdict(true, null));
            case "tra-ban" -> judge(slug, new ReviewTrack.Verdict(false, note("ghi-chu")));
            case "rut-dong-y" -> withdraw(slug);
            case "uu-tien" -> press(slug);
            case "giao" -> assign(slug);
            default -> visit.text("working.unknown");
        };
    }

    private Told copied(String slug) {
        var by = user.require();
        var outcome =
                once.make(by.name(), () -> copy.copy(slug, this::copyName, by).map(WorkingProduct::slug));
        if (outcome instanceof SentOnce.Outcome.Made made) {
            return new Told(null, "da-nhan-ban", made.name());
        }
        return new Told(visit.text("work.refused.unknown"), "nhan-ban");
    }

    private String copyName(String title) {
        var addition = " " + visit.text("working.copy.name");
        var room = ProductContent.LONGEST_TITLE - addition.length();
        return (title.length() > room ? title.substring(0, room) : title) + addition;
    }

    private @Nullable String step(String slug, Step.To to) {
        return move(slug, new Step(to, null, null));
    }

    private @Nullable String noted(String slug, Step.To to) {
        return move(slug, new Step(to, null, note("ly-do")));
    }

    private @Nullable String schedule(String slug) {
        var at = moment(parameter("luc"));
        return at == null ? visit.text("working.when") : move(slug, new Step(Step.To.SCHEDULED, at, null));
    }

    private @Nullable String press(String slug) {
        var level = Arrays.stream(Priority.values())
                .filter(one -> one.code().equals(parameter("muc")))
                .findFirst()
                .orElse(null);
        if (level == null) {
            return visit.text("working.unknown");
        }
        var until = level == Priority.NORMAL ? null : moment(parameter("den"));
        if (level != Priority.NORMAL && until == null) {
            return visit.text("working.press.when");
        }
        var seen = version();
        return problem(press.press(slug, level, until, version -> version == seen, user.require()));
    }

    private @Nullable String assign(String slug) {
        var who = parameter(WorkForms.ASSIGNEE);
        if (who.isEmpty()) {
            return visit.text("working.no-assignee");
        }
        return switch (assign.assign(slug, who.equals(WorkForms.NOBODY) ? null : who, user.require())) {
            case DONE -> null;
            case UNKNOWN -> visit.text("work.refused.unknown");
            case UNFIT -> visit.text("working.unfit");
        };
    }

    /** As browsers send a date and a time; people of the province mean their own clock. */
    private static @Nullable Instant moment(String text) {
        try {
            var at = LocalDateTime.parse(text);
            return at.getYear() > 2200 || at.getYear() < 1900
                    ? null
                    : at.atZone(TimeSource.ZONE).toInstant();
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private @Nullable String move(String slug, Step step) {
        var seen = version();
        return problem(move.move(slug, step, version -> version == seen, user.require()));
    }

    /** The version that they decided on; none when the form does not say. */
    long version() {
        var text = parameter("phien-ban");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    @Nullable String problem(ProductChange change) {
        if (change instanceof ProductChange.Done) {
            return null;
        }
        return visit.text(change instanceof ProductChange.Stale ? "working.stale" : "work.refused.unknown");
    }

    private @Nullable String judge(String slug, ReviewTrack.Verdict verdict) {
        var number = parameter("ban");
        var outcome = number.matches("[0-9]{1,18}")
                ? review.review(slug, Long.parseLong(number), verdict, seen(), user.require())
                : new ReviewTrack.Unknown();
        if (outcome instanceof ReviewTrack.Judged) {
            return null;
        }
        return visit.text(outcome instanceof ReviewTrack.Unknown ? "working.no-track" : "working.refused.not-as-seen");
    }

    /** Whether a version of a track is the one that its reviewer has looked at; null when the form does not say. */
    @Nullable LongPredicate seen() {
        var text = parameter("da-xem");
        if (!text.matches("[0-9]{1,18}")) {
            return null;
        }
        var seen = Long.parseLong(text);
        return version -> version == seen;
    }

    private @Nullable String withdraw(String slug) {
        LocalDate day = null;
        if (!parameter("ngay").isEmpty()) {
            try {
                day = LocalDate.parse(parameter("ngay"));
            } catch (DateTimeParseException none) {
                return visit.text("working.day");
            }
        }
        return problem(consents.withdraw(slug, parameter("nguoi"), day, user.require()));
    }

    private String note(String name) {
        var note = PlainText.lines(parameter(name)).strip();
        if (note.length() > Step.LONGEST_NOTE) {
            throw InvalidInput.of("note", "must have at most " + Step.LONGEST_NOTE + " characters");
        }
        return note;
    }

    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").replace("\0", "");
    }
}
