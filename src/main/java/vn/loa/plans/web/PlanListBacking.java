package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Role;
import vn.loa.common.PlainText;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.plans.PlanFilter;
import vn.loa.plans.PlanLists;
import vn.loa.plans.PlansAtWork;
import vn.loa.plans.PlansAtWork.Choice;

/** The list of plans at work: {@code /quan-tri/ke-hoach}. */
@Named("planList")
@RequestScoped
public class PlanListBacking {
    private static final int SIZE = 25;
    private static final String STATE = "trang-thai";
    private static final String LEVEL = "cap";
    private static final String AGENCY = "co-quan";

    @Inject
    private PlanLists lists;

    @Inject
    private PlanForms forms;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private PlansAtWork list = PlansAtWork.empty();
    private Paging paging = Paging.none();
    private List<Field> fields = List.of();

    /** Something that the list can be narrowed by. */
    public record Field(String name, String label, List<Option> options) {}

    public record Option(String value, String text, boolean chosen) {}

    /** Reads the page of the list that the address asks for. */
    public void load() {
        list = lists.list(
                new PlanFilter(getWords(), asked(STATE), asked(LEVEL), asked(AGENCY)),
                Paging.number(visit.parameter(Paging.PARAMETER)),
                SIZE,
                user.require());
        paging = Paging.of(list.lines(), visit.getAddress());
        fields = List.of(
                field(STATE, list.states(), "work.state."),
                field(LEVEL, list.levels(), "plan.level."),
                field(AGENCY, list.agencies(), ""));
    }

    private Field field(String name, List<Choice> choices, String words) {
        var chosen = asked(name);
        var options = new ArrayList<Option>();
        for (var choice : choices) {
            var text = words.isEmpty() ? visit.of(choice.label()) : visit.text(words + choice.code());
            options.add(new Option(
                    choice.code(),
                    text + " (" + visit.getWords().number(choice.count()) + ")",
                    choice.code().equals(chosen)));
        }
        // What was asked for and is none of them stays chosen, so that the form does not say otherwise than the list.
        if (!chosen.isEmpty() && options.stream().noneMatch(Option::chosen)) {
            options.add(new Option(chosen, chosen + " (0)", true));
        }
        return new Field(name, visit.text("plan.by." + name), options);
    }

    private String asked(String name) {
        return PlainText.line(visit.parameter(name));
    }

    public String getWords() {
        return asked("q");
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
        return !getWords().isEmpty()
                || fields.stream().anyMatch(field -> field.options().stream().anyMatch(Option::chosen));
    }

    /** Editors begin plans. */
    public boolean isEditor() {
        return user.require().is(Role.EDITOR);
    }

    public String getToken() {
        return forms.token();
    }
}
