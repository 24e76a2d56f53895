package vn.loa.administration.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.administration.CurrentLook;
import vn.loa.administration.LookContent;
import vn.loa.common.Colour;
import vn.loa.common.Followed;
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
            assets.wear(tokens(look.get()));
        }
        return isOther;
    }

    static SheetTokens tokens(LookContent look) {
        return look.palette()
                .map(palette -> new SheetTokens(written(palette.byDay()), written(palette.byNight())))
                .orElse(SheetTokens.NONE);
    }

    private static Map<String, String> written(Map<String, Colour> colours) {
        return colours.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, colour -> colour.getValue().css()));
    }
}
