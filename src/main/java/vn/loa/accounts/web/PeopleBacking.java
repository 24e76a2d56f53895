package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.AccountFilter;
import vn.loa.accounts.AccountLists;
import vn.loa.accounts.AccountLists.Line;
import vn.loa.accounts.AccountState;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Role;
import vn.loa.common.Page;
import vn.loa.common.PlainText;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;

/** The list of those who work with the portal, page by page: {@code /quan-tri/nguoi-dung}. Whatever narrows it stands in its address. */
@Named
@RequestScoped
public class PeopleBacking {
    private static final int SIZE = 20;
    private static final String ROLE = "vai-tro";
    private static final String STATE = "trang-thai";
    private static final String UNIT = "dia-ban";

    @Inject
    private AccountLists lists;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private AccountFilter filter = AccountFilter.none();
    private Page<Line> people = Page.empty(1, SIZE);
    private List<AccountLists.Unit> units = List.of();
    private Paging paging = Paging.none();

    /** Something to narrow the list by. */
    public record Field(String name, String label, List<Option> options) {}

    /** @param lang of its text when that is another than the page's */
    public record Option(
            String value, String text, @Nullable String lang, boolean chosen) {}

    public void load() {
        var by = user.require();
        filter = new AccountFilter(
                typed("q"),
                Role.find(typed(ROLE)).orElse(null),
                AccountState.find(typed(STATE)).orElse(null),
                typed(UNIT));
        people = lists.page(filter, Paging.number(visit.parameter(Paging.PARAMETER)), SIZE, by);
        paging = Paging.of(people, visit.getAddress());
        units = lists.units(by);
    }

    private String typed(String parameter) {
        return PlainText.line(visit.parameter(parameter));
    }

    public AccountFilter getFilter() {
        return filter;
    }

    public List<Line> getPeople() {
        return people.items();
    }

    public long getTotal() {
        return people.total();
    }

    public Paging getPaging() {
        return paging;
    }

    public List<Field> getFields() {
        return List.of(
                field(
                        ROLE,
                        Stream.of(Role.values())
                                .map(role -> new Option(
                                        role.code(),
                                        visit.text("office.role." + role.code()),
                                        null,
                                        role == filter.role()))),
                field(
                        STATE,
                        Stream.of(AccountState.values())
                                .map(state -> new Option(
                                        state.code(),
                                        visit.text("people.state." + state.code()),
                                        null,
                                        state == filter.state()))),
                field(UNIT, places()));
    }

    private Stream<Option> places() {
        var places = new ArrayList<Option>();
        if (!user.require().isConfined()) {
            places.add(new Option(
                    AccountFilter.EVERYWHERE,
                    visit.text("people.everywhere"),
                    null,
                    filter.unit().equals(AccountFilter.EVERYWHERE)));
        }
        units.forEach(unit -> places.add(new Option(
                unit.name(),
                visit.of(unit.label()),
                visit.tagOf(unit.label()),
                unit.name().equals(filter.unit()))));
        // Of an address that was kept for longer than somebody has worked there.
        if (!filter.unit().isEmpty() && places.stream().noneMatch(Option::chosen)) {
            places.add(new Option(filter.unit(), filter.unit(), null, true));
        }
        return places.stream();
    }

    private Field field(String name, Stream<Option> options) {
        return new Field(name, visit.text("people.by." + name), options.toList());
    }

    /** Why there is nobody on the list, and what can be done about it. */
    public String getNobody() {
        if (paging.beyond()) {
            return visit.text("work.beyond");
        }
        var state = filter.state();
        return state == null || !new AccountFilter("", null, state, "").equals(filter) || state == AccountState.OPEN
                ? visit.text("people.none")
                : visit.text("people.none." + state.code());
    }

    /** Where they may act: the name of a unit, or everywhere. */
    public String place(Line person) {
        return person.place().isEmpty() ? visit.text("people.everywhere") : visit.of(person.place());
    }

    /** For {@code lang} of that. */
    public @Nullable String placeTag(Line person) {
        return person.place().isEmpty() ? null : visit.tagOf(person.place());
    }

    /** Of somebody who is still waited for: until when their link is good, or that it is not any more. */
    public String link(Line person) {
        var until = person.linkUntil();
        return until == null
                ? visit.text("people.link.none")
                : visit.say("people.link.until", visit.getWords().moment(until));
    }

    /** What they may do, in words. */
    public String roles(Line person) {
        var roles = person.account().roles();
        return roles.isEmpty()
                ? visit.text("office.role.none")
                : roles.stream().map(role -> visit.text("office.role." + role)).collect(Collectors.joining(", "));
    }
}
