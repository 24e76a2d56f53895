package vn.loa.questions.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.PlainText;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.questions.OfficeQuestions;
import vn.loa.questions.QuestionFilter;
import vn.loa.questions.QuestionList;
import vn.loa.questions.QuestionList.Choice;

/** The list of questions for those who answer: {@code /quan-tri/hoi-dap}. */
@Named
@RequestScoped
public class WorkQuestionsBacking {
    private static final int SIZE = 30;
    private static final String STATE = "trang-thai";
    private static final String AGENCY = "co-quan";
    private static final String TOPIC = "chu-de";

    @Inject
    private OfficeQuestions questions;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private QuestionList list = QuestionList.empty();
    private Paging paging = Paging.none();

    /** A state to narrow the list to, or the way back to all. */
    public record Link(String text, long count, String url, boolean current) {}

    public record Field(String name, String label, List<Option> options) {}

    /** @param lang of its text when that is another than the page's */
    public record Option(
            String value, String text, @Nullable String lang, boolean chosen) {}

    public void load() {
        var filter = new QuestionFilter(typed("q"), typed(STATE), typed(AGENCY), typed(TOPIC));
        list = questions.list(filter, Paging.number(visit.parameter(Paging.PARAMETER)), SIZE, user.require());
        paging = Paging.of(list.lines(), visit.getAddress());
    }

    private String typed(String parameter) {
        return PlainText.line(visit.parameter(parameter));
    }

    public QuestionFilter getFilter() {
        return list.filter();
    }

    public QuestionList getList() {
        return list;
    }

    public Paging getPaging() {
        return paging;
    }

    /** Each state that there are questions in, and all together. */
    public List<Link> getStates() {
        var links = new ArrayList<Link>();
        var bare = visit.getAddress().without(Paging.PARAMETER).without(STATE);
        var all = list.states().stream().mapToLong(Choice::count).sum();
        links.add(new Link(
                visit.text("work.all"),
                all,
                bare.toString(),
                getFilter().state().isEmpty()));
        list.states()
                .forEach(state -> links.add(new Link(
                        visit.text("question.state." + state.code()),
                        state.count(),
                        bare.with(STATE, state.code()).toString(),
                        state.code().equals(getFilter().state()))));
        return links;
    }

    public List<Field> getFields() {
        return List.of(
                field(AGENCY, list.agencies(), getFilter().agency()),
                field(TOPIC, list.topics(), getFilter().topic()));
    }

    private Field field(String name, List<Choice> choices, String chosen) {
        var options = new ArrayList<Option>();
        choices.forEach(choice -> options.add(new Option(
                choice.code(),
                visit.of(choice.label()) + " (" + visit.getWords().number(choice.count()) + ")",
                visit.tagOf(choice.label()),
                choice.code().equals(chosen))));
        if (!chosen.isEmpty() && options.stream().noneMatch(Option::chosen)) {
            options.add(new Option(chosen, chosen + " (0)", null, true));
        }
        return new Field(name, visit.text("question.by." + name), options);
    }
}
