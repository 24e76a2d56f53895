package vn.loa.catalog.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.WorkFilter;
import vn.loa.catalog.WorkFilter.Whose;
import vn.loa.catalog.WorkList;
import vn.loa.catalog.WorkList.Choice;
import vn.loa.common.web.Visit;

/** What the list of products at work can be narrowed to, as fields of a form. */
public final class WorkFields {
    private final Visit visit;
    private final WorkFilter filter;
    private final List<Field> fields = new ArrayList<>();

    private WorkFields(Visit visit, WorkFilter filter) {
        this.visit = visit;
        this.filter = filter;
    }

    /** @param options without the one that leaves everything */
    public record Field(String name, String label, List<Option> options) {
        /** The one that is chosen; null when all are left. */
        public @Nullable Option chosen() {
            return options.stream().filter(Option::chosen).findFirst().orElse(null);
        }
    }

    /** @param lang of its text when that is another than the page's */
    public record Option(
            String value, String text, @Nullable String lang, boolean chosen) {}

    /** @param judges whether they judge tracks, and may look for those that wait for them */
    static List<Field> of(WorkList list, boolean judges, Visit visit) {
        var all = new WorkFields(visit, list.filter());
        all.add(WorkAddress.STATE, list.states(), "work.state.");
        all.add(WorkAddress.GENRE, list.genres(), "");
        all.add(WorkAddress.TOPIC, list.topics(), "");
        all.languages(list);
        all.add(WorkAddress.YEAR, list.years(), "");
        all.add(WorkAddress.LOCALITY, list.localities(), "");
        all.whose(list, judges);
        return List.copyOf(all.fields);
    }

    private void add(String name, List<Choice> choices, String words) {
        var options = new ArrayList<Option>();
        for (var choice : choices) {
            options.add(option(name, choice.code(), indented(choice, text(choice, words)), choice));
        }
        add(name, options);
    }

    private String text(Choice choice, String words) {
        if (!choice.label().isEmpty()) {
            return visit.of(choice.label());
        }
        return words.isEmpty() ? choice.code() : visit.textOr(words + choice.code(), "work.state.other");
    }

    private static String indented(Choice choice, String text) {
        return "– ".repeat(choice.depth()) + text;
    }

    private Option option(String name, String value, String text, Choice choice) {
        return option(name, value, text, choice.count(), visit.tagOf(choice.label()));
    }

    private Option option(String name, String value, String text, long count, @Nullable String lang) {
        var shown = text + " (" + visit.getWords().number(count) + ")";
        return new Option(value, shown, lang, chosen(name).equals(value));
    }

    private void languages(WorkList list) {
        var options = new ArrayList<Option>();
        for (var missing : List.of(false, true)) {
            for (var tongue : list.languages()) {
                options.add(option(
                        WorkAddress.LANGUAGE,
                        (missing ? WorkAddress.MISSING : WorkAddress.COMPLETE) + tongue.code(),
                        visit.say(missing ? "work.missing" : "work.complete", visit.of(tongue.label())),
                        missing ? list.ofAnyLanguage() - tongue.count() : tongue.count(),
                        null));
            }
        }
        add(WorkAddress.LANGUAGE, options);
    }

    private void whose(WorkList list, boolean judges) {
        var options = new ArrayList<Option>();
        for (var each : judges
                ? List.of(Whose.TO_JUDGE, Whose.OWN, Whose.ENTRUSTED, Whose.NOBODYS)
                : List.of(Whose.OWN, Whose.ENTRUSTED, Whose.NOBODYS)) {
            options.add(option(
                    WorkAddress.WHOSE,
                    each.code(),
                    visit.text("work.whose." + each.code()),
                    list.whose().getOrDefault(each, 0L),
                    null));
        }
        add(WorkAddress.WHOSE, options);
    }

    /** What was asked for and is none of them stays chosen, so that the form does not say otherwise than the list. */
    private void add(String name, List<Option> options) {
        var chosen = chosen(name);
        if (!chosen.isEmpty() && options.stream().noneMatch(Option::chosen)) {
            options.add(new Option(chosen, chosen + " (0)", null, true));
        }
        fields.add(new Field(name, visit.text("work.by." + name), List.copyOf(options)));
    }

    private String chosen(String name) {
        return switch (name) {
            case WorkAddress.GENRE -> filter.genre();
            case WorkAddress.TOPIC -> filter.topic();
            default -> WorkAddress.first(visit.getAddress(), name);
        };
    }
}
