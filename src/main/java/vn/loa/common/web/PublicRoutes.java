package vn.loa.common.web;

import static vn.loa.common.web.Addresses.ASK;
import static vn.loa.common.web.Addresses.DAY;
import static vn.loa.common.web.Addresses.EMBEDDED_LIST;
import static vn.loa.common.web.Addresses.EMBEDS;
import static vn.loa.common.web.Addresses.FOLLOW;
import static vn.loa.common.web.Addresses.ORDER;
import static vn.loa.common.web.Addresses.PLAYOUT;
import static vn.loa.common.web.Addresses.PROGRAMMES;
import static vn.loa.common.web.Addresses.QUESTIONS;
import static vn.loa.common.web.Addresses.WEEK;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The addresses of pages for everybody, the views behind them and the parameters that these read. No page repeats another parameter in a link,
 * and none is kept apart for it, so that nobody can fill the memory of the portal with copies of one page.
 */
public final class PublicRoutes {
    /** What lists of products are narrowed to and in which order they stand. */
    private static final String[] OF_LISTS = {
        "q",
        "the-loai",
        "tieng",
        "long-tieng",
        "phu-de",
        "chu-de",
        "doi-tuong",
        "dia-ban",
        "nam",
        "tu-nam",
        "den-nam",
        ORDER,
        "nguyen-van",
        Paging.PARAMETER
    };

    /** Parameters that say how an embed looks: its accent colour, its layout, its ground. */
    private static final String[] LOOKS = {"mau", "bo-cuc", "nen"};

    /** No folder of views may bear the name of a public path: the server would redirect to the folder. */
    private static final List<Route> ROUTES = List.of(
            Route.of("/", "/home/front.xhtml"),
            Route.of("/san-pham", "/catalog/list.xhtml", OF_LISTS),
            Route.of("/san-pham/{slug}", "/catalog/product.xhtml", "tieng", "ban", "t", "phu-de"),
            Route.of("/ke-hoach", "/plans/list.xhtml", Paging.PARAMETER),
            Route.of("/ke-hoach/{slug}", "/plans/plan.xhtml"),
            Route.of("/ke-hoach/{slug}/van-ban-goc", "/plans/original.xhtml"),
            Route.of("/chu-de/{slug}", "/catalog/topic.xhtml", Paging.PARAMETER),
            Route.of("/dia-ban/{code}", "/home/place.xhtml", Paging.PARAMETER),
            Route.of("/da-luu", "/home/saved.xhtml"),
            Route.of("/theo-doi", "/syndication/follow.xhtml", OF_LISTS),
            Route.of(PROGRAMMES, "/programmes/list.xhtml"),
            Route.of(PROGRAMMES + "/{code}", "/programmes/programme.xhtml", WEEK, DAY),
            Route.of(PROGRAMMES + "/{code}/" + PLAYOUT, "/programmes/playout.xhtml"),
            Route.of(QUESTIONS, "/questions/list.xhtml", "chu-de", Paging.PARAMETER),
            Route.of(QUESTIONS + "/{slug}", "/questions/question.xhtml"),
            Route.of("/tim-kiem", "/search/results.xhtml", join(OF_LISTS, "muc")),
            Route.of(EMBEDS, "/embeds/builder.xhtml", join(OF_LISTS, LOOKS, "dang", "ma", "so", "ngon-ngu")),
            Route.of(EMBEDDED_LIST, "/embeds/list.xhtml", join(OF_LISTS, LOOKS, "so")),
            Route.of(EMBEDS + "/{slug}", "/embeds/product.xhtml", join(LOOKS, "tieng", "ban", "t")));

    /** Where citizens send something. They come before all others: one of those has a name where these have theirs. */
    private static final List<Route> FORMS = List.of(
            Route.form(ASK, "/questions/ask.xhtml", "chu-de"), Route.form(FOLLOW, "/questions/follow.xhtml", "ma"));

    /** What servlets answer, to everybody alike, and what they read of an address. No views. */
    private static final List<Route> DOCUMENTS = List.of(
            Route.of("/feeds/{file}", "", OF_LISTS),
            Route.of("/feeds/{language}/{file}", "", OF_LISTS),
            Route.of(PROGRAMMES + "/{code}.ics", ""));

    private PublicRoutes() {}

    private static String[] join(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static String[] join(String[] some, String[] others, String... more) {
        return join(join(some, others), more);
    }

    /** The route of a public page, with those that take what plain forms send. @param path decoded and within the application */
    static Optional<Route> find(String path) {
        return formRouteOf(path).or(() -> routeOf(path));
    }

    /** Whether a public page lives at this path that everybody is given alike, decoded and within the application. */
    public static boolean isPage(String path) {
        return routeOf(path).isPresent();
    }

    /** Whether everybody is given the same for this path, decoded and within the application, which is no page. */
    public static boolean isDocument(String path) {
        return documentOf(path).isPresent();
    }

    /** Whether it is a page that others may show in frames of theirs. @param path decoded and within the application */
    public static boolean isEmbed(String path) {
        return path.startsWith(EMBEDS + "/") && isPage(path);
    }

    /** The names of the parameters that change the public page or document at this path, decoded and within the application. */
    public static Set<String> parametersOf(String path) {
        return routeOf(path).or(() -> documentOf(path)).map(Route::parameters).orElse(Route.OF_EVERY_PAGE);
    }

    private static Optional<Route> documentOf(String path) {
        return DOCUMENTS.stream().filter(route -> route.match(path).isPresent()).findFirst();
    }

    private static Optional<Route> formRouteOf(String path) {
        return FORMS.stream().filter(route -> route.match(path).isPresent()).findFirst();
    }

    private static Optional<Route> routeOf(String path) {
        return formRouteOf(path).isPresent() || isDocument(path)
                ? Optional.empty()
                : ROUTES.stream().filter(route -> route.match(path).isPresent()).findFirst();
    }
}
