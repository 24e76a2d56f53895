package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Role;
import vn.loa.catalog.ChosenProducts;
import vn.loa.catalog.WorkExports;
import vn.loa.catalog.WorkFilter.Order;
import vn.loa.catalog.WorkLine;
import vn.loa.catalog.WorkList;
import vn.loa.catalog.WorkLists;
import vn.loa.catalog.web.WorkFields.Field;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Told;
import vn.loa.common.web.Visit;
import vn.loa.editorial.KeepFilter;
import vn.loa.editorial.SubjectKind;

/** The list of products at work: {@code /quan-tri/san-pham}. */
@Named
@RequestScoped
public class WorkListBacking {
    private static final int SIZE = 50;
    private static final int UNPROCESSABLE = 422;

    @Inject
    private WorkLists lists;

    @Inject
    private KeepFilter filters;

    @Inject
    private BulkChoices choosing;

    @Inject
    private WorkForms forms;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private WorkList list = WorkList.empty();
    private Paging paging = Paging.none();
    private List<Field> fields = List.of();
    private List<Saved> saved = List.of();
    private BulkChoices.Choices many = BulkChoices.Choices.none();
    private @Nullable Told told;

    /** A list that is kept. @param current whether it is the one that is shown */
    public record Saved(long id, String name, String url, boolean current) {}

    /** Something that leads to the same list with one thing changed. */
    public record Link(String text, String url, @Nullable String lang, boolean current) {}

    /** Does what a form asks for, and reads the list. */
    public void begin() {
        if (request.getMethod().equals("POST")) {
            var answer = forms.take();
            told = answer;
            if (!answer.done()) {
                FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(UNPROCESSABLE);
            }
        }
        if (visit.parameter(Addresses.NOTICE).equals(WorkExports.TOO_LARGE)) {
            told = Told.problem(visit.say("archive.export.large", getMostBytes()), Set.of());
        }
        var by = user.require();
        list = lists.list(
                WorkAddress.filter(visit.getAddress()), Paging.number(visit.parameter(Paging.PARAMETER)), SIZE, by);
        paging = Paging.of(list.lines(), visit.getAddress().without(WorkAddress.CHOSEN));
        fields = WorkFields.of(list, by.is(Role.LANGUAGE_REVIEWER), visit);
        if (isEditor()) {
            many = choosing.of(this::kept);
        }
        var here = WorkAddress.query(visit.getAddress());
        saved = filters.of(SubjectKind.PRODUCT, by).stream()
                .map(kept -> new Saved(
                        kept.id(),
                        kept.name(),
                        visit.link(WorkAddress.of(kept.query())),
                        kept.query().equals(here)))
                .toList();
    }

    public WorkList getList() {
        return list;
    }

    public Paging getPaging() {
        return paging;
    }

    public List<Field> getFields() {
        return fields;
    }

    public List<Saved> getSaved() {
        return saved;
    }

    /** What can be done to many at once, for who may. */
    public BulkChoices.Choices getMany() {
        return many;
    }

    /** What came of a form; null when none was sent. */
    public @Nullable Told getTold() {
        return told;
    }

    public String getWords() {
        return WorkAddress.first(visit.getAddress(), WorkAddress.WORDS);
    }

    public boolean isNarrowed() {
        return WorkAddress.isNarrowed(visit.getAddress());
    }

    /** Whether this list is kept already. */
    public boolean isKept() {
        return saved.stream().anyMatch(Saved::current);
    }

    /** Editors do things to many products at once. */
    public boolean isEditor() {
        return user.require().is(Role.EDITOR);
    }

    /** For forms, which come back to this list. */
    public String getAction() {
        return visit.getAddress()
                .without(WorkAddress.CHOSEN)
                .without(Addresses.NOTICE)
                .toString();
    }

    public String getQuery() {
        return WorkAddress.query(visit.getAddress());
    }

    /** Where this list is given out as a sheet. @param ending csv, xlsx, or zip with the files */
    public String sheet(String ending) {
        var query = getQuery();
        return Addresses.ARCHIVE_FILES + "/san-pham." + ending + (query.isEmpty() ? "" : "?" + query);
    }

    /** Whether it is given out to them as a sheet. */
    public boolean isGivenOut() {
        return isGivenOutWithFiles() || user.require().is(Role.LANGUAGE_REVIEWER);
    }

