package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Accounts;
import vn.loa.accounts.Actor;
import vn.loa.catalog.WorkConditions.Asked;
import vn.loa.catalog.WorkConditions.Part;
import vn.loa.catalog.WorkFilter.Whose;
import vn.loa.catalog.WorkLines.Core;
import vn.loa.catalog.WorkLines.Tracks;
import vn.loa.catalog.WorkList.Choice;
import vn.loa.common.Page;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.taxonomy.FormerCodes;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topics;

/** Lists products in every state for those who have to do with them. The number of statements does not grow with the list. */
@ApplicationScoped
@Transactional
@Reading
public class WorkLists {
    @Inject
    private WorkLines lines;

    @Inject
    private Products products;

    @Inject
    private Accounts accounts;

    @Inject
    private WorkCounts counts;

    @Inject
    private Assignments assignments;

    @Inject
    private Genres genres;

    @Inject
    private Topics topics;

    @Inject
    private Languages languages;

    @Inject
    private Localities localities;

    @Inject
    private FormerCodes formerCodes;

    /**
     * Of the products that they may see, one page.
     *
     * @param page from 1
     * @throws vn.loa.accounts.NotPermitted when it is not theirs to see what is not public
     */
    public WorkList list(WorkFilter wanted, int page, int size, Actor by) {
        ProductPolicy.requireStaff(by);
        var asked = asked(wanted, by);
        var filter = asked.filter();
        var counted = counts.of(asked);
        var tongues = languages.all().stream().filter(Language::isContent).toList();
        var total = counted.of(filter.whose());
        var found = lines(lines.ids(asked, page, size), tongues);
        return new WorkList(
                filter,
                new Page<>(found, total, page, size),
                WorkChoices.states(counted.of(Part.STATE), filter.state()),
                WorkChoices.genres(genres.all(), counted.of(Part.GENRE), filter.genre()),
                WorkChoices.topics(topics.all(), counted.of(Part.TOPIC), filter.topic()),
                WorkChoices.tongues(counted.of(Part.LANGUAGE), tongues),
                WorkChoices.years(counted.of(Part.YEAR), filter.year()),
                localities(counted.of(Part.LOCALITY)),
                counted.all(),
                Stream.of(Whose.values()).collect(Collectors.toMap(each -> each, each -> counted.of(each))),
                counted.ofAnyLanguage());
    }

    /** All products of the list, as they stand; so many and no more. */
    public List<ChosenProducts.Chosen> all(WorkFilter wanted, int most, Actor by) {
        ProductPolicy.requireStaff(by);
        return lines.chosen(asked(wanted, by), most);
    }

    private Asked asked(WorkFilter wanted, Actor by) {
        // Lists are kept and linked to for longer than codes stay.
        var filter = wanted.of(
                formerCodes.present(FormerCodes.GENRE, wanted.genre()),
                formerCodes.present(FormerCodes.TOPIC, wanted.topic()));
        return Asked.of(
                filter,
                by,
                by.confinedTo() == null ? null : localities.below(by.confinedTo()),
                filter.locality().isEmpty()
                        ? Optional.empty()
                        : localities.find(filter.locality()).map(Locality::id));
    }

    /** Codes of the genres that products have which they may see, by address. */
    public Map<String, String> genres(Collection<String> slugs, Actor by) {
        return lines.genres(seen(slugs, by));
    }

    /** What products are called which they may see, by address. */
    public Map<String, Texts> titles(Collection<String> slugs, Actor by) {
        return lines.titles(seen(slugs, by));
    }

    private Collection<String> seen(Collection<String> slugs, Actor by) {
        ProductPolicy.requireStaff(by);
        return by.isConfined()
                ? products.withContent(slugs).values().stream()
                        .filter(product -> ProductPolicy.maySee(by, product))
                        .map(Product::slug)
                        .toList()
                : slugs;
    }

    private List<WorkLine> lines(List<Long> ids, List<Language> tongues) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var cores = lines.cores(ids);
        var tracks = lines.tracks(ids).stream().collect(Collectors.groupingBy(Tracks::product));
        var deeds = lines.lastDeeds(ids);
        var assignees = assignments.names(ids);
        var names = accounts.displayNames(
                deeds.values().stream().map(WorkLines.Deed::who).collect(Collectors.toSet()));
        var found = new ArrayList<WorkLine>();
        for (var id : ids) {
            var core = cores.get(id);
            if (core != null) {
                var deed = Optional.ofNullable(deeds.get(id))
                        .orElseGet(() -> new WorkLines.Deed("", "", core.changedAt()));
                found.add(line(
                        core, spoken(tracks.getOrDefault(id, List.of()), tongues), deed, names, assignees.get(id)));
            }
        }
        return found;
    }

    private static WorkLine line(
            Core core,
            List<WorkLine.Spoken> spoken,
            WorkLines.Deed deed,
            Map<String, String> names,
            @Nullable String assignee) {
        return new WorkLine(
                core.slug(),
                core.version(),
                core.title(),
                core.genre(),
                core.state().code(),
                core.online(),
                core.scheduledFor(),
                spoken,
                deed.at(),
                names.get(deed.who()),
                deed.action(),
                assignee);
    }

    private static List<WorkLine.Spoken> spoken(List<Tracks> tracks, List<Language> tongues) {
        var byLanguage = new HashMap<String, Map<TrackState, Integer>>();
        for (var some : tracks) {
            byLanguage
                    .computeIfAbsent(some.language(), language -> new EnumMap<>(TrackState.class))
                    .put(some.state(), some.count());
        }
        var spoken = new ArrayList<WorkLine.Spoken>();
        for (var tongue : tongues) {
            var counts = byLanguage.get(tongue.code());
            if (counts != null) {
                spoken.add(new WorkLine.Spoken(
                        tongue.label(),
                        counts.getOrDefault(TrackState.APPROVED, 0),
                        counts.getOrDefault(TrackState.READY, 0),
                        counts.getOrDefault(TrackState.PROCESSING, 0),
                        counts.getOrDefault(TrackState.REJECTED, 0)));
            }
        }
        return spoken;
    }

    private List<Choice> localities(Map<String, Long> counts) {
        return lines.units(counts.keySet().stream().map(Long::valueOf).toList()).stream()
                .map(unit -> new Choice(
                        unit.addressName(), unit.labelWithin(), 0, counts.getOrDefault(String.valueOf(unit.id()), 0L)))
                .toList();
    }
}
