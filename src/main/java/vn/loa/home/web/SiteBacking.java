package vn.loa.home.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.loa.common.Texts;
import vn.loa.common.web.Visit;
import vn.loa.home.SiteSettings;

/** The frame around every page. */
@Named("site")
@RequestScoped
public class SiteBacking {
    @Inject
    private SiteSettings settings;

    @Inject
    private Visit visit;

    public Texts getName() {
        return settings.name();
    }

    public Texts getPlace() {
        return settings.place();
    }

    public Texts getAgency() {
        return settings.agency();
    }

    public Texts getAbout() {
        return settings.about();
    }

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
        var current = path.equals("/") ? here.equals("/") : here.equals(section) || here.startsWith(section + "/");
        return new Entry(path, icon, label, current);
    }

    /** @param label key of its text, which with {@code .bar} is short enough for a phone; @param current whether the visitor is in this section */
    public record Entry(String path, String icon, String label, boolean current) {}
}
