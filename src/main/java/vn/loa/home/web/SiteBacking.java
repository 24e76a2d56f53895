package vn.loa.home.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.CurrentLook;
import vn.loa.administration.DecideLook;
import vn.loa.administration.LookContent;
import vn.loa.administration.LookContent.EmblemLine;
import vn.loa.common.Texts;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Assets;
import vn.loa.common.web.OfficeRoutes;
import vn.loa.common.web.PageRouter;
import vn.loa.common.web.Visit;
import vn.loa.home.Site;
import vn.loa.home.SiteSettings;

/** The frame around every page. Where an administrator tries a look, as it would be. */
@Named("site")
@RequestScoped
public class SiteBacking {
    private static final String SHEET = "styles/loa.css";
    private static final String USUAL_BAR = "#151c49";
    private static final String NO_ICON = "data:,";
    private static final int EMBLEM_HEIGHT = 44;

    @Inject
    private SiteSettings settings;

    @Inject
    private Site site;

    @Inject
    private CurrentLook current;

    @Inject
    private DecideLook decide;

    @Inject
    private CurrentUser user;

    @Inject
    private Assets assets;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private @Nullable LookContent shown;

    private LookContent look() {
        var known = shown;
        if (known == null) {
            known = isTrying() ? tried() : current.get();
            shown = known;
        }
        return known;
    }

    private boolean isTrying() {
        return PageRouter.isForOffice(request)
                && OfficeRoutes.isTriedLook(visit.getAddress().path());
    }

    /** Who may not see what is tried is told so on a page that looks as all do. */
    private LookContent tried() {
        try {
            return user.actor().map(decide::tried).orElseGet(current::get);
        } catch (NotPermitted others) {
            return current.get();
        }
    }

    public Texts getName() {
        return site.name(look());
    }

    public Texts getPlace() {
        return settings.place();
    }

    public Texts getAgency() {
        return site.agency(look());
    }

    public Texts getAbout() {
        return site.about(look());
    }

    /** Of the agency; empty when nobody has said it, as {@link #getPhone} and {@link #getMail}. */
    public Texts getPostal() {
        return look().address();
    }

    public String getPhone() {
        return look().phone();
    }

    /** What a telephone dials. */
    public String getDialled() {
        return look().phone().replaceAll("[^0-9+]", "");
    }

    public String getMail() {
        return look().mail();
    }

    /** What the settings of the installation say, where administrators say nothing. */
    public SiteSettings getUsual() {
        return settings;
    }

    /** Address of the style sheet of all pages. */
    public String getSheet() {
        var path = visit.getAddress().path();
        return isTrying()
                ? Addresses.LOOK_FILES + "/" + path.substring(path.lastIndexOf('/') + 1) + ".css?v="
                        + look().palette()
                                .map(palette -> palette.accent().digits())
                                .orElse("0")
                : assets.url(SHEET);
    }

    /** The colour of the head of pages. */
    public String getBar() {
        return look().palette().map(palette -> palette.bar().css()).orElse(USUAL_BAR);
    }

    /** The address of the icon of pages; empty for the one that comes with the portal. Who saves data is shown none, and their browser looks for none. */
    public String getIcon() {
        var emblem = look().emblem();
        return emblem == null ? "" : visit.isLight() ? NO_ICON : pictures() + emblem.id() + "-icon.png";
    }

    private String pictures() {
        return isTrying() ? Addresses.LOOK_FILES + "/" : Addresses.EMBLEMS + "/";
    }

    /** What stands in the head of pages, which is dark; null for what comes with the portal. */
    public @Nullable Emblem getEmblem() {
        var dark = look().darkEmblem();
        var bright = look().emblem();
        return dark != null ? emblem(dark, false) : bright != null ? emblem(bright, true) : null;
    }

    private Emblem emblem(EmblemLine line, boolean onPlate) {
        return new Emblem(
                pictures() + line.id() + ".png",
                Math.max(1, Math.round(line.width() * EMBLEM_HEIGHT / (float) line.height())),
                look().emblemWords(),
                onPlate);
    }

    /** @param width when it is 44 pixels high @param words what it is @param onPlate whether it needs a light ground */
    public record Emblem(String url, int width, Texts words, boolean onPlate) {}

    public boolean isSample() {
        return settings.sample();
    }

    /** The main sections; only what exists. */
    public List<Entry> getMenu() {
        return List.of(
                entry("/", "home", "menu.home"),
                entry("/san-pham", "media", "menu.products"),
                entry("/tim-kiem", "find", "menu.search"),
                entry("/ke-hoach", "plan", "menu.plans"),
                entry("/hoi-dap", "ask", "menu.questions"),
                entry("/dia-ban/" + settings.locality(), "place", "menu.places"));
    }

    private Entry entry(String path, String icon, String label) {
        var here = visit.getAddress().path();
        var section = path.startsWith("/dia-ban/") ? "/dia-ban" : path;
        var current = path.equals("/")
                ? here.equals("/") || isTrying()
                : here.equals(section) || here.startsWith(section + "/");
        return new Entry(path, icon, label, current);
    }

    /** @param label key of its text, which with {@code .bar} is short enough for a phone; @param current whether the visitor is in this section */
    public record Entry(String path, String icon, String label, boolean current) {}
}
