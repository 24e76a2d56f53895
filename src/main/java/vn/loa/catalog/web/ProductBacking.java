package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.Listening;
import vn.loa.catalog.Player;
import vn.loa.catalog.ProductPage;
import vn.loa.catalog.ProductPages;
import vn.loa.catalog.ProductVisit;
import vn.loa.common.Seconds;
import vn.loa.common.Texts;
import vn.loa.common.web.Absence;
import vn.loa.common.web.PageRouter;
import vn.loa.common.web.Visit;
import vn.loa.media.MediaAddress;

/** The page of one product. */
@Named
@RequestScoped
public class ProductBacking {

    /** As editors usually name a document; said in the language of the page. */
    private static final Pattern PAPER = Pattern.compile("PDF, (\\d{1,3}) trang khổ (A\\d)");

    @Inject
    private ProductPages pages;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    @Inject
    private StructuredData structuredData;

    @Inject
    private CurrentUser user;

    @Inject
    private HttpServletRequest request;

    private @Nullable ProductPage page;
    private String json = "";

    /** Reads the page, or answers that there is none. In the back office it is the page as it will be. */
    public void load() {
        var wanted = new Listening(
                visit.parameter("tieng"),
                visit.getLanguage(),
                visit.parameter("ban"),
                Seconds.millis(visit.parameter("t")),
                visit.isLight(),
                visit.parameter("phu-de"));
        if (PageRouter.isForOffice(request)) {
            page = pages.preview(visit.route("slug"), wanted, user.require()).orElse(null);
            if (page == null) {
                absence.unknown();
            }
            return;
        }
        var found = pages.visit(visit.route("slug"), wanted);
        if (found instanceof ProductVisit.Shown shown) {
            page = shown.page();
            json = structuredData.of(shown.page());
        } else if (found instanceof ProductVisit.Withdrawn withdrawn) {
            absence.withdrawn(withdrawn.title(), withdrawn.reason());
        } else {
            absence.unknown();
        }
    }

    /** This page from another moment on, in the language and quality chosen now. */
    public String at(long millis) {
        return visit.link(visit.getAddress().with("t", Seconds.text(millis)));
    }

    /** This page with another voice; second and quality stay. */
    public String voice(String language) {
        return visit.link(visit.getAddress().with("tieng", language));
    }

    /** This page with another encoding of the voice that is heard now. */
    public String quality(String language, String profile) {
        return visit.link(visit.getAddress().with("tieng", language).with("ban", profile));
    }

    /** What an editor says of the chosen voice; null when nothing. */
    public @Nullable String getNote() {
        var player = page == null ? null : page.player();
        return player == null
                ? null
                : player.voices().stream()
                        .filter(Player.Voice::chosen)
                        .map(Player.Voice::note)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether there is something to see, so that only listening is a choice. */
    public boolean isFilm() {
        return page != null
                && page.player() != null
                && (page.player().voice().stream() != null
                        || page.player().sources().stream().anyMatch(Player.Source::video));
    }

    /** Code of the language in which the chapters are named on this page; empty without chapters. */
    public String getChapterLanguage() {
        return page == null || page.chapters().isEmpty()
                ? ""
                : page.chapters().get(0).title().languageFor(visit.getLanguage());
    }

    /** What an encoding is called beside the player. */
    public String shortName(String profile) {
        return visit.textOr("profile.short." + profile, "profile.short.original");
    }

    /** What an encoding is called among the files to keep. */
    public String longName(String profile) {
        return visit.textOr("profile." + profile, "profile.original");
    }

    /** What a file to keep is called, with its format when an editor named it. */
    public String name(ProductPage.Download file) {
        if (file.name() == null) {
            return isFilm() && file.contentType().startsWith("audio/")
                    ? visit.textOr("profile.sound." + file.profile(), "profile.sound.original")
                    : longName(file.profile());
        }
        var paper = PAPER.matcher(file.name());
        if (paper.matches()) {
            return visit.say("product.document", Integer.valueOf(paper.group(1)), paper.group(2));
        }
        var format = MediaAddress.extension(file.contentType()).toUpperCase(Locale.ROOT);
        return file.name().toUpperCase(Locale.ROOT).contains(format) ? file.name() : file.name() + " (" + format + ")";
    }

    /** How much there is of a file: {@code 12 trang, 1,2 MB}. */
    public String amount(ProductPage.Download file) {
        var size = visit.getWords().size(file.bytes());
        return file.pages() == null ? size : visit.say("product.pages", file.pages(), size);
    }

    /** For {@code lang} of {@link #name}. */
    public @Nullable String nameTag(ProductPage.Download file) {
        return file.name() == null || PAPER.matcher(file.name()).matches() ? null : visit.passage(Texts.FALLBACK);
    }

    public @Nullable ProductPage getPage() {
        return page;
    }

    /** For search engines: JSON-LD, safe within a script element. */
    public String getJson() {
        return json;
    }
}
