package vn.loa.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import vn.loa.accounts.PortalName;
import vn.loa.administration.CurrentLook;
import vn.loa.administration.LookContent;
import vn.loa.common.Texts;
import vn.loa.syndication.Masthead;

/** What the portal is called and how it looks: as its administrators say, and where they say nothing as the settings of the installation do. */
@ApplicationScoped
public class Site implements Masthead, PortalName {
    private static final String USUAL_ACCENT = "27337a";
    private static final String USUAL_EMBLEM = "/resources/images/icon-512.png";

    @Inject
    private SiteSettings settings;

    @Inject
    private CurrentLook look;

    @Inject
    private PodcastCovers covers;

    @Override
    public Texts name() {
        return name(look.get());
    }

    @Override
    public Texts place() {
        return settings.place();
    }

    @Override
    public Texts agency() {
        return agency(look.get());
    }

    @Override
    public Texts about() {
        return about(look.get());
    }

    @Override
    public String accent() {
        var accent = look.get().accent();
        return accent == null ? USUAL_ACCENT : accent.digits();
    }

    @Override
    public String emblem() {
        var emblem = look.get().emblem();
        return emblem == null ? USUAL_EMBLEM : "/bieu-trung/" + emblem.id() + "-512.png";
    }

    @Override
    public String cover() {
        return "/bia-podcast/" + covers.name() + ".png";
    }

    @Override
    public String portalName() {
        return name().in(Texts.FALLBACK);
    }

    /** What holds, or is tried. */
    public Texts name(LookContent shown) {
        return chosen(shown.name(), settings.name());
    }

    public Texts agency(LookContent shown) {
        return chosen(shown.agency(), settings.agency());
    }

    public Texts about(LookContent shown) {
        return chosen(shown.about(), settings.about());
    }

    /** Whoever names it in Vietnamese names it for all who name it in no other way. */
    static Texts chosen(Texts own, Texts usual) {
        if (own.isEmpty() || own.exactly(Texts.FALLBACK).isPresent()) {
            return own.isEmpty() ? usual : own;
        }
        var all = new LinkedHashMap<String, String>();
        usual.languages().forEach(code -> all.put(code, usual.in(code)));
        own.languages().forEach(code -> all.put(code, own.in(code)));
        return Texts.of(all);
    }
}
