package vn.loa.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.EditOutcome.Fault;
import vn.loa.administration.EditOutcome.Wrong;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;
import vn.loa.editorial.ContentRevision;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.SearchOutbox;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Agency;

/**
 * Administrators of the whole portal decide about agencies that editors have named because the list lacks them. Meanwhile plans name them as any other. Others
 * are answered with {@link NotPermitted}.
 */
@ApplicationScoped
@Transactional
public class DecideAgencies {
    private static final String SUBJECT = "agency";
    private static final long NO_NUMBER = 0;

    @Inject
    private Agencies agencies;

    @Inject
    private References references;

    @Inject
    private ProposedAgencies proposals;

    @Inject
    private SearchOutbox outbox;

    @Inject
    private ContentRevision contentRevision;

    @Inject
    private AuditTrail audit;

    /**
     * An agency that somebody has named.
     *
     * @param by the name by which people know who named it
     * @param plans whose newest revision names it
     */
    public record Proposal(String code, long version, Texts name, String by, Instant at, List<Plan> plans) {
        public Proposal {
            plans = List.copyOf(plans);
        }
    }

    /** A plan that names it. */
    public record Plan(String slug, String subject) {}

    /** Who has waited longest first. Three statements. */
    public List<Proposal> waiting(Actor by) {
        require(by);
        var proposed = agencies.proposed();
        var plans = proposals.plans(proposed.stream().map(Agency::code).toList());
        var people = proposals.people();
        return proposed.stream()
                .map(agency -> {
                    var who = agency.proposedBy().orElse("");
                    return new Proposal(
                            agency.code(),
                            agency.version(),
                            agency.name(),
                            people.getOrDefault(who, who),
                            agency.proposedAt().orElse(Instant.EPOCH),
                            plans.getOrDefault(agency.code(), List.of()));
                })
                .toList();
    }

    /** How many wait. */
    public long count(Actor by) {
        require(by);
        return agencies.countProposed();
    }

    /** Takes it into the list as it is called. */
    public EditOutcome accept(String code, long version, Actor by) {
        return decide(code, version, by, agency -> {
            agency.accept();
            return done("accept-agency", code, agency.name().in(Texts.FALLBACK), by);
        });
    }

    /** What names it names another from now on, which the list has had under another name. */
    public EditOutcome merge(String code, long version, String into, Actor by) {
        return decide(code, version, by, agency -> {
            var other = agencies.find(into).filter(found -> !found.isProposed());
            if (other.isEmpty()) {
                return new Wrong(Fault.UNKNOWN_AGENCY);
            }
            if (other.get().handsOnTo(agency)) {
                return new Wrong(Fault.CIRCLE);
            }
            outbox.addAll(SubjectKind.PRODUCT, references.productsOf(code));
            outbox.addAll(SubjectKind.PLAN, references.plansOf(code));
            outbox.addAll(SubjectKind.QUESTION, references.questionsOf(code));
            proposals.replace(code, into);
            agencies.remove(agency);
            return done("merge-agency", into, agency.name().in(Texts.FALLBACK) + " → " + into, by);
        });
    }

    /** Plans that name it name none from now on; their editors read why. @param reason in a line */
    public EditOutcome refuse(String code, long version, String reason, Actor by) {
        return decide(code, version, by, agency -> {
            var why = PlainText.line(reason);
            if (why.isEmpty()) {
                return new Wrong(Fault.NO_REASON);
            }
            if (proposals.isNeeded(code)) {
                return new Wrong(Fault.PUBLIC);
            }
            var name = agency.name().in(Texts.FALLBACK);
            for (var plan : proposals.clear(code)) {
                audit.record(by, "refuse-agency", "plan", plan.id(), plan.slug(), name + ": " + why);
            }
            agencies.remove(agency);
            return done("refuse-agency", code, name + ": " + why, by);
        });
    }

    private EditOutcome decide(String code, long version, Actor by, Function<Agency, EditOutcome> act) {
        require(by);
        references.oneByOne();
        return agencies.find(code)
                .filter(agency -> agency.isProposed() && agency.version() == version)
                .map(act)
                .orElseGet(EditOutcome.Stale::new);
    }

    private EditOutcome done(String action, String code, String note, Actor by) {
        audit.record(by, action, SUBJECT, NO_NUMBER, code, note);
        contentRevision.advance();
        return new EditOutcome.Done(code);
    }

    private static void require(Actor by) {
        Administrators.require(by, "decide about agencies");
    }
}
