package vn.loa.administration.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.EditOutcome;
import vn.loa.common.web.BothWrote;
import vn.loa.common.web.BothWrote.Stored;
import vn.loa.common.web.BothWrote.Theirs;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** What a form holds, by the names of its fields, and how its page says what came of it. */
final class SentFields {
    private SentFields() {}

    static Map<String, String> of(SentForm sent, List<String> names) {
        var fields = new HashMap<String, String>();
        names.stream().filter(sent::has).forEach(name -> fields.put(name, sent.line(name)));
        return fields;
    }

    /** The same, where units and agencies are written by name into some of them. */
    static Map<String, String> of(
            SentForm sent, List<String> names, Map<String, Kind> picked, PickFields picks, Visit visit) {
        var fields = of(sent, names);
        picked.forEach((name, kind) ->
                fields.computeIfPresent(name, (field, written) -> picks.code(kind, written, visit.getWords())));
        return fields;
    }

    /**
     * Adds something once, however often its form is sent.
     *
     * @param deed answers {@link EditOutcome.Done} when it has
     */
    static EditOutcome once(SentOnce once, String by, Supplier<EditOutcome> deed) {
        return once.make(
                by,
                deed,
                outcome -> outcome instanceof EditOutcome.Done made ? Optional.of(made.id()) : Optional.empty(),
                EditOutcome.Done::new,
                () -> new EditOutcome.Wrong(EditOutcome.Fault.SENT_ALREADY));
    }

    /**
     * Saves fields beside what others have saved.
     *
     * @param now reads what there is
     * @param change saves them over a version
     */
    static EditOutcome change(
            BothWrote both,
            Map<String, String> fields,
            Supplier<Optional<Stored>> now,
            BiFunction<Long, Map<String, String>, EditOutcome> change) {
        return both.save(fields, now, change, EditOutcome.Stale.class::isInstance)
                .orElseGet(EditOutcome.Stale::new);
    }

    /** @param keys what keys of texts begin with, for what was done @param names of the fields, in the order of the page */
    static void tell(EditOutcome outcome, String keys, List<String> names, BothWrote both, SentForm sent, Visit visit) {
        tell(outcome, keys, names, "", both, sent, visit);
    }

    /** The same where the page has several such forms. @param ending of the ids of fields, behind their names */
    static void tell(
            EditOutcome outcome,
            String keys,
            List<String> names,
            String ending,
            BothWrote both,
            SentForm sent,
            Visit visit) {
        if (outcome instanceof EditOutcome.Wrong wrong) {
            refuse(wrong, names, ending, sent, visit);
        } else if (both.isClash()) {
            clash(both, names, ending, sent, visit);
        } else if (outcome instanceof EditOutcome.Stale) {
            sent.refuse(visit.text("edit.stale"));
        } else if (both.isJoined()) {
            sent.done(visit.text("edit.joined"));
        } else {
            sent.done(visit.text(
                    visit.hasText(keys + ".done." + sent.getButton())
                            ? keys + ".done." + sent.getButton()
                            : "edit.done." + sent.getButton()));
        }
    }

    private static void refuse(EditOutcome.Wrong wrong, List<String> names, String ending, SentForm sent, Visit visit) {
        var whole = wrong.faults().get(EditOutcome.Wrong.WHOLE);
        if (whole != null) {
            sent.refuse(visit.text("edit.wrong." + whole.code()));
            return;
        }
        var said = new LinkedHashMap<String, String>();
        ordered(names, wrong.faults().keySet())
                .forEach(name -> said.put(
                        name + ending,
                        visit.text("edit.wrong."
                                + Objects.requireNonNull(wrong.faults().get(name))
                                        .code())));
        sent.refuse(visit.say("edit.wrong", said.size()), said);
    }

    /** Says in which fields both have written. */
    static void clash(BothWrote both, List<String> names, String ending, SentForm sent, Visit visit) {
        var said = new LinkedHashMap<String, String>();
        ordered(names, both.clashes()).forEach(name -> said.put(name + ending, visit.text("edit.both.here")));
        sent.refuse(visit.text("edit.both"), said);
    }

    private static List<String> ordered(List<String> names, Set<String> some) {
        return Stream.concat(
                        names.stream().filter(some::contains), some.stream().filter(name -> !names.contains(name)))
                .toList();
    }

    /** What the other has saved in a field, as fields of units, agencies, days and texts hold it and as it is read; null when not both have written there. */
    static @Nullable Theirs theirs(
            BothWrote both, String name, Map<String, Kind> picked, PickFields picks, Visit visit) {
        var kind = picked.get(name);
        return kind == null
                ? both.theirs(name, UnaryOperator.identity(), value -> readable(value, visit))
                : both.theirs(
                        name,
                        value -> picks.shown(kind, value, visit.getWords()),
                        value -> picks.shown(kind, value, visit.getWords()));
    }

    private static String readable(String value, Visit visit) {
        return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? visit.getWords().day(LocalDate.parse(value)) : value;
    }
}
