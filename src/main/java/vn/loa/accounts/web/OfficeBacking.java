package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Role;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;

/** The frame around every page of the back office: who is in, where they may go, and how they leave. */
@Named("office")
@RequestScoped
public class OfficeBacking {
    private static final Set<String> NOTICES = Set.of("qua-han");

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    /** Somebody who has signed in is shown the menu. */
    public boolean isKnown() {
        return user.actor().isPresent();
    }

    /** The name by which people know them. */
    public String getName() {
        return user.displayName();
    }

    /** The name of their account, which scripts ask for; empty when nobody is known. */
    public String getAccount() {
        return user.actor().map(Actor::name).orElse("");
    }

    /** What they may do, in words. */
    public String getRoles() {
        var held = roles();
        return held.isEmpty() ? visit.text("office.role.none") : inWords(held);
    }

    /** The pages that they may open, in order; none before they have what it takes. */
    public List<Entry> getMenu() {
        if (user.owesSecondFactor()) {
            return List.of();
        }
        var here = OfficePage.of(visit.getAddress().path());
        return Stream.of(OfficePage.values())
                .filter(page -> page.isInMenu() && page.isOpenTo(roles()))
                .map(page -> new Entry(
                        page.getPath(),
                        page.getLabel(),
                        here.filter(page::equals).isPresent()))
                .toList();
    }

    /** Who may open the page that was asked for, in words; for those who may not. */
    public String getAllowed() {
        return OfficePage.of(visit.getAddress().path())
                .map(page -> inWords(page.roles()))
                .orElse("");
    }

    /** Key of what has happened before this page was shown; empty when nothing has. */
    public String getNotice() {
        var notice = visit.parameter(Addresses.NOTICE);
        return NOTICES.contains(notice) ? "office.notice." + notice : "";
    }

    public String getSignOutPath() {
        return visit.href(SignOutServlet.PATH);
    }

    private Set<Role> roles() {
        return user.actor().map(Actor::roles).orElse(Set.of());
    }

    private String inWords(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> visit.text("office.role." + role.code()))
                .collect(Collectors.joining(", "));
    }

    /** @param current whether it is the page that is shown */
    public record Entry(String path, String label, boolean current) {}
}
