package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.Page;
import vn.loa.common.TimeSource;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Paging;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.syndication.DecideWhoEmbeds;
import vn.loa.syndication.EmbedPolicies;
import vn.loa.syndication.EmbedPolicies.EmbedPolicy;
import vn.loa.syndication.EmbedRegistry;
import vn.loa.syndication.EmbedRegistry.Choice;
import vn.loa.syndication.EmbedRegistry.Shown;
import vn.loa.syndication.EmbedRegistry.Site;
import vn.loa.syndication.EmbedRegistry.Sites;
import vn.loa.syndication.EmbedRegistry.Spread;
import vn.loa.syndication.EmbedRegistry.Week;
import vn.loa.syndication.EmbedRegistry.Work;
import vn.loa.syndication.SiteOrigin;

/** Which sites show what of the portal, and who decides whether they may: {@code /quan-tri/nhung}. */
@Named
@RequestScoped
public class EmbedRegistryBacking {
    private static final int SIZE = 50;
    private static final int WEEKS = 13;

    /** What is out of order is told of here, so that somebody does something about it. */
    private static final int RECENT_DAYS = 7;

    @Inject
    private EmbedRegistry registry;

    @Inject
    private EmbedPolicies policies;

    @Inject
    private RegistryForms forms;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Clock clock;

    private RegistryQuery query = RegistryQuery.of(name -> "");
    private Page<Site> sites = Page.empty(1, SIZE);
    private Page<Spread> works = Page.empty(1, SIZE);
    private Page<Shown> shown = Page.empty(1, SIZE);
    private List<Week> weeks = List.of();
    private Paging paging = Paging.none();
    private long dead;
    private long hidden;
    private EmbedPolicy policy = new EmbedPolicy(List.of(), 0);

    /** Does what a form asks for, and reads what there is. A constant number of statements. */
    public void begin() {
        if (sent.isSent()) {
            forms.take();
        }
        query = RegistryQuery.of(visit::parameter);
        var today = LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
        var choice = query.choice(today);
        policy = policies.current();
        weeks = registry.weeks(choice, today, WEEKS);
        dead = registry.dead(recent(today), 1, 1).total();
        hidden = registry.sites(Choice.since(choice.since()).of(Sites.HIDDEN), 1, 1)
                .total();
        var number = Paging.number(visit.parameter(Paging.PARAMETER));
        Page<?> listed;
        if (query.isOne()) {
            listed = shown = registry.shown(choice, number, SIZE);
        } else if (query.view().equals(RegistryQuery.OF_DEAD)) {
            listed = shown = registry.dead(choice, number, SIZE);
        } else if (query.view().equals(RegistryQuery.OF_WORKS)) {
            listed = works = registry.works(choice, number, SIZE);
        } else {
            listed = sites = registry.sites(choice, number, SIZE);
        }
        paging = Paging.of(listed, here());
    }

    private static Choice recent(LocalDate today) {
        return Choice.since(today.minusDays(RECENT_DAYS - 1L));
    }

    private Address here() {
        return visit.getAddress().without(Addresses.NOTICE);
    }

    public String getToken() {
        return forms.token();
    }

    /** Whether who looks may decide, too. */
    public boolean isDeciding() {
        return DecideWhoEmbeds.isFor(user.require());
    }

    public Page<Site> getSites() {
        return sites;
    }

    public Page<Spread> getWorks() {
        return works;
    }

    public Page<Shown> getShown() {
        return shown;
    }

    /** The newest first. */
    public List<Week> getWeeks() {
        return weeks;
    }

    /** In the week that had the most; 1 where there was nothing, so that bars have an end. */
    public long getMostOfAWeek() {
        return Math.max(1, weeks.stream().mapToLong(Week::times).max().orElse(1));
    }

    public Paging getPaging() {
        return paging;
    }

    /** How many frames have shown nothing of late. */
    public long getDead() {
        return dead;
    }

    /** How many sites are left out of the lists. */
    public long getHidden() {
        return hidden;
    }

    public String getView() {
        return query.view();
    }

    /** Views to choose from, without that of hidden sites while there are none. */
    public List<String> getViews() {
        return RegistryQuery.VIEWS.stream()
                .filter(view -> hidden > 0 || !view.equals(RegistryQuery.OF_HIDDEN) || view.equals(query.view()))
                .toList();
    }

    public int getDays() {
        return query.days();
    }

    public List<Integer> getPeriods() {
        return RegistryQuery.PERIODS;
    }

    public String getWords() {
        return query.words();
    }

    /** The site whose embeds are listed; empty when none is chosen. */
    public String getSite() {
        return query.origin();
    }

    /** Whether the page is about one embed, wherever it is shown, or about one site. */
    public boolean isOne() {
        return query.isOne();
    }

    /** That embed, as far as anybody has shown it; null without one. */
    public @Nullable Work getWork() {
        return query.slug().isEmpty()
                ? null
                : shown.items().stream().findFirst().map(Shown::work).orElse(null);
    }

    public EmbedPolicy getPolicy() {
        return policy;
    }

    /** As it stands in the field: what was refused can be put right. */
    public String getOrigins() {
        return sent.kept(RegistryForms.DECIDE, RegistryForms.ORIGINS, String.join("\n", policy.origins()));
    }

    /** For forms, which come back to what is shown. */
    public String getAction() {
        return here().toString();
    }

    /** This page, about the frames that have shown nothing of late. */
    public String getDeadOnes() {
        return visit.link(Address.of(here().path())
                .with(RegistryQuery.VIEW, RegistryQuery.OF_DEAD)
                .with(RegistryQuery.DAYS, String.valueOf(RECENT_DAYS)));
    }

    /** This page, about everything. */
    public String view(String view) {
        var all = here().without(Paging.PARAMETER).without(RegistryQuery.SITE).without(RegistryQuery.WORK);
        return visit.link(
                view.equals(RegistryQuery.OF_SITES)
                        ? all.without(RegistryQuery.VIEW)
                        : all.with(RegistryQuery.VIEW, view));
    }

    /** This page with what one site shows. */
    public String about(String origin) {
        return visit.link(one().with(RegistryQuery.SITE, origin));
    }

    /** This page with the sites that show it. */
    public String spread(Work work) {
        return visit.link(one().with(RegistryQuery.WORK, work.slug()));
    }

    private Address one() {
        return here().without(Paging.PARAMETER).without(RegistryQuery.SITE).without(RegistryQuery.WORK);
    }

    /** The same as a table, day by day. */
    public String getFile() {
        return here().without(Paging.PARAMETER).at(Addresses.EMBED_FILE).toString();
    }

    /** Where what is shown would be found. */
    public String embed(Work work) {
        return visit.link(EmbedName.address(work.slug()));
    }

    /** Whether a site may show embeds now. */
    public boolean isAllowed(String origin) {
        return policy.isOpenToAll() || SiteOrigin.isAmong(origin, policy.origins());
    }

    /** {@code NAME}, {@code NUMBER} or {@code INNER}: such as anybody can make up, or nobody else sees. */
    public String host(String origin) {
        return SiteOrigin.host(origin).name();
    }
}
