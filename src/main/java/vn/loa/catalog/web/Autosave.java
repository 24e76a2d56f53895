package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.Consent;
import vn.loa.catalog.ProductChange;
import vn.loa.catalog.ReadContent;
import vn.loa.catalog.RewriteProduct;
import vn.loa.catalog.WorkContent;
import vn.loa.catalog.WorkContents;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.Jsons;
import vn.loa.common.Overtaking;
import vn.loa.common.TimeSource;
import vn.loa.common.Violation;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;

/**
 * Saves what somebody is writing in the form of a draft, without being asked to. What is right is saved though something else is wrong; what somebody else has saved
 * meanwhile is never written over: who writes decides that, by asking for it ({@link ContentDeeds}).
 */
@RequestScoped
public class Autosave {
    private static final int UNPROCESSABLE = 422;

    @Inject
    private WorkContents contents;

    @Inject
    private ReadContent read;

    @Inject
    private RewriteProduct rewrite;

    @Inject
    private ContentChoices choosing;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Clock clock;

    /**
     * What came of it.
     *
     * @param status of the answer; 200 when something was saved, or was so already
     * @param version that the form goes on with
     * @param complete whether all of it is saved
     * @param said what people read
     * @param taken what only somebody else has changed meanwhile, by the names of the fields, for the form to show
     */
    record Outcome(int status, long version, boolean complete, String said, Map<String, Taken> taken) {
        JsonObjectBuilder json() {
            var fields = Jsons.object();
            taken.forEach((name, field) -> fields.add(
                    name,
                    Jsons.object()
                            .add("values", Jsons.array(field.values()))
                            .add("words", Jsons.array(field.words()))));
            return Jsons.object()
                    .add("version", version)
                    .add("complete", complete)
                    .add("said", said)
                    .add("taken", fields);
        }
    }

    /** What a field holds now. @param words what its values are called */
    record Taken(List<String> values, List<String> words) {}

    /** @param seen version of the product that the form was made from */
    Outcome save(String slug, long seen, ContentForm form) {
        var found = contents.find(slug, user.require());
        if (found.isEmpty()) {
            return refused(HttpServletResponse.SC_NOT_FOUND, seen, visit.text("work.refused.unknown"));
        }
        var now = found.get();
        if (now.editor() && !now.draft()) {
            return refused(HttpServletResponse.SC_CONFLICT, seen, visit.text("edit.auto.no-draft"));
        }
        if (now.editor() && now.version() != seen && isSaid(now, form)) {
            // Who had no answer sends the same once more.
            return saved(now.version(), true, visit.say("edit.auto.saved", time()));
        }
        try {
            return now.editor() && now.version() != seen ? overtaken(now, seen, form) : save(now, seen, form);
        } catch (NotPermitted beyond) {
            return refused(HttpServletResponse.SC_FORBIDDEN, seen, visit.text("working.refused.not-permitted"));
        } catch (TransitionRefused handedIn) {
            return refused(HttpServletResponse.SC_CONFLICT, seen, visit.text("edit.auto.no-draft"));
        } catch (RuntimeException failure) {
            if (!Overtaking.explains(failure)) {
                throw failure;
            }
            return stale(now, seen);
        }
    }

    /** What two have written in different places is saved, both; where they wrote in one, who writes decides. */
    private Outcome overtaken(WorkContent now, long seen, ContentForm form) {
        var before = contents.seen(now.slug(), seen, user.require()).map(ContentForm::of);
        var both = ContentClashes.of(form, ContentForm.of(now.content()), before);
        if (!both.clashes().isEmpty()) {
            var choices = choosing.languages();
            return refused(
                    HttpServletResponse.SC_CONFLICT,
                    seen,
                    visit.say(
                            "edit.auto.clash",
                            who(now),
                            both.clashes().stream()
                                    .map(clash -> ContentPlaces.nameOf(visit, choices, clash.name()))
                                    .collect(Collectors.joining(", "))));
        }
        var outcome = save(now, now.version(), both.form());
        if (outcome.status() != HttpServletResponse.SC_OK) {
            return stale(now, seen);
        }
        return new Outcome(
                outcome.status(),
                outcome.version(),
                outcome.complete(),
                outcome.complete() ? visit.say("edit.auto.both", time(), who(now)) : outcome.said(),
                taken(both));
    }

    private Map<String, Taken> taken(ContentClashes both) {
        var choices = choosing.of(both.form(), "", "");
        var taken = new LinkedHashMap<String, Taken>();
        both.taken().stream().flatMap(name -> ContentForm.unit(name).stream()).forEach(name -> {
            var values = both.form().all(name);
            var words = values.stream()
                    .map(value -> ContentPlaces.readable(visit, choices, name, value))
                    .toList();
            // An agency is written by its name.
            taken.put(name, new Taken(name.equals(ContentForm.AGENCY) ? words : values, words));
        });
        return taken;
    }

    private static boolean isSaid(WorkContent now, ContentForm form) {
        return ContentClashes.of(form, ContentForm.of(now.content()), Optional.empty())
                .clashes()
                .isEmpty();
    }

    private Outcome save(WorkContent now, long seen, ContentForm form) {
        try {
            return outcome(now, seen, write(now, seen, form), List.of());
        } catch (InvalidInput wrong) {
            var stored = ContentForm.of(now.content());
            var right = form;
            for (var fault : wrong.violations()) {
                right = right.taking(ContentForm.unit(ContentPlaces.field(fault.field())), stored);
            }
            try {
                return outcome(now, seen, write(now, seen, right), wrong.violations());
            } catch (InvalidInput still) {
                return refused(UNPROCESSABLE, seen, visit.say("edit.auto.nothing", told(still.violations())));
            }
        }
    }

    private ProductChange write(WorkContent now, long seen, ContentForm form) {
        List<Consent> withdrawn = now.withdrawn();
        var fields = new JsonFields(ContentFormJson.of(form, withdrawn));
        var content = read.from(fields);
        fields.finish();
        return rewrite.goOn(now.slug(), stored -> stored == seen, content, user.require());
    }

    private Outcome outcome(WorkContent before, long seen, ProductChange change, List<Violation> wrong) {
        if (!(change instanceof ProductChange.Done done)) {
            return stale(before, seen);
        }
        var version = done.product().version();
        if (wrong.isEmpty()) {
            return saved(version, true, visit.say("edit.auto.saved", time()));
        }
        return saved(
                version,
                false,
                version == seen
                        ? visit.say("edit.auto.nothing", told(wrong))
                        : visit.say("edit.auto.partly", time(), told(wrong)));
    }

    private static Outcome saved(long version, boolean complete, String said) {
        return new Outcome(HttpServletResponse.SC_OK, version, complete, said, Map.of());
    }

    private static Outcome refused(int status, long seen, String said) {
        return new Outcome(status, seen, false, said, Map.of());
    }

    private Outcome stale(WorkContent found, long seen) {
        return refused(HttpServletResponse.SC_CONFLICT, seen, visit.say("edit.auto.stale", who(found)));
    }

    private String who(WorkContent changed) {
        return Optional.ofNullable(changed.changed())
                .map(deed -> deed.who())
                .orElseGet(() -> visit.text("desk.portal"));
    }

    private String time() {
        return visit.getWords().time(LocalDateTime.ofInstant(clock.instant(), TimeSource.ZONE));
    }

    /** Which field, and what is wrong with it. */
    private String told(List<Violation> wrong) {
        var choices = choosing.languages();
        return wrong.stream()
                .map(fault -> ContentPlaces.label(visit, choices, fault.field()) + ": " + WorkProblems.of(visit, fault))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
