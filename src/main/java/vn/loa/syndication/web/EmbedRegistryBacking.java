package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.Page;
import vn.loa.common.TimeSource;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.syndication.DecideWhoEmbeds;
import vn.loa.syndication.DecideWhoEmbeds.Outcome;
import vn.loa.syndication.EmbedPolicies;
import vn.loa.syndication.EmbedPolicies.EmbedPolicy;
import vn.loa.syndication.EmbedShowings;
import vn.loa.syndication.EmbedShowings.Shown;
import vn.loa.syndication.EmbedShowings.Site;
import vn.loa.syndication.SiteOrigin;

/** Which sites show what of the portal, and who decides whether they may: {@code /quan-tri/nhung}. */
@Named
@RequestScoped
public class EmbedRegistryBacking {
    static final String SITE = "trang-web";
    private static final String ORIGINS = "goc";
    private static final String VERSION = "ban";
    private static final int SIZE = 50;
    private static final int MOST = 200;
    private static final int DAYS = 30;
    private static final int RECENT_DAYS = 7;
    private static final int UNPROCESSABLE = 422;

    @Inject
    private EmbedShowings showings;

    @Inject
    private EmbedPolicies policies;

    @Inject
    private DecideWhoEmbeds decision;

    @Inject
    private FormTokens tokens;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private Page<Site> sites = Page.empty(1, SIZE);
    private Paging paging = Paging.none();
    private List<Shown> shown = List.of();
    private List<Shown> dead = List.of();
    private EmbedPolicy policy = new EmbedPolicy(List.of(), 0);
    private @Nullable String written;
    private String told = "";
    private boolean done;

    /** Does what the form asks for, and reads what there is. */
    public void begin() {
        if (request.getMethod().equals("POST")) {
            take();
            if (!done) {
                FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(UNPROCESSABLE);
            }
        }
        var today = LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
        sites = showings.sites(today.minusDays(DAYS), Paging.number(visit.parameter(Paging.PARAMETER)), SIZE);
        paging = Paging.of(sites, visit.getAddress().without(SITE));
        dead = showings.dead(today.minusDays(RECENT_DAYS), MOST);
        shown = SiteOrigin.exactly(getSite())
                .map(site -> showings.of(site, today.minusDays(DAYS), MOST))
                .orElse(List.of());
        policy = policies.current();
    }

    private void take() {
        var text = parameter(ORIGINS);
        written = text;
        if (!tokens.isGood(purpose(), request.getParameter(FormTokens.PARAMETER))) {
            told = visit.text("registry.again");
            return;
        }
        if (!isDeciding()) {
            told = visit.text("registry.not-permitted");
            return;
        }
        var version = parameter(VERSION).matches("\\d{1,18}") ? Long.parseLong(parameter(VERSION)) : -1;
        var outcome = decision.decide(text.lines().toList(), version, user.require());
        if (outcome instanceof Outcome.Decided decided) {
            done = true;
            written = null;
            told = decided.origins() == 0
                    ? visit.text("registry.opened")
                    : visit.say("registry.decided", decided.origins());
        } else if (outcome instanceof Outcome.Unreadable unreadable) {
            told = visit.say("registry.unreadable", String.join(" · ", unreadable.lines()));
        } else if (outcome instanceof Outcome.TooMany) {
            told = visit.say("registry.too-many", DecideWhoEmbeds.MOST);
        } else {
            told = visit.text("registry.stale");
        }
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }

    public String getToken() {
        return tokens.issue(purpose());
    }

    /** Whether who looks may decide, too. */
    public boolean isDeciding() {
        return DecideWhoEmbeds.isFor(user.require());
    }

    public Page<Site> getSites() {
        return sites;
    }

    public Paging getPaging() {
        return paging;
    }

    /** The site whose embeds are listed; empty when none is chosen. */
    public String getSite() {
        return visit.parameter(SITE);
    }

    public List<Shown> getShown() {
        return shown;
    }

    /** What is shown somewhere and not public. */
    public List<Shown> getDead() {
        return dead;
    }

    public EmbedPolicy getPolicy() {
        return policy;
    }

    /** As it stands in the field: what was refused can be put right. */
    public String getOrigins() {
        return Optional.ofNullable(written).orElseGet(() -> String.join("\n", policy.origins()));
    }

    /** What came of the form; empty when none was sent. */
    public String getTold() {
        return told;
    }

    public boolean isDone() {
        return done;
    }

    /** For the form, which comes back to this page. */
    public String getAction() {
        return visit.href("/quan-tri/nhung");
    }

    /** This page with what one site shows. */
    public String about(Site site) {
        return visit.link(visit.getAddress().without(Addresses.NOTICE).with(SITE, site.origin())) + "#trang-web";
    }

    /** Where what is shown would be found. */
    public String embed(Shown one) {
        return visit.link(Address.of(Addresses.EMBEDS + "/" + one.slug()));
    }

    /** Whether a site may show embeds now. */
    public boolean isAllowed(String origin) {
        return policy.isOpenToAll() || SiteOrigin.isAmong(origin, policy.origins());
    }
}
