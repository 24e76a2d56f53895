package vn.loa.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.CurrentLook;
import vn.loa.administration.LookContent;
import vn.loa.administration.LookContent.EmblemLine;
import vn.loa.administration.Palette;
import vn.loa.administration.PortalLooks;
import vn.loa.administration.PortalLooks.Size;
import vn.loa.common.Colour;

/** The cover of podcasts as the portal looks now. Drawn once for each look, and kept in memory: some ten kilobytes. For several threads. */
@ApplicationScoped
public class PodcastCovers {
    private static final Colour USUAL_BAR = Colour.of("151c49");

    @Inject
    private CurrentLook look;

    @Inject
    private PortalLooks looks;

    private volatile @Nullable Drawn kept;

    /** @param name by which it is known; another look has another one */
    private record Drawn(String name, byte[] png) {}

    /** What it is called in addresses; follows from all that is seen on it. */
    public String name() {
        return name(look.get());
    }

    private static String name(LookContent shown) {
        var emblem = shown.emblem();
        return bar(shown).digits() + "-" + (emblem == null ? "loa" : emblem.id());
    }

    private static Colour bar(LookContent shown) {
        return shown.palette().map(Palette::bar).orElse(USUAL_BAR);
    }

    /** PNG. @param name of the cover; of one that is not that of now there is none any more: empty, no bytes */
    public byte[] png(String name) {
        var shown = look.get();
        if (!name.equals(name(shown))) {
            return new byte[0];
        }
        var known = kept;
        return known != null && known.name().equals(name) ? known.png() : drawn(shown);
    }

    private synchronized byte[] drawn(LookContent shown) {
        var name = name(shown);
        var known = kept;
        if (known == null || !known.name().equals(name)) {
            known = new Drawn(name, PodcastCover.draw(bar(shown), emblem(shown.emblem())));
            kept = known;
        }
        return known.png();
    }

    private byte @Nullable [] emblem(@Nullable EmblemLine emblem) {
        return emblem == null
                ? null
                : looks.picture(emblem.id(), Size.LARGE, false).orElse(null);
    }
}
