package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.accounts.AccountAdministration;
import vn.loa.accounts.AccountView;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.Page;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.Localities;

/** The list of those who work with the portal, page by page. */
@Named
@RequestScoped
public class PeopleBacking {
    private static final int SIZE = 20;

    @Inject
    private AccountAdministration administration;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Localities localities;

    private Page<AccountView> people = Page.empty(1, SIZE);
    private Map<String, Texts> places = Map.of();
    private Paging paging = Paging.none();

    public void load() {
        people = administration.search(
                user.require(), getSought(), Paging.number(visit.parameter(Paging.PARAMETER)), SIZE);
        paging = Paging.of(people, visit.getAddress());
        places = localities.labels(people.items().stream()
                .flatMap(person -> Stream.ofNullable(person.locality()))
                .distinct()
                .toList());
    }

    /** What their names are searched for; empty for all. */
    public String getSought() {
        return PlainText.line(visit.parameter("q"));
    }

    public List<AccountView> getPeople() {
        return people.items();
    }

    public long getTotal() {
        return people.total();
    }

    public Paging getPaging() {
        return paging;
    }

    /** Where they may act: the name of a unit, or everywhere. */
    public String place(AccountView person) {
        var unit = person.locality();
        if (unit == null) {
            return visit.text("people.everywhere");
        }
        var name = places.get(unit);
        return name == null ? unit : visit.of(name);
    }

    /** What they may do, in words. */
    public String roles(AccountView person) {
        return person.roles().isEmpty()
                ? visit.text("office.role.none")
                : person.roles().stream()
                        .map(role -> visit.text("office.role." + role))
                        .collect(Collectors.joining(", "));
    }
}
