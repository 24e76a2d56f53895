package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.accounts.Accounts;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditEntry;
import vn.loa.accounts.AuditTrail;
import vn.loa.editorial.SubjectKind;

/** What was done to a plan, for those who have to do with it. A constant number of statements. */
@ApplicationScoped
@Transactional
public class PlanHistory {
    /** Nobody reads further back. */
    private static final int MOST = 30;

    /** Whose notes are words to people. */
    private static final Set<String> SAID = Set.of("return", "withdraw", "import");

    @Inject
    private Plans plans;

    @Inject
    private AuditTrail audit;

    @Inject
    private Accounts accounts;

    /** The last of it, the latest first; empty when the plan is not theirs to see. */
    public List<PlanDeed> latest(String slug, Actor by) {
        var entries = plans.find(slug)
                .filter(plan -> PlanPolicy.maySee(by, plan))
                .map(plan -> audit.latest(SubjectKind.PLAN.code(), plan.requireId(), 0, MOST))
                .orElse(List.of());
        var names =
                accounts.displayNames(entries.stream().map(AuditEntry::actor).collect(Collectors.toSet()));
        return entries.stream()
                .map(entry -> new PlanDeed(
                        entry.action(),
                        names.get(entry.actor()),
                        entry.at(),
                        SAID.contains(entry.action()) ? entry.note() : null))
                .toList();
    }
}
