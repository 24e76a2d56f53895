package vn.loa.administration.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.loa.administration.EditOutcome;
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

    /** @param keys what keys of texts begin with, for what was done */
    static void tell(EditOutcome outcome, String keys, SentForm sent, Visit visit) {
        if (outcome instanceof EditOutcome.Wrong wrong) {
            sent.refuse(visit.text("edit.wrong." + wrong.fault().code()));
        } else if (outcome instanceof EditOutcome.Stale) {
            sent.refuse(visit.text("edit.stale"));
        } else {
            sent.done(visit.text(
                    visit.hasText(keys + ".done." + sent.getButton())
                            ? keys + ".done." + sent.getButton()
                            : "edit.done." + sent.getButton()));
        }
    }
}
