package vn.loa.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Accounts;
import vn.loa.accounts.Actor;
import vn.loa.accounts.Role;
import vn.loa.administration.DecideAgencies;
import vn.loa.catalog.TrackNote;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.editorial.PublicationState;
import vn.loa.home.DeskNews.Deed;
import vn.loa.home.DeskNews.Named;
import vn.loa.home.DeskWork.SentBack;
import vn.loa.media.processing.JobList;
import vn.loa.questions.OfficeQuestions;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;

/** Puts together what waits for somebody, by what they may do and where, in a number of statements that does not grow with it. */
@ApplicationScoped
@Transactional
@Reading
public class Desks {
    static final int SHOWN = 8;

    /** When somebody asks for all: more than anybody reads, or hears in a week. */
    private static final int MOST = 200;

    /** Whoever writes, judges or publishes has to do with all that happens to products and plans; as {@code ProductPolicy} has it. */
    private static final Set<Role> STAFF = Set.of(Role.EDITOR, Role.LANGUAGE_REVIEWER, Role.PUBLISHER);

    /** Of them, those who work on plans; as {@code PlanPolicy} has it. */
    private static final Set<Role> ON_PLANS = Set.of(Role.EDITOR, Role.PUBLISHER);

    /** Others learn of what becomes public, or is no longer. */
    private static final Set<String> PUBLIC_DEEDS = Set.of("publish", "withdraw");

    /** Deeds whose note is what somebody wrote to others. */
    private static final Set<String> SAID = Set.of("return", "withdraw", "reject-track", "refuse-agency");

    @Inject
    private DeskWork work;

    @Inject
    private DeskNews news;

    @Inject
    private Accounts accounts;

    @Inject
    private Deadlines deadlines;

    @Inject
    private JobList jobs;

    @Inject
    private DecideAgencies agencies;

    @Inject
    private OfficeQuestions questions;

    @Inject
    private Localities localities;

    @Inject
    private Languages languages;

    @Inject
    private Clock clock;

    /**
     * @param since from when on what others have done is news to them
     * @param whole whether to show more than a first few of what no other page lists
     */
    public Desk of(Actor by, ReadNews.Since since, boolean whole) {
        var shown = whole ? MOST : SHOWN;
        var places = by.confinedTo() == null ? null : localities.below(by.confinedTo());
        var names = languages.all().stream()
                .collect(Collectors.toMap(Language::code, Language::label, (one, other) -> one, LinkedHashMap::new));
        var publishes = by.is(Role.PUBLISHER);
        return new Desk(
                when(by.is(Role.EDITOR), () -> drafts(by, names, places)),
                by.is(Role.LANGUAGE_REVIEWER) ? Optional.of(tracks(by, names, places, shown)) : Optional.empty(),
                when(publishes, () -> works(PublicationState.IN_REVIEW, places)),
                when(publishes, () -> works(PublicationState.APPROVED, places)),
                by.is(Role.EDITOR) || publishes
                        ? Optional.of(Shortlist.of(work.jobs(names, places, shown + 1), shown))
                        : Optional.empty(),
                by.is(Role.ADMINISTRATOR) && !by.isConfined() ? Optional.of(jobs.counts(by)) : Optional.empty(),
                by.is(Role.ADMINISTRATOR) && !by.isConfined() ? Optional.of(agencies.count(by)) : Optional.empty(),
                by.is(Role.EDITOR) || publishes || by.is(Role.COMMUNE_OFFICER)
                        ? Optional.of(deadlines.of(by, places, shown))
                        : Optional.empty(),
                by.is(Role.COMMUNE_OFFICER) && by.isConfined()
                        ? Optional.of(Shortlist.of(ofPlace(by, shown + 1), shown))
                        : Optional.empty(),
                questions.waiting(by, SHOWN + 1).map(waiting -> Shortlist.of(waiting, SHOWN)),
                Shortlist.of(changes(by, since.at(), places, shown + 1), shown),
                since.at(),
                since.marked(),
                clock.instant());
    }

    private static <T> Optional<Shortlist<T>> when(boolean theirs, Supplier<List<T>> found) {
        return theirs ? Optional.of(Shortlist.of(found.get(), SHOWN)) : Optional.empty();
    }

    private Shortlist<Desk.Waiting> tracks(
            Actor by, Map<String, Texts> names, @Nullable Collection<Long> places, int shown) {
        var theirs = new LinkedHashMap<>(names);
        theirs.keySet().retainAll(by.languages());
        return Shortlist.of(theirs.isEmpty() ? List.of() : work.tracks(theirs, places, shown + 1), shown);
    }

