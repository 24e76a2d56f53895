package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Role;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Told;
import vn.loa.common.web.Visit;
import vn.loa.editorial.KeepFilter;
import vn.loa.editorial.SubjectKind;
import vn.loa.plans.PlanFilter;
import vn.loa.plans.PlanLists;
import vn.loa.plans.PlansAtWork;
import vn.loa.plans.PlansAtWork.Choice;
import vn.loa.plans.PlansAtWork.Line;

/** The list of plans at work: {@code /quan-tri/ke-hoach}. */
@Named("planList")
@RequestScoped
public class PlanListBacking {
    private static final int SIZE = 25;
    private static final int UNPROCESSABLE = 422;

    @Inject
    private PlanLists lists;

    @Inject
    private PlanListForms deeds;

    @Inject
    private PlanForms forms;

    @Inject
    private KeepFilter filters;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private PlansAtWork list = PlansAtWork.empty();
    private Paging paging = Paging.none();
    private List<Field> fields = List.of();
    private List<Saved> saved = List.of();
    private @Nullable Told told;

    /** Something that the list can be narrowed by. */
    public record Field(String name, String label, List<Option> options) {}

    public record Option(String value, String text, boolean chosen) {}

    /** A list that is kept. @param current whether it is the one that is shown */
    public record Saved(long id, String name, String url, boolean current) {}

    /** What the list is narrowed by. @param url of the list that it would be without */
    public record Narrowing(String text, String url) {}

    /** Does what a form asks for, and reads the page of the list that the address asks for. */
    public void begin() {
        if (request.getMethod().equals("POST")) {
            var answer = deeds.take();
            told = answer;
            if (!answer.done()) {
                FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(UNPROCESSABLE);
            }
        }
        var by = user.require();
        list = lists.list(
                new PlanFilter(
                        getWords(),
                        asked(PlanListForms.STATE),
                        asked(PlanListForms.LEVEL),
                        asked(PlanListForms.AGENCY),
                        asked(PlanListForms.YEAR),
                        asked(PlanListForms.WHO)),
                Paging.number(visit.parameter(Paging.PARAMETER)),
                SIZE,
                by);
        paging = Paging.of(list.lines(), visit.getAddress().without(PlanListForms.CHOSEN));
        fields = List.of(
                field(PlanListForms.STATE, list.states(), choice -> visit.text("work.state." + choice.code())),
                field(PlanListForms.LEVEL, list.levels(), choice -> visit.text("plan.level." + choice.code())),
                field(PlanListForms.AGENCY, list.agencies(), choice -> visit.of(choice.label())),
                field(PlanListForms.YEAR, list.years(), Choice::code),
                field(
                        PlanListForms.WHO,
                        list.people(),
                        choice -> choice.code().equals(by.name())
                                ? visit.say("plan.by.nguoi.me", visit.of(choice.label()))
                                : visit.of(choice.label())));
        var here = getQuery();
        saved = filters.of(SubjectKind.PLAN, by).stream()
                .map(kept -> new Saved(
                        kept.id(),
                        kept.name(),
                        visit.link(PlanListForms.LIST.narrowed(PlanListForms.LIST.of(kept.query()))),
                        kept.query().equals(here)))
                .toList();
    }

    private Field field(String name, List<Choice> choices, Function<Choice, String> words) {
        var chosen = asked(name);
        var options = new ArrayList<Option>();
        for (var choice : choices) {
            options.add(new Option(
                    choice.code(),
                    words.apply(choice) + " (" + visit.getWords().number(choice.count()) + ")",
                    choice.code().equals(chosen)));
        }
        // What was asked for and is none of them stays chosen, so that the form does not say otherwise than the list.
        if (!chosen.isEmpty() && options.stream().noneMatch(Option::chosen)) {
            options.add(new Option(chosen, chosen + " (0)", true));
        }
        return new Field(name, visit.text("plan.by." + name), options);
    }

    private String asked(String name) {
        return PlanListForms.LIST.value(visit.getAddress(), name);
    }

    public String getWords() {
        return asked(PlanListForms.WORDS);
    }

    public PlansAtWork getList() {
        return list;
    }

    public Paging getPaging() {
        return paging;
    }

    public List<Field> getFields() {
        return fields;
    }

    public boolean isNarrowed() {
        return PlanListForms.LIST.isNarrowed(visit.getAddress());
    }

    /** What the list is narrowed by, each with the list that it would be without. */
    public List<Narrowing> getChosen() {
        var chosen = new ArrayList<Narrowing>();
        if (!getWords().isEmpty()) {
            chosen.add(without(PlanListForms.WORDS, "“" + getWords() + "”"));
        }
        for (var field : fields) {
            field.options().stream()
                    .filter(Option::chosen)
                    .forEach(option -> chosen.add(without(field.name(), field.label() + ": " + option.text())));
        }
        return chosen;
    }

    private Narrowing without(String parameter, String text) {
        return new Narrowing(
                text, visit.link(PlanListForms.LIST.narrowed(visit.getAddress().without(parameter))));
    }

    public List<Saved> getSaved() {
        return saved;
    }

    /** Whether this list is kept already. */
    public boolean isKept() {
        return saved.stream().anyMatch(Saved::current);
    }

    /** What came of a form; null when none was sent. */
    public @Nullable Told getTold() {
        return told;
    }

    /** For forms, which come back to this list. */
    public String getAction() {
        return visit.getAddress().without(PlanListForms.CHOSEN).toString();
    }

    public String getQuery() {
        return PlanListForms.query(visit.getAddress());
    }

    /** Marks all lines of this page. */
    public String getAllChosen() {
        return visit.link(visit.getAddress().with(PlanListForms.CHOSEN, PlanListForms.ALL));
    }

    /** Marks none of them. */
    public String getNoneChosen() {
        return visit.link(visit.getAddress().without(PlanListForms.CHOSEN));
    }

    /** Whether a line is marked. */
    public boolean marked(Line line) {
        var answer = told;
        return answer == null
                ? visit.parameter(PlanListForms.CHOSEN).equals(PlanListForms.ALL)
                : answer.chosen().contains(line.slug());
    }

    /** What was written in a field beside the list, when it was not taken; empty otherwise. */
    public String kept(String field) {
        var answer = told;
        return answer == null || answer.done() ? "" : forms.parameter(field);
    }

    /** What somebody did, in words. */
    public String deed(String action) {
        return visit.textOr("deed." + action, "deed.other");
    }

    /** Editors begin plans, and do things to many at once. */
    public boolean isEditor() {
        return user.require().is(Role.EDITOR);
    }

    public String getToken() {
        return forms.token();
    }
}
