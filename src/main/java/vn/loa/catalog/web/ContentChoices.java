package vn.loa.catalog.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.PlanReferences;
import vn.loa.catalog.PlanReferences.PlanReference;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks;
import vn.loa.taxonomy.Picks.Kind;
import vn.loa.taxonomy.Picks.Pick;
import vn.loa.taxonomy.Taxonomies;

/** What an editor chooses from when describing a product, in a number of statements that does not grow with it. */
@ApplicationScoped
public class ContentChoices {
    private static final int FOUND = 12;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private Picks picks;

    @Inject
    private PickFields fields;

    @Inject
    private PlanReferences plans;

    /** Something that can be chosen. @param depth in its tree, from 0 @param end its last day, when it is no more; else null */
    public record Choice(
            String code, Texts label, int depth, @Nullable LocalDate end) {
        Choice(String code, Texts label, int depth) {
            this(code, label, depth, null);
        }

        /** As people know it, whoever has borne it since. */
        public String getNumber() {
            return code.replaceAll("@.*", "");
        }
    }

    /** A deliverable that can be fulfilled. @param plan number or subject of the plan that promises it; null when that is not public */
    public record Promise(
            String code, Texts title, @Nullable String plan) {}

    /**
     * All of them.
     *
     * @param localities those that are chosen, then those that were found
     * @param promises those that are chosen, then those that were found
     */
    public record Choices(
            List<Taxonomies.LanguageItem> languages,
            List<Choice> genres,
            List<Choice> topics,
            List<Choice> audiences,
            List<Choice> agencies,
            List<Choice> localities,
            List<Promise> promises) {
        public static Choices none() {
            return new Choices(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
    }

    Choices of(ContentForm form, String localities, String promises) {
        return new Choices(
                taxonomies.languages(),
                taxonomies.genres().stream()
                        .map(genre -> new Choice(genre.code(), genre.label(), 0))
                        .toList(),
                tree(taxonomies.topics()),
                flat(taxonomies.audiences()),
                agencies(form),
                localities(form, localities),
                promises(form, promises));
    }

    /** Nothing but the languages that it can be written in. */
    Choices languages() {
        return new Choices(taxonomies.languages(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static List<Choice> flat(List<Taxonomies.Item> items) {
        return items.stream()
                .map(item -> new Choice(item.code(), item.label(), 0))
                .toList();
    }

    /** Each below what it belongs to. */
    static List<Choice> tree(List<Taxonomies.Item> items) {
        var below =
                items.stream().collect(Collectors.groupingBy(item -> Objects.requireNonNullElse(item.parent(), "")));
        var tree = new ArrayList<Choice>();
        grow(below, "", 0, tree);
        return tree;
    }

    private static void grow(Map<String, List<Taxonomies.Item>> below, String parent, int depth, List<Choice> tree) {
        for (var item : below.getOrDefault(parent, List.of())) {
            tree.add(new Choice(item.code(), item.label(), depth));
            grow(below, item.code(), depth + 1, tree);
        }
    }

    /** Those that are chosen. */
    private List<Choice> agencies(ContentForm form) {
        return picks.named(Kind.AGENCY, form.all("co-quan")).values().stream()
                .map(agency -> new Choice(agency.code(), agency.label(), 0))
                .toList();
    }

    private List<Choice> localities(ContentForm form, String words) {
        var chosen = new LinkedHashSet<>(form.all("dia-ban"));
        var named = picks.named(Kind.UNIT, chosen);
        var all = new ArrayList<Choice>();
        chosen.forEach(code -> {
            var unit = named.get(code);
            all.add(unit == null ? new Choice(code, Texts.of(Texts.FALLBACK, code), 0) : choice(unit));
        });
        fields.find(Kind.UNIT, words).stream()
                .filter(unit -> !chosen.contains(unit.code()))
                .forEach(unit -> all.add(choice(unit)));
        return all;
    }

    private static Choice choice(Pick unit) {
        return new Choice(unit.code(), unit.label(), 0, unit.lastDay());
    }

    private List<Promise> promises(ContentForm form, String words) {
        var chosen = form.all("chi-tieu").stream()
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        var all = new ArrayList<Promise>();
        if (!chosen.isEmpty()) {
            var known = plans.of(chosen);
            chosen.forEach(code -> {
                var found = known.get(code);
                all.add(found == null ? new Promise(code, Texts.of(Texts.FALLBACK, code), null) : promise(found));
            });
        }
        plans.search(PlainText.line(words), FOUND).stream()
                .filter(found -> !chosen.contains(found.deliverable()))
                .forEach(found -> all.add(promise(found)));
        return all;
    }

    private static Promise promise(PlanReference found) {
        return new Promise(
                found.deliverable(),
                found.title(),
                Objects.requireNonNullElse(found.planReference(), found.planSubject()));
    }
}
