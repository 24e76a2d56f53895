package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.accounts.CurrentUser;

/** What administrators look after, each with a page of its own: {@code /quan-tri/he-thong}. */
@Named
@RequestScoped
public class SystemBacking {
    @Inject
    private CurrentUser user;

    /** Those pages that they may open, in order. */
    public List<OfficePage> getPages() {
        var roles = user.require().roles();
        return Stream.of(OfficePage.values())
                .filter(page -> page.isOfSystem() && page.isOpenTo(roles))
                .toList();
    }
}
