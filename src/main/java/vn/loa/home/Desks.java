package vn.loa.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.Role;
import vn.loa.accounts.Sessions;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.editorial.PublicationState;
import vn.loa.home.DeskWork.Deed;
import vn.loa.home.DeskWork.Named;
import vn.loa.plans.Deliverable;
import vn.loa.plans.DeliverableProgress;
import vn.loa.plans.Deliverables;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;

/** Puts together what waits for somebody, by what they may do and where, in a number of statements that does not grow with it. */
@ApplicationScoped
@Transactional
@Reading
public class Desks {
    private static final int SHOWN = 8;
    private static final int MOST_PROMISES = 100;
    private static final long DAYS_AHEAD = 60;
    private static final Duration USUAL_ABSENCE = Duration.ofDays(7);

    /** Whoever writes, judges or publishes has to do with all that happens to products and plans. */
    private static final Set<Role> STAFF = Set.of(Role.EDITOR, Role.LANGUAGE_REVIEWER, Role.PUBLISHER);

    /** Others learn of what becomes public, or is no longer. */
    private static final Set<String> PUBLIC_DEEDS = Set.of("publish", "withdraw");

    /** Deeds whose note is what somebody wrote to others. */
    private static final Set<String> SAID = Set.of("return", "withdraw", "reject-track");

    @Inject
    private DeskWork work;

    @Inject
    private Sessions sessions;

    @Inject
    private Deliverables deliverables;

    @Inject
    private Localities localities;

    @Inject
    private Languages languages;

    @Inject
    private Clock clock;

    /** @param session the one in use, which does not count as an earlier visit */
    public Desk of(Actor by, long session) {
        var places = by.confinedTo() == null ? null : localities.below(by.confinedTo());
        var names = languages.all().stream()
                .collect(Collectors.toMap(Language::code, Language::label, (one, other) -> one, LinkedHashMap::new));
        var publishes = by.is(Role.PUBLISHER);
        var since = sessions.lastHereBefore(by, session)
                .orElseGet(() -> clock.instant().minus(USUAL_ABSENCE));
        return new Desk(
                when(by.is(Role.EDITOR), () -> work.drafts(by.name(), places, SHOWN + 1)),
                when(by.is(Role.LANGUAGE_REVIEWER), () -> tracks(by, names, places)),
                when(publishes, () -> works(PublicationState.IN_REVIEW, places)),
                when(publishes, () -> works(PublicationState.APPROVED, places)),
                when(
                        by.is(Role.EDITOR) || publishes || by.is(Role.ADMINISTRATOR),
                        () -> work.jobs(names, places, SHOWN + 1)),
                when(by.is(Role.EDITOR) || publishes || by.is(Role.COMMUNE_OFFICER), () -> deadlines(by, places)),
                when(by.is(Role.COMMUNE_OFFICER) && by.isConfined(), () -> ofPlace(by)),
                Shortlist.of(changes(by, since, places), SHOWN),
                since);
    }

    private static <T> Optional<Shortlist<T>> when(boolean theirs, Supplier<List<T>> found) {
        return theirs ? Optional.of(Shortlist.of(found.get(), SHOWN)) : Optional.empty();
    }

    private List<Desk.Waiting> tracks(Actor by, Map<String, Texts> names, @Nullable Collection<Long> places) {
        var theirs = new LinkedHashMap<>(names);
        theirs.keySet().retainAll(by.languages());
        return theirs.isEmpty() ? List.of() : work.tracks(theirs, places, SHOWN + 1);
    }

    /** Products and plans together, those that wait longest first. */
    private List<Desk.Work> works(PublicationState state, @Nullable Collection<Long> places) {
        return Stream.concat(
                        work.products(state, places, SHOWN + 1).stream(), work.plans(state, places, SHOWN + 1).stream())
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .limit(SHOWN + 1)
                .toList();
    }

    private List<Desk.Work> ofPlace(Actor by) {
        return localities
                .find(requireConfined(by))
                .map(unit -> work.publicProducts(localities.within(unit), SHOWN + 1))
                .orElse(List.of());
    }

    private static long requireConfined(Actor by) {
        var place = by.confinedTo();
        if (place == null) {
            throw new IllegalArgumentException(by.name() + " is confined to no place");
        }
        return place;
    }

    private List<Desk.Due> deadlines(Actor by, @Nullable Collection<Long> places) {
        var today = LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
        var due =
                work.due(today.plusDays(DAYS_AHEAD), places == null ? null : withThoseAbove(by, places), MOST_PROMISES);
        var progress = deliverables.progress(due);
        return due.stream()
                .flatMap(promise -> Stream.ofNullable(progress.get(promise.key()))
                        .filter(come -> come.overdue() || isOpen(promise, come, today))
                        .map(come -> due(promise, come, today)))
                .limit(SHOWN + 1)
                .toList();
    }

    /** The plans of the units above hold for a commune, too. */
    private Collection<Long> withThoseAbove(Actor by, Collection<Long> places) {
        var all = new LinkedHashSet<>(places);
        for (var unit = localities.find(requireConfined(by));
                unit.isPresent();
                unit = unit.get().parent()) {
            Optional.ofNullable(unit.get().id()).ifPresent(all::add);
        }
        return all;
    }

    /** Whether there is still time, and something to do in it. */
    private static boolean isOpen(Deliverable promise, DeliverableProgress come, LocalDate today) {
        if (promise.isOverOn(today)) {
            return false;
        }
        var promised = come.promised();
        return promised == null
                ? come.published() == 0
                : come.published() < promised
                        || come.languages().stream().anyMatch(language -> language.published() < promised);
    }

    private static Desk.Due due(Deliverable promise, DeliverableProgress come, LocalDate today) {
        var deadline = promise.deadline().orElseThrow();
        var revision = promise.revision();
        return new Desk.Due(
                promise.title(),
                revision.subject(),
                "/ke-hoach/" + revision.plan().slug(),
                deadline,
                ChronoUnit.DAYS.between(today, deadline),
                come.promised(),
                come.published(),
                come.overdue());
    }

    private List<Desk.Change> changes(Actor by, Instant since, @Nullable Collection<Long> places) {
        var isStaff = by.roles().stream().anyMatch(STAFF::contains);
        var kinds = new ArrayList<>(List.of("product", "plan"));
        if (by.is(Role.ADMINISTRATOR) && !by.isConfined()) {
            kinds.add("account");
        }
        var deeds = work.deeds(
                since,
                by.name(),
                kinds,
                isStaff || by.is(Role.ADMINISTRATOR) ? Set.of() : PUBLIC_DEEDS,
                places,
                SHOWN + 1);
        var products = work.productNames(subjects(deeds, "product"));
        var plans = work.planNames(subjects(deeds, "plan"));
        var people = work.people(deeds.stream().map(Deed::who).collect(Collectors.toSet()));
        var nothing = new Named(Texts.none(), null);
        return deeds.stream()
                .map(deed -> {
                    var named = (deed.kind().equals("plan") ? plans : products).getOrDefault(deed.subject(), nothing);
                    return new Desk.Change(
                            deed.at(),
                            people.get(deed.who()),
                            deed.action(),
                            named.title(),
                            deed.subject(),
                            named.path(),
                            SAID.contains(deed.action()) ? deed.note() : null);
                })
                .toList();
    }

    private static Set<String> subjects(List<Deed> deeds, String kind) {
        return deeds.stream()
                .filter(deed -> deed.kind().equals(kind))
                .map(Deed::subject)
                .collect(Collectors.toSet());
    }
}