    /** Products and plans together: what was sent back before all others, and each of them by what became a draft last. */
    private List<Desk.Work> drafts(Actor by, Map<String, Texts> names, @Nullable Collection<Long> places) {
        var found = new LinkedHashMap<String, Desk.Work>();
        Stream.concat(
                        latest(
                                work.returnedDrafts(by.name(), places, SHOWN + 1),
                                work.returnedPlanDrafts(by.name(), places, SHOWN + 1)),
                        latest(
                                work.drafts(by.name(), places, SHOWN + 1),
                                work.planDrafts(by.name(), places, SHOWN + 1)))
                .forEach(draft -> found.putIfAbsent(String.valueOf(draft.path()), draft));
        return told(found.values().stream().limit(SHOWN + 1).toList(), by, names);
    }

    private static Stream<Desk.Work> latest(List<Desk.Work> products, List<Desk.Work> plans) {
        return Stream.concat(products.stream(), plans.stream())
                .sorted((one, other) -> other.at().compareTo(one.at()));
    }

    /** Each with who sent it, or something of it, back and why. */
    private List<Desk.Work> told(List<Desk.Work> drafts, Actor by, Map<String, Texts> names) {
        var products = slugs(drafts, false);
        var tracks = work.returned(products, names);
        var productsBack = work.productsSentBack(products, by.name());
        var plansBack = work.plansSentBack(slugs(drafts, true), by.name());
        var people = accounts.displayNames(Stream.of(productsBack, plansBack)
                .flatMap(some -> some.values().stream())
                .map(SentBack::by)
                .collect(Collectors.toSet()));
        return drafts.stream()
                .map(draft -> {
                    var back = (draft.isPlan() ? plansBack : productsBack).get(draft.slug());
                    return draft.with(
                            back == null
                                    ? null
                                    : new Desk.SentBack(
                                            people.get(back.by()), Objects.requireNonNullElse(back.why(), "")),
                            draft.isPlan() ? List.of() : tracks.getOrDefault(draft.slug(), List.of()));
                })
                .toList();
    }

    private static List<String> slugs(List<Desk.Work> drafts, boolean plans) {
        return drafts.stream()
                .filter(draft -> draft.isPlan() == plans)
                .map(Desk.Work::slug)
                .toList();
    }

    /** Products and plans together, those that wait longest first. */
    private List<Desk.Work> works(PublicationState state, @Nullable Collection<Long> places) {
        return Stream.concat(
                        work.products(state, places, SHOWN + 1).stream(), work.plans(state, places, SHOWN + 1).stream())
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .limit(SHOWN + 1)
                .toList();
    }

    private List<Desk.Work> ofPlace(Actor by, int most) {
        return localities
                .find(Objects.requireNonNull(by.confinedTo(), "they are confined to a place"))
                .map(unit -> work.publicProducts(localities.within(unit), most))
                .orElse(List.of());
    }

    private List<Desk.Change> changes(Actor by, Instant since, @Nullable Collection<Long> places, int most) {
        var isStaff = by.roles().stream().anyMatch(STAFF::contains);
        var isOnPlans = by.roles().stream().anyMatch(ON_PLANS::contains);
        var kinds = new ArrayList<>(List.of("product"));
        // Of plans that they may not open, somebody who judges tracks learns nothing.
        if (isOnPlans || !isStaff) {
            kinds.add("plan");
        }
        if (by.is(Role.ADMINISTRATOR) && !by.isConfined()) {
            kinds.add("account");
        }
        var deeds = news.deeds(since, by.name(), kinds, isStaff ? Set.of() : PUBLIC_DEEDS, places, most);
        // What a product is called while it is revised, the others do not learn either.
        var named = isStaff ? "current" : "published";
        var products = news.productNames(subjects(deeds, "product"), named);
        var plans = news.planNames(subjects(deeds, "plan"), named, isOnPlans);
        var people =
                accounts.displayNames(Stream.concat(deeds.stream().map(Deed::who), subjects(deeds, "account").stream())
                        .collect(Collectors.toSet()));
        return deeds.stream()
                .map(deed -> {
                    var subject = switch (deed.kind()) {
                        case "product" -> products.get(deed.subject());
                        case "plan" -> plans.get(deed.subject());
                        default -> person(people.get(deed.subject()));
                    };
                    var who = people.get(deed.who());
                    return new Desk.Change(
                            deed.at(),
                            who,
                            deed.action(),
                            subject == null ? Texts.none() : subject.title(),
                            deed.subject(),
                            subject == null ? null : subject.path(),
                            // What the portal notes of what it does itself is a code.
                            who != null && SAID.contains(deed.action())
                                    ? TrackNote.said(deed.action(), deed.note())
                                    : null,
                            TrackNote.of(deed.action(), deed.note()).orElse(null));
                })
                .toList();
    }

    private static @Nullable Named person(@Nullable String name) {
        return name == null ? null : new Named(Texts.of(Texts.FALLBACK, name), null);
    }

    private static Set<String> subjects(List<Deed> deeds, String kind) {
        return deeds.stream()
                .filter(deed -> deed.kind().equals(kind))
                .map(Deed::subject)
                .collect(Collectors.toSet());
    }
}
