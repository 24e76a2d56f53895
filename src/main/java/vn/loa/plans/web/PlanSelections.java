package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.loa.common.Coded;
import vn.loa.common.web.Visit;
import vn.loa.plans.Adaptation;
import vn.loa.plans.RecipientRole;
import vn.loa.plans.Relation;
import vn.loa.plans.intake.DocumentKind;
import vn.loa.taxonomy.Level;
import vn.loa.taxonomy.Taxonomies;

/** What can be chosen in the form of a plan, each list read once for a page. */
@Named("planSelections")
@RequestScoped
public class PlanSelections {
    @Inject
    private Taxonomies taxonomies;

    @Inject
    private Visit visit;

    private List<Option> genres = List.of();
    private List<Option> languages = List.of();

    /** @param value what is sent for it */
    public record Option(String value, String text) {}

    /** Reads what there is to choose. */
    void keep() {
        genres = taxonomies.genres().stream()
                .map(genre -> new Option(genre.code(), visit.of(genre.label())))
                .toList();
        languages = taxonomies.languagesOfWorks().stream()
                .map(language -> new Option(language.code(), visit.of(language.label())))
                .toList();
    }

    private static List<Option> with(String chosen, List<Option> options) {
        if (chosen.isEmpty()
                || options.stream().anyMatch(option -> option.value().equals(chosen))) {
            return options;
        }
        var all = new ArrayList<>(options);
        all.add(new Option(chosen, chosen));
        return all;
    }

    /** Where a new plan is for, until somebody says otherwise: the province. */
    String place() {
        return taxonomies.localities().stream()
                .filter(unit -> unit.validTo() == null && unit.level().equals("province"))
                .map(Taxonomies.LocalityItem::code)
                .findFirst()
                .orElse("");
    }

    public List<Option> getGenres() {
        return genres;
    }

    public List<Option> getLanguages() {
        return languages;
    }

    /** Kinds of documents, and one that is none of the known. */
    public List<Option> kinds(String chosen) {
        return with(
                chosen,
                Arrays.stream(DocumentKind.values())
                        .map(kind -> new Option(
                                kind.abbreviation(),
                                visit.text("plan.document."
                                                + kind.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'))
                                        + " (" + kind.abbreviation() + ")"))
                        .toList());
    }

    public List<Option> getLevels() {
        return coded(Level.values(), "plan.level.");
    }

    public List<Option> getRelations() {
        return coded(Relation.values(), "plan.relation.");
    }

    public List<Option> getRoles() {
        return coded(RecipientRole.values(), "plan.recipient.");
    }

    public List<Option> getHows() {
        return coded(Adaptation.values(), "plan.how.");
    }

    /** How deep a section may stand. */
    public List<Option> getDepths() {
        return Stream.of("1", "2", "3", "4", "5", "6")
                .map(depth -> new Option(depth, depth))
                .toList();
    }

    private List<Option> coded(Coded[] values, String words) {
        Function<Coded, Option> option = value -> new Option(value.code(), visit.text(words + value.code()));
        return Stream.of(values).map(option).toList();
    }
}
