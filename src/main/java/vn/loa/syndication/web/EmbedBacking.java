package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.Listening;
import vn.loa.catalog.Player;
import vn.loa.catalog.ProductCard.Poster;
import vn.loa.catalog.ProductPage;
import vn.loa.catalog.ProductPages;
import vn.loa.catalog.ProductVisit;
import vn.loa.common.Seconds;
import vn.loa.common.Texts;
import vn.loa.common.web.SecurityHeaders;
import vn.loa.common.web.Visit;
import vn.loa.syndication.Masthead;

/** One product within the page of another site. What was taken down, or never was, is said in the frame. */
@Named
@RequestScoped
public class EmbedBacking {
    /** In bytes: with all that it needs before somebody presses Play, an embed stays under 20 KB. */
    private static final long HEAVIEST_PICTURE = 9_200;

    @Inject
    private ProductPages pages;

    @Inject
    private Visit visit;

    @Inject
    private Frame frame;

    @Inject
    private Masthead masthead;

    private EmbedLook look = EmbedLook.NONE;
    private @Nullable ProductPage page;
    private Texts goneTitle = Texts.none();
    private String goneReason = "";
    private boolean gone;

    public void load() {
        look = EmbedLook.of(visit.getAddress(), EmbedLook.OF_PRODUCT, masthead.accent());
        SecurityHeaders.allowStyle(look.getSheet(), frame.response());
        var found = pages.visit(
                visit.route("slug"),
                new Listening(
                        visit.parameter("tieng"),
                        visit.getLanguage(),
                        visit.parameter("ban"),
                        Seconds.millis(visit.parameter("t")),
                        visit.isLight()));
        if (found instanceof ProductVisit.Shown shown) {
            page = shown.page();
        } else if (found instanceof ProductVisit.Withdrawn withdrawn) {
            gone = true;
            goneTitle = withdrawn.title();
            goneReason = withdrawn.reason();
            frame.response().setStatus(HttpServletResponse.SC_GONE);
        } else {
            frame.response().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Null when there is nothing to show. */
    public @Nullable ProductPage getPage() {
        return page;
    }

    public EmbedLook getLook() {
        return look;
    }

    /** Whether it once was public. */
    public boolean isGone() {
        return gone;
    }

    public Texts getGoneTitle() {
        return goneTitle;
    }

    public String getGoneReason() {
        return goneReason;
    }

    /** The best picture that the weight of an embed allows, in the lightest format; null without one. */
    public @Nullable Poster getLightPicture() {
        return picture("image/avif").orElse(null);
    }

    /** The same in a format that every browser shows. */
    public @Nullable Poster getPicture() {
        return picture("image/jpeg").orElse(null);
    }

    private Optional<Poster> picture(String contentType) {
        return posters().stream()
                .filter(poster -> poster.contentType().equals(contentType) && poster.bytes() <= HEAVIEST_PICTURE)
                .reduce((smaller, larger) -> larger);
    }

    private List<Poster> posters() {
        if (page == null || visit.isLight()) {
            return List.of();
        }
        return page.player() == null && !page.papers().isEmpty()
                ? page.papers()
                : page.card().posters();
    }

    /** This embed with another voice; how it looks, and the second, stay. */
    public String voice(String language) {
        return visit.link(visit.getAddress().with("tieng", language));
    }

    /** The page of the product, in the voice that is heard. */
    public String getHome() {
        if (page == null) {
            return visit.href("/");
        }
        var path = "/san-pham/" + page.card().slug();
        var player = page.player();
        return visit.href(player == null ? path : path + "?tieng=" + player.language());
    }

    /** What an editor says of the chosen voice, such as that it only holds a place; null when nothing. */
    public @Nullable String getNote() {
        return page == null || page.player() == null
                ? null
                : Optional.of(page.player())
                        .map(Player::voice)
                        .map(Player.Voice::note)
                        .orElse(null);
    }
}
