package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.accounts.Accounts;
import vn.loa.accounts.Actor;
import vn.loa.common.Coded;
import vn.loa.common.Page;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.editorial.PublicationState;
import vn.loa.plans.PlanListing.Asked;
import vn.loa.plans.PlanListing.Deed;
import vn.loa.plans.PlanListing.Part;
import vn.loa.plans.PlansAtWork.Choice;
import vn.loa.plans.PlansAtWork.Line;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Level;
import vn.loa.taxonomy.Localities;

/** Lists plans in every state for those who have to do with them. The number of statements does not grow with the list. */
@ApplicationScoped
@Transactional
@Reading
public class PlanLists {
    @Inject
    private PlanListing listing;

    @Inject
    private Accounts accounts;

    @Inject
    private Goals goals;

    @Inject
    private Agencies agencies;

    @Inject
    private Localities localities;

    /**
     * Of the plans that they may see, one page, what has changed last first.
     *
     * @param page from 1
     * @throws vn.loa.accounts.NotPermitted when it is not theirs to see what is not public
     */
    public PlansAtWork list(PlanFilter filter, int page, int size, Actor by) {
        PlanPolicy.requireStaff(by);
        var asked = new Asked(filter, by.confinedTo() == null ? null : localities.below(by.confinedTo()));
        var counts = listing.counts(asked);
        var ids = listing.ids(asked, page, size);
        var revisions = listing.revisions(ids);
        var promised = goals.of(revisions);
        var deeds = listing.lastDeeds(ids);
        var lines = revisions.stream()
                .map(revision -> line(
                        revision,
                        promised.getOrDefault(revision, List.of()),
                        deeds.getOrDefault(revision.plan().requireId(), begun(revision.plan()))))
                .toList();
        var total = counts.getOrDefault(Part.ALL, Map.of()).getOrDefault("", 0L);
        return new PlansAtWork(
                new Page<>(lines, total, page, size),
                coded(PublicationState.values(), counts.getOrDefault(Part.STATE, Map.of())),
                coded(Level.values(), counts.getOrDefault(Part.LEVEL, Map.of())),
                named(agencies.allAndProposed(), counts.getOrDefault(Part.AGENCY, Map.of())),
                years(counts.getOrDefault(Part.YEAR, Map.of())),
                people(counts.getOrDefault(Part.WHO, Map.of())));
    }

    /**
     * A plan to which something is done from a list.
     *
     * @param version as it is now
     */
    public record Named(String slug, long version, String subject) {}

    /** Of the plans at these addresses those that they may see. One statement. */
    public List<Named> named(Collection<String> slugs, Actor by) {
        PlanPolicy.requireStaff(by);
        return listing.at(slugs).stream()
                .filter(plan -> PlanPolicy.maySee(by, plan))
                .map(plan ->
                        new Named(plan.slug(), plan.version(), plan.current().subject()))
                .toList();
    }

    /** Of a plan of which nothing is written down. */
    private static Deed begun(Plan plan) {
        return new Deed("", "", plan.publication().changedAt());
    }

    private static List<Choice> years(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(each -> !each.getKey().isEmpty())
                .sorted(Map.Entry.<String, Long>comparingByKey().reversed())
                .map(each -> new Choice(each.getKey(), Texts.none(), each.getValue()))
                .toList();
    }

    /** Of those who have an account: the portal does things by itself, too. */
    private List<Choice> people(Map<String, Long> counts) {
        return accounts.displayNames(counts.keySet()).entrySet().stream()
                .map(each -> new Choice(
                        each.getKey(),
                        Texts.of(Texts.FALLBACK, each.getValue()),
                        counts.getOrDefault(each.getKey(), 0L)))
                .sorted(Comparator.comparing(choice -> choice.label().in(Texts.FALLBACK)))
                .toList();
    }

    private static List<Choice> coded(Coded[] values, Map<String, Long> counts) {
        return Stream.of(values)
                .filter(value -> counts.containsKey(value.code()))
                .map(value -> new Choice(value.code(), Texts.none(), counts.getOrDefault(value.code(), 0L)))
                .toList();
    }

    private static List<Choice> named(List<Agency> all, Map<String, Long> counts) {
        return all.stream()
                .filter(agency -> counts.containsKey(agency.code()))
                .map(agency -> new Choice(agency.code(), agency.name(), counts.getOrDefault(agency.code(), 0L)))
                .sorted(Comparator.comparing(choice -> choice.label().in(Texts.FALLBACK)))
                .collect(Collectors.toList());
    }

    private static Line line(PlanRevision revision, List<PlanLine.Goal> goals, Deed last) {
        var plan = revision.plan();
        return new Line(
                plan.slug(),
                plan.version(),
                revision.kind(),
                revision.reference().orElse(null),
                revision.symbol().orElse(null),
                revision.subject(),
                revision.issued()
                        .map(date -> new PlanDocument.Issued(
                                date.date(), date.precision().code()))
                        .orElse(null),
                revision.issuer().map(Agency::name).orElseGet(Texts::none),
                revision.locality().label(),
                plan.publication().state().code(),
                plan.publication().isOnline(),
                last.action(),
                last.who(),
                last.at(),
                goals.size(),
                promised(goals, false),
                promised(goals, true),
                goals.stream().mapToLong(goal -> goal.progress().published()).sum(),
                goals.stream().filter(goal -> goal.progress().overdue()).count());
    }

    /** @param printed whether copies are counted, or else works */
    private static long promised(List<PlanLine.Goal> goals, boolean printed) {
        return goals.stream()
                .filter(goal -> goal.printed() == printed)
                .map(goal -> goal.progress().promised())
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
    }
}