    /** Whether it is given out to them with its files, too. */
    public boolean isGivenOutWithFiles() {
        return isEditor() || user.require().is(Role.PUBLISHER);
    }

    /** So much may be given out at once with its files. */
    public String getMostBytes() {
        return visit.getWords().size(WorkExports.MOST_BYTES);
    }

    public String getToken() {
        return forms.token();
    }

    /** The order that the form for narrowing keeps. */
    public String getOrder() {
        return WorkAddress.value(WorkAddress.filter(visit.getAddress()).order());
    }

    public List<Link> getOrders() {
        var chosen = WorkAddress.filter(visit.getAddress()).order();
        return Stream.of(Order.values())
                .map(order -> new Link(
                        visit.text("work.order." + WorkAddress.value(order)),
                        visit.link(
                                WorkAddress.list(visit.getAddress().with(Addresses.ORDER, WorkAddress.value(order)))),
                        null,
                        order == chosen))
                .toList();
    }

    /** What the list is narrowed by, each with the list that it would be without. */
    public List<Link> getChosen() {
        var chosen = new ArrayList<Link>();
        if (!getWords().isEmpty()) {
            chosen.add(without(WorkAddress.WORDS, "“" + getWords() + "”", null));
        }
        for (var field : fields) {
            var option = field.chosen();
            if (option != null) {
                chosen.add(without(field.name(), field.label() + ": " + option.text(), option.lang()));
            }
        }
        return chosen;
    }

    private Link without(String parameter, String text, @Nullable String lang) {
        return new Link(text, visit.link(WorkAddress.list(visit.getAddress().without(parameter))), lang, false);
    }

    /** Marks all lines of this page. */
    public String getAllChosen() {
        return visit.link(visit.getAddress().with(WorkAddress.CHOSEN, WorkAddress.ALL));
    }

    /** Chooses all of the list, on whatever page; empty where this page shows all, or where they are too many. */
    public String getWholeChosen() {
        var total = list.lines().total();
        return total <= list.lines().items().size() || isTooMany()
                ? ""
                : visit.link(visit.getAddress().with(WorkAddress.CHOSEN, BulkLines.WHOLE));
    }

    /** Whether the list holds more than can be chosen at once. */
    public boolean isTooMany() {
        return list.lines().total() > ChosenProducts.MOST_OF_A_LIST;
    }

    public int getMost() {
        return ChosenProducts.MOST_OF_A_LIST;
    }

    /** Whether all of the list is chosen. */
    public boolean isWhole() {
        var answer = told;
        return isEditor()
                && !isTooMany()
                && (answer == null
                        ? visit.parameter(WorkAddress.CHOSEN).equals(BulkLines.WHOLE)
                        : !answer.done() && !forms.parameter(BulkLines.WHOLE).isEmpty());
    }

    /** Marks none of them. */
    public String getNoneChosen() {
        return visit.link(visit.getAddress().without(WorkAddress.CHOSEN));
    }

    /** Whether a line is marked. */
    public boolean marked(WorkLine line) {
        var answer = told;
        return answer == null
                ? isWhole() || visit.parameter(WorkAddress.CHOSEN).equals(WorkAddress.ALL)
                : answer.chosen().contains(line.slug());
    }

    /** What was written or chosen in a field beside the list, when it was not taken; empty otherwise. */
    public String kept(String field) {
        var answer = told;
        return answer == null || answer.done() ? "" : forms.parameter(field);
    }

    /** What somebody did, in words. */
    public String deed(String action) {
        return visit.textOr("deed." + action, "deed.other");
    }

    /** What a product waits for, in words. */
    public List<String> waits(WorkLine line) {
        var waits = new ArrayList<String>();
        var scheduled = line.scheduledFor();
        if (line.state().equals("scheduled") && scheduled != null) {
            waits.add(visit.say("work.waits.scheduled", visit.getWords().moment(scheduled)));
        } else if (line.state().equals("in-review") || line.state().equals("approved")) {
            waits.add(visit.text("work.waits." + line.state()));
        }
        count(waits, "work.waits.rejected", line.rejected());
        count(waits, "work.waits.ready", line.ready());
        count(waits, "work.waits.processing", line.processing());
        return waits;
    }

    private void count(List<String> waits, String key, int count) {
        if (count > 0) {
            waits.add(visit.say(key, count));
        }
    }
}
