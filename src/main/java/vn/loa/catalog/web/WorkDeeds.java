package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.AssignProduct;
import vn.loa.catalog.CopyProduct;
import vn.loa.catalog.MoveProduct;
import vn.loa.catalog.PressProduct;
import vn.loa.catalog.Priority;
import vn.loa.catalog.ProductContent;
import vn.loa.catalog.ReviewTrack;
import vn.loa.catalog.Step;
import vn.loa.catalog.TakeBackReview;
import vn.loa.catalog.WithdrawConsent;
import vn.loa.catalog.WorkingProduct;
import vn.loa.common.InvalidInput;
import vn.loa.common.Overtaking;
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
    private TakeBackReview takeBackReview;

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
    private ProductForm form;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    /**
     * What came of a form.
     *
     * @param problem why it was not done, in words; null when it was
     * @param deed what was asked for
     * @param made name of the product that came of it; null when it is the same
     * @param forbidden whether it was not theirs to ask for
     */
    public record Told(
            @Nullable String problem, String deed, @Nullable String made, boolean forbidden) {
        Told(@Nullable String problem, String deed) {
            this(problem, deed, null, false);
        }
    }

    Told take(String slug) {
        var deed = form.parameter("lam");
        if (!form.isOurs()) {
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
            return new Told(visit.text("working.refused.not-permitted"), deed, null, true);
        } catch (InvalidInput wrong) {
            return new Told(WorkProblems.of(visit, wrong.violations().get(0)), deed);
        } catch (RuntimeException failure) {
            if (!Overtaking.explains(failure)) {
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
            case "dang", "dang-lai" -> step(slug, Step.To.PUBLISHED);
            case "bo-hen" -> step(slug, Step.To.UNSCHEDULED);
            case "cat" -> step(slug, Step.To.ARCHIVED);
            case "mo-lai" -> step(slug, Step.To.DRAFT);
            case "tra-lai", "lay-ra" -> noted(slug, Step.To.DRAFT);
            case "go" -> noted(slug, Step.To.WITHDRAWN);
            case "hen-gio" -> schedule(slug);
            case "duyet-ban" -> judge(slug, new ReviewTrack.Verdict(true, null));
            case "tra-ban" -> judge(slug, new ReviewTrack.Verdict(false, form.note("ghi-chu")));
            case "lay-lai-ban" -> takeBackReview(slug);
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
            return new Told(null, "da-nhan-ban", made.name(), false);
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
        return move(slug, new Step(to, null, form.note("ly-do")));
    }

    private @Nullable String schedule(String slug) {
        var at = form.moment("luc");
        return at == null
                ? visit.text(form.noMoment("luc", "working.when"))
                : move(slug, new Step(Step.To.SCHEDULED, at, null));
    }

    private @Nullable String press(String slug) {
        var level = Arrays.stream(Priority.values())
                .filter(one -> one.code().equals(form.parameter("muc")))
                .findFirst()
                .orElse(null);
        if (level == null) {
            return visit.text("working.unknown");
        }
        var until = level == Priority.NORMAL ? null : form.moment("den");
        if (level != Priority.NORMAL && until == null) {
            return visit.text(form.noMoment("den", "working.press.when"));
        }
        var seen = form.version();
        return WorkProblems.of(visit, press.press(slug, level, until, version -> version == seen, user.require()));
    }

    private @Nullable String assign(String slug) {
        var who = form.parameter(BulkDeeds.ASSIGNEE);
        if (who.isEmpty()) {
            return visit.text("working.no-assignee");
        }
        return switch (assign.assign(slug, who.equals(BulkDeeds.NOBODY) ? null : who, user.require())
                .result()) {
            case DONE -> null;
            case UNKNOWN -> visit.text("work.refused.unknown");
            case UNFIT -> visit.text("working.unfit");
            case STALE -> throw new IllegalStateException("nobody was expected");
        };
    }

    private @Nullable String move(String slug, Step step) {
        var seen = form.version();
        return WorkProblems.of(visit, move.move(slug, step, version -> version == seen, user.require()));
    }

    private @Nullable String judge(String slug, ReviewTrack.Verdict verdict) {
        var number = form.parameter("ban");
        var outcome = number.matches("[0-9]{1,18}")
                ? review.review(slug, Long.parseLong(number), verdict, form.seen(), user.require())
                : new ReviewTrack.Unknown();
        return told(outcome);
    }

    private @Nullable String takeBackReview(String slug) {
        var number = form.parameter("ban");
        var seen = form.seen();
        return told(
                number.matches("[0-9]{1,18}")
                        ? takeBackReview.takeBack(
                                slug,
                                Long.parseLong(number),
                                // Who may not do it is told so, whatever they have looked at.
                                Objects.requireNonNullElse(seen, version -> false),
                                user.require())
                        : new ReviewTrack.Unknown());
    }

    private @Nullable String told(ReviewTrack.Outcome outcome) {
        if (outcome instanceof ReviewTrack.Judged) {
            return null;
        }
        return visit.text(outcome instanceof ReviewTrack.Unknown ? "working.no-track" : "working.refused.not-as-seen");
    }

    private @Nullable String withdraw(String slug) {
        LocalDate day = null;
        if (!form.parameter("ngay").isEmpty()) {
            try {
                day = LocalDate.parse(form.parameter("ngay"));
            } catch (DateTimeParseException none) {
                return visit.text("working.day");
            }
        }
        return WorkProblems.of(visit, consents.withdraw(slug, form.parameter("nguoi"), day, user.require()));
    }
}
