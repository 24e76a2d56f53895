package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.Address;
import vn.loa.common.web.Visit;
import vn.loa.plans.BroadcastCounts;
import vn.loa.plans.DeliverableProgress;
import vn.loa.plans.PlanDocument;
import vn.loa.plans.PlanDocument.Issued;
import vn.loa.plans.PlanDocument.Minutes;
import vn.loa.plans.PlanDocument.Period;
import vn.loa.plans.PlanDocument.Promise;
import vn.loa.plans.PlanDocument.Signed;
import vn.loa.plans.PlanPage;
import vn.loa.plans.Terms;

/** Says in plain words what stands in plans. */
@Named("planWords")
@RequestScoped
public class PlanWordsBacking {
    @Inject
    private Visit visit;

    /** {@code Kế hoạch · Số 159/KH-UBND}, or that it was published without a number, with the symbol that stands behind the gap. */
    public String title(String kind, @Nullable String reference, @Nullable String symbol) {
        return kind(kind) + " · " + number(reference, symbol);
    }

    private String number(@Nullable String reference, @Nullable String symbol) {
        if (reference != null) {
            return visit.say("plan.number", reference);
        }
        return symbol == null ? visit.text("plan.nonumber") : visit.say("plan.number.blank", symbol);
    }

    /** What another plan is called in few words: its number, else the symbol behind the gap, else what it is about. */
    public String brief(PlanPage.Neighbour plan) {
        if (plan.reference() != null) {
            return plan.reference();
        }
        return plan.symbol() == null ? plan.subject() : "…/" + plan.symbol();
    }

    /** {@code Kế hoạch} for {@code KH}. */
    public String kind(String kind) {
        return visit.textOr("plan.kind." + kind, "plan.kind.other");
    }

    /** The date as exactly as it is known. */
    public String issued(@Nullable Issued issued) {
        if (issued == null) {
            return visit.text("plan.issued.unknown");
        }
        return switch (issued.precision()) {
            case "year" -> visit.getWords().year(issued.date());
            case "month" -> visit.getWords().month(issued.date());
            default -> visit.getWords().day(issued.date());
        };
    }

    /** {@code ngày 31 tháng 12 năm 2025}, or that it is due before. */
    public String due(Terms.Due due) {
        var day = visit.getWords().day(due.day());
        return due.before() ? visit.say("plan.due.before", day) : day;
    }

    /** {@code 2021 – 2025}, {@code 2025}, or nothing. */
    public String period(Period period) {
        if (period.from() == null || period.from().equals(period.to())) {
            return period.to() == null ? "" : period.to().toString();
        }
        // As text: a year has no thousands separator.
        return period.to() == null
                ? period.from().toString()
                : visit.say(
                        "plan.period.years",
                        period.from().toString(),
                        period.to().toString());
    }

    /** In which capacity somebody signed, and that the plan does not say who; empty when it tells neither. */
    public String capacity(Signed signer) {
        if (signer.capacity() == null) {
            return "";
        }
        var capacity = visit.usual("plan.capacity.", signer.capacity());
        return signer.name() == null ? visit.say("plan.signer.unnamed", capacity) : capacity;
    }

    /** What a section is called: {@code 2.1.4. Nguồn tài liệu}. */
    public String heading(PlanDocument.Part section) {
        return section.number() == null ? section.title() : section.number() + ". " + section.title();
    }

    /** How many, how long, and how carried over, in one line. @param printed whether copies are counted, and not works */
    public String shape(Promise promise, boolean printed) {
        var parts = new ArrayList<String>();
        parts.add(
                promise.quantity() == null
                        ? visit.text("plan.deliverable.noquantity")
                        : visit.say(
                                printed ? "plan.deliverable.copies" : "plan.deliverable.quantity", promise.quantity()));
        if (promise.minutes() != null) {
            parts.add(length(promise.minutes()));
        }
        if (!promise.how().equals("none")) {
            parts.add(visit.text("plan.deliverable.how." + promise.how()));
        }
        if (promise.replay()) {
            parts.add(visit.text("plan.deliverable.replay"));
        }
        return String.join(" · ", parts);
    }

    /** What stands behind the number of works: {@code sản phẩm đã đăng}. @param printed whether copies are promised, which are not told against works */
    public String done(DeliverableProgress progress, boolean printed) {
        var promised = progress.promised();
        if (printed && promised != null) {
            return visit.say("plan.done.printed", progress.published(), promised);
        }
        return visit.say("plan.done", Objects.requireNonNullElse(promised, progress.published()));
    }

    /**
     * How many language versions the public has, beside the works that every number of progress counts: {@code 20 / 60 bản theo tiếng},
     * and apart from them how many only stand in for a translation. Nothing where this would only say again how many works there are.
     */
    public String versions(DeliverableProgress progress) {
        var promised = progress.versionsPromised();
        if (promised == null || progress.countsVersionsAsWorks()) {
            return "";
        }
        var versions = visit.say("plan.versions", progress.versionsPublished(), promised);
        return progress.standIns() == 0
                ? versions
                : versions + " · " + visit.say("plan.versions.standins", progress.standIns());
    }

    /** How far numbers rest on sample content: {@code số liệu mẫu}; empty when they do not. */
    public String samples(DeliverableProgress progress) {
        if (progress.samples() == 0) {
            return "";
        }
        return progress.samples() == progress.published()
                ? visit.text("plan.samples")
                : visit.say("plan.samples.some", progress.samples());
    }

    /** The search for everything on the portal that names this document. */
    public String citing(String reference) {
        return visit.link(Address.of("/tim-kiem").with("q", reference));
    }

    private String length(Minutes minutes) {
        if (minutes.min() != null && minutes.max() != null && !minutes.min().equals(minutes.max())) {
            return visit.say("plan.deliverable.minutes.range", minutes.min(), minutes.max());
        }
        var length = minutes.max() == null ? minutes.min() : minutes.max();
        return length == null ? "" : visit.say("plan.deliverable.minutes", length);
    }

    /** The paragraphs of a plain text, which are parted by empty lines. */
    public List<String> paragraphs(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\n\\s*\\n"));
    }

    /** {@code Đã phát trên loa 12 lần, ở 3 xã}. */
    public String airings(BroadcastCounts.Airings airings) {
        var words = visit.getWords();
        return visit.say("plan.airings", words.number(airings.count()), words.number(airings.places()));
    }
}
