package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.ProgrammePolicy;
import vn.loa.syndication.CommuneSites.CommuneSite;
import vn.loa.syndication.EmbedRegistry.Shown;
import vn.loa.syndication.WatchCommuneSite;

/** The part of an officer's first page that says what the site of their commune shows of the portal. */
@Named("communeSite")
@RequestScoped
public class CommuneSiteBacking {
    private static final String NAMING = "trang-xa";

    @Inject
    private WatchCommuneSite watching;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable CommuneSite site;

    /** Does what the form asks for, and reads what there is. The page has said before whether there is such a commune. */
    public void begin() {
        var by = user.require();
        var unit = visit.route("code");
        var path = visit.getAddress().path();
        if (path.equals(Addresses.NEWS) || path.equals(Addresses.DESK) && !ProgrammePolicy.isOfficerAlone(by)) {
            return;
        }
        try {
            if (sent.isSent() && sent.getButton().equals(NAMING)) {
                take(unit);
            }
            site = (unit.isEmpty() ? watching.own(by) : watching.of(unit, by)).orElse(null);
        } catch (NotPermitted others) {
            site = null;
        }
    }

    private void take(String unit) {
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("work.again"));
        } else if (watching.name(unit, sent.line("trang"), user.require())) {
            sent.done(visit.text(sent.line("trang").isEmpty() ? "commune.site.forgotten" : "commune.site.named"));
        } else {
            sent.refuse(visit.text("commune.site.unreadable"));
        }
    }

    public String getToken() {
        return sent.token(purpose());
    }

    /** That of all forms of the page. */
    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }

    /** Whether somebody has said which site it is. */
    public boolean isNamed() {
        return site != null;
    }

    public CommuneSite getSite() {
        return Objects.requireNonNull(site, "nobody has named the site");
    }

    /** What stands in the field: what was refused can be put right. */
    public String getWritten() {
        return sent.kept(NAMING, "trang", site == null ? "" : getSite().origin());
    }

    /** Where what is shown would be found. */
    public String embed(Shown one) {
        return visit.link(EmbedName.address(one.work().slug()));
    }
}
