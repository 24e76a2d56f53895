package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.accounts.Actor;
import vn.loa.catalog.WorkConditions.Asked;
import vn.loa.catalog.WorkConditions.Part;
import vn.loa.catalog.WorkLines.Core;
import vn.loa.catalog.WorkLines.Tracks;
import vn.loa.catalog.WorkList.Choice;
import vn.loa.common.Page;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topic;
import vn.loa.taxonomy.Topics;

/** Lists products in every state for those who have to do with them. The number of statements does not grow with the list. */
@ApplicationScoped
@Transactional
@Reading
public class WorkLists {
    @Inject
    private WorkLines lines;

    @Inject
    private Genres genres;

    @Inject
    private Topics topics;

    @Inject
    private Languages languages;

    @Inject
    private Localities localities;

    /**
     * Of the products that they may see, one page.
     *
     * @param page from 1
     * @throws vn.loa.accounts.NotPermitted when it is not theirs to see what is not public
     */
    public WorkList list(WorkFilter filter, int page, int size, Actor by) {
        ProductPolicy.requireOverview(by);
        var asked = new Asked(
                filter,
                by.name(),
                by.confinedTo() == null ? null : localities.below(by.confinedTo()),
                filter.locality().isEmpty()
                        ? Optional.empty()
                        : localities.find(filter.locality()).map(Locality::id));
        var totals = lines.totals(asked);
        var tongues = languages.all().stream().filter(Language::isContent).toList();
        var total = filter.own() ? totals.own() : totals.all();
        var found = lines(lines.ids(asked, page, size), tongues);
        return new WorkList(
                new Page<>(found, total, page, size),
                choices(lines.counts(asked, Part.STATE), filter.state()),
                genres(lines.counts(asked, Part.GENRE), filter.genre()),
                topics(lines.counts(asked, Part.TOPIC), filter.topic()),
                tongues(lines.counts(asked, Part.LANGUAGE), tongues),
                choices(lines.counts(asked, Part.YEAR), filter.year()),
                localities(lines.counts(asked, Part.LOCALITY)),
                totals.all(),
                totals.own(),
                lines.ofAnyLanguage(asked));
    }

    /** What products are called, by address. */
    public Map<String, Texts> titles(Collection<String> slugs, Actor by) {
        ProductPolicy.requireOverview(by);
        return lines.titles(slugs);
    }

    private List<WorkLine> lines(List<Long> ids, List<Language> tongues) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var cores = lines.cores(ids);
        var tracks = lines.tracks(ids).stream().collect(Collectors.groupingBy(Tracks::product));
        var deeds = lines.lastDeeds(ids);
        var names = lines.displayNames(
                deeds.values().stream().map(WorkLines.Deed::who).collect(Collectors.toSet()));
        var found = new ArrayList<WorkLine>();
        for (var id : ids) {
            var core = cores.get(id);
            if (core != null) {
                var deed = Optional.ofNullable(deeds.get(id))
                        .orElseGet(() -> new WorkLines.Deed("", "", core.changedAt()));
                found.add(line(core, spoken(tracks.getOrDefault(id, List.of()), tongues), deed, names));
            }
        }
        return found;
    }

    private static WorkLine line(
            Core core, List<WorkLine.Spoken> spoken, WorkLines.Deed deed, Map<String, String> names) {
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
                deed.action());
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

    private static List<Choice> choices(Map<String, Long> counts, String chosen) {
        var all = new LinkedHashMap<String, Long>();
        counts.forEach((code, count) -> all.put(code.toLowerCase(Locale.ROOT).replace('_', '-'), count));
        if (!chosen.isEmpty()) {
            all.putIfAbsent(chosen, 0L);
        }
        return all.entrySet().stream()
                .map(each -> Choice.of(each.getKey(), each.getValue()))
                .toList();
    }

    private List<Choice> genres(Map<String, Long> counts, String chosen) {
        return genres.all().stream()
                .filter(genre ->
                        counts.containsKey(genre.code()) || genre.code().equals(chosen))
                .map(genre -> choice(genre, counts))
                .toList();
    }

    private static Choice choice(Genre genre, Map<String, Long> counts) {
        return new Choice(genre.code(), genre.label(), 0, counts.getOrDefault(genre.code(), 0L));
    }

    private List<Choice> topics(Map<String, Long> counts, String chosen) {
        var below = topics.all().stream()
                .collect(Collectors.groupingBy(
                        topic -> topic.parent().map(Topic::code).orElse(""), LinkedHashMap::new, Collectors.toList()));
        var found = new ArrayList<Choice>();
        gather("", 0, below, counts, chosen, found);
        return found;
    }

    private static void gather(
            String parent,
            int depth,
            Map<String, List<Topic>> below,
            Map<String, Long> counts,
            String chosen,
            List<Choice> found) {
        for (var topic : below.getOrDefault(parent, List.of())) {
            if (counts.containsKey(topic.code()) || topic.code().equals(chosen)) {
                found.add(new Choice(topic.code(), topic.label(), depth, counts.getOrDefault(topic.code(), 0L)));
            }
            gather(topic.code(), depth + 1, below, counts, chosen, found);
        }
    }

    private static List<Choice> tongues(Map<String, Long> counts, List<Language> tongues) {
        return tongues.stream()
                .map(tongue -> new Choice(tongue.code(), tongue.label(), 0, counts.getOrDefault(tongue.code(), 0L)))
                .toList();
    }

    private List<Choice> localities(Map<String, Long> counts) {
        return lines.units(counts.keySet().stream().map(Long::valueOf).toList()).stream()
                .map(unit -> new Choice(
                        unit.addressName(), unit.label(), 0, counts.getOrDefault(String.valueOf(unit.id()), 0L)))
                .toList();
    }
}
