package vn.loa.administration.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.loa.administration.CurrentLook;
import vn.loa.administration.Palette;
import vn.loa.common.web.Assets;
import vn.loa.common.web.SheetTokens;

/** Gives the style sheet of all pages the colours that administrators have chosen. */
@ApplicationScoped
public class WornLook implements Followed {
    @Inject
    private CurrentLook look;

    @Inject
    private Assets assets;

    @Override
    public synchronized boolean follow() {
        var isOther = look.follow();
        if (isOther) {
            assets.wear(look.get().palette().map(Palette::tokens).orElse(SheetTokens.NONE));
        }
        return isOther;
    }
}
