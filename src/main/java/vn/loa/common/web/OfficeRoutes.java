package vn.loa.common.web;

import static vn.loa.common.web.Addresses.ARCHIVES;
import static vn.loa.common.web.Addresses.ARCHIVE_FILES;
import static vn.loa.common.web.Addresses.AT_ONCE;
import static vn.loa.common.web.Addresses.AUDIT_FILE;
import static vn.loa.common.web.Addresses.COMMUNES;
import static vn.loa.common.web.Addresses.DARK;
import static vn.loa.common.web.Addresses.DESK;
import static vn.loa.common.web.Addresses.DESK_API;
import static vn.loa.common.web.Addresses.EMBED_FILE;
import static vn.loa.common.web.Addresses.FILES;
import static vn.loa.common.web.Addresses.FOUNDING;
import static vn.loa.common.web.Addresses.GUIDES;
import static vn.loa.common.web.Addresses.LIGHT;
import static vn.loa.common.web.Addresses.LOG_BOOK;
import static vn.loa.common.web.Addresses.LOG_FILES;
import static vn.loa.common.web.Addresses.LOOK;
import static vn.loa.common.web.Addresses.LOOK_FILES;
import static vn.loa.common.web.Addresses.MONTH;
import static vn.loa.common.web.Addresses.NEW;
import static vn.loa.common.web.Addresses.NEWS;
import static vn.loa.common.web.Addresses.NEW_PASSWORD;
import static vn.loa.common.web.Addresses.ORDER;
import static vn.loa.common.web.Addresses.OUTCOME;
import static vn.loa.common.web.Addresses.PACKAGES;
import static vn.loa.common.web.Addresses.PICKS;
import static vn.loa.common.web.Addresses.PLAN_FILES;
import static vn.loa.common.web.Addresses.PLAN_IMPORT;
import static vn.loa.common.web.Addresses.PLAN_LIST;
import static vn.loa.common.web.Addresses.PLAYERS;
import static vn.loa.common.web.Addresses.PREVIEW;
import static vn.loa.common.web.Addresses.PREVIEWED;
import static vn.loa.common.web.Addresses.PROGRAMMES_AT_WORK;
import static vn.loa.common.web.Addresses.QUESTIONS_AT_WORK;
import static vn.loa.common.web.Addresses.RETURN;
import static vn.loa.common.web.Addresses.SEARCHES_FILE;
import static vn.loa.common.web.Addresses.SENT;
import static vn.loa.common.web.Addresses.SETTINGS;
import static vn.loa.common.web.Addresses.SIGN_IN;
import static vn.loa.common.web.Addresses.SUBTITLES;
import static vn.loa.common.web.Addresses.TARGETS;
import static vn.loa.common.web.Addresses.UNIT_FILE;
import static vn.loa.common.web.Addresses.WEEK;
import static vn.loa.common.web.Addresses.WORK_LIST;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses of the back office, the views behind them and the parameters that these read. Its pages also take what their forms send, and none is kept. Some of its
 * addresses are services, which servlets answer.
 */
public final class OfficeRoutes {
    /** What the list of products at work is narrowed to, and in which order it stands. */
    private static final String[] OF_WORK_LISTS = {
        "q", "trang-thai", "the-loai", "chu-de", "tieng", "nam", "dia-ban", "cua", "chon", ORDER, Paging.PARAMETER
    };

    /** What the audit trail is narrowed to. */
    private static final String[] OF_AUDIT = {"nguoi", "loai", "viec", "ten", "tu", "den", Paging.PARAMETER};

    /** What the registry of embeds is narrowed to. */
    private static final String[] OF_REGISTRY = {"xem", "ngay", "tim", "trang-web", "noi-dung", Paging.PARAMETER};

    /** What of the back office is no page: at these addresses, and below those. */
    private static final Set<String> SERVICES = Set.of(PLAN_IMPORT, AUDIT_FILE, UNIT_FILE, EMBED_FILE, SEARCHES_FILE);

    private static final Set<String> SERVICES_BELOW =
            Set.of(PLAN_FILES, LOOK_FILES, ARCHIVE_FILES, LOG_FILES, SUBTITLES, DESK_API, PICKS);

    /** Who may open which is said where accounts are known. */
    private static final List<Route> ROUTES = List.of(
            Route.office(DESK, "/home/desk.xhtml", "het"),
            Route.office(NEWS, "/home/desk.xhtml", "het"),
            Route.office(COMMUNES, "/programmes/work-commune.xhtml"),
            Route.office(COMMUNES + "/{code}", "/programmes/work-commune.xhtml"),
            Route.office(WORK_LIST, "/catalog/work-list.xhtml", OF_WORK_LISTS),
            Route.office(WORK_LIST + "/" + NEW, "/catalog/work-edit.xhtml"),
            Route.office(WORK_LIST + "/{slug}", "/catalog/work.xhtml"),
            Route.office(WORK_LIST + "/{slug}/sua", "/catalog/work-edit.xhtml"),
            Route.office(WORK_LIST + "/{slug}/" + PREVIEW, "/catalog/work-preview.xhtml"),
            Route.office(
                    WORK_LIST + "/{slug}/" + PREVIEWED, "/catalog/product.xhtml", "tieng", "ban", "t", "phu-de", "nhe"),
            Route.office(WORK_LIST + "/{slug}/" + FILES, "/catalog/work-files.xhtml"),
            Route.office(WORK_LIST + "/{slug}/lich-su", "/catalog/work-history.xhtml", "tu", "den", Paging.PARAMETER),
            Route.office(WORK_LIST + "/{slug}/phu-de/{name}", "/catalog/subtitle-edit.xhtml"),
            Route.office(ARCHIVES, "/archive/list.xhtml"),
            Route.office(ARCHIVES + "/{id}", "/archive/run.xhtml"),
            Route.office(
                    PLAN_LIST,
                    "/plans/work-list.xhtml",
                    "q",
                    "trang-thai",
                    "cap",
                    "co-quan",
                    "nam",
                    "nguoi",
                    "chon",
                    Paging.PARAMETER),
            Route.office(PLAN_LIST + "/{slug}", "/plans/work.xhtml"),
            Route.office(PLAN_LIST + "/{slug}/ngon-ngu", "/plans/languages.xhtml", "loc"),
            Route.office(
                    QUESTIONS_AT_WORK,
                    "/questions/work-list.xhtml",
                    "q",
                    "trang-thai",
                    "co-quan",
                    "chu-de",
                    Paging.PARAMETER),
            Route.office(QUESTIONS_AT_WORK + "/{id}", "/questions/case.xhtml"),
            Route.office(PROGRAMMES_AT_WORK, "/programmes/work-list.xhtml"),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/" + PLAYERS, "/programmes/work-players.xhtml"),
            Route.office(
                    PROGRAMMES_AT_WORK + "/{code}/" + LOG_BOOK,
                    "/programmes/work-log.xhtml",
                    MONTH,
                    "tep",
                    "gach-bo",
                    Paging.PARAMETER),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/" + LOG_BOOK + "/{id}", "/programmes/work-broadcast.xhtml"),
            Route.office(PROGRAMMES_AT_WORK + "/" + LOG_BOOK, "/programmes/work-totals.xhtml", MONTH, "tep"),
            Route.office(PROGRAMMES_AT_WORK + "/{code}", "/programmes/work-station.xhtml"),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/" + SETTINGS, "/programmes/work-settings.xhtml"),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/" + AT_ONCE, "/programmes/work-urgent.xhtml", "q", "da-chen"),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/" + PACKAGES, "/programmes/work-packages.xhtml", WEEK),
            Route.office(
                    PROGRAMMES_AT_WORK + "/{code}/" + SENT,
                    "/programmes/work-deliveries.xhtml",
                    OUTCOME,
                    Paging.PARAMETER),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/{week}", "/programmes/work-week.xhtml"),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/{week}/{slot}", "/programmes/work-slot.xhtml"),
            Route.office(TARGETS, "/programmes/targets.xhtml"),
            Route.office(TARGETS + "/{id}", "/programmes/target.xhtml", OUTCOME, Paging.PARAMETER),
            Route.office("/quan-tri/tu-dong-nghia", "/search/synonyms.xhtml"),
            Route.office("/quan-tri/luot-tim", "/search/terms.xhtml", WEEK, "trong", Paging.PARAMETER),
            Route.office("/quan-tri/nhung", "/syndication/registry.xhtml", OF_REGISTRY),
            Route.office("/quan-tri/he-thong", "/accounts/system.xhtml"),
            Route.office(LOOK, "/administration/look.xhtml", "bao"),
            Route.office(LOOK + "/" + LIGHT, "/home/front.xhtml"),
            Route.office(LOOK + "/" + DARK, "/home/front.xhtml"),
            Route.office("/quan-tri/chu-de", "/administration/terms.xhtml"),
            Route.office("/quan-tri/chu-de/{code}", "/administration/term.xhtml", "vao"),
            Route.office("/quan-tri/doi-tuong", "/administration/terms.xhtml"),
            Route.office("/quan-tri/doi-tuong/{code}", "/administration/term.xhtml", "vao"),
            Route.office("/quan-tri/the-loai", "/administration/terms.xhtml"),
            Route.office("/quan-tri/the-loai/{code}", "/administration/term.xhtml", "vao"),
            Route.office("/quan-tri/co-quan", "/administration/agencies.xhtml", "q", Paging.PARAMETER),
            Route.office("/quan-tri/co-quan/{code}", "/administration/agency.xhtml"),
            Route.office("/quan-tri/kenh", "/administration/channels.xhtml"),
            Route.office("/quan-tri/kenh/{id}", "/administration/channel.xhtml"),
            Route.office(
                    "/quan-tri/dia-ban",
                    "/administration/units.xhtml",
                    "q",
                    "bao",
                    "tu",
                    "cu-tu",
                    "cu-den",
                    Paging.PARAMETER),
            Route.office("/quan-tri/ngon-ngu", "/administration/languages.xhtml"),
            Route.office(
                    "/quan-tri/loi-van", "/administration/texts.xhtml", "tieng", "q", "muc", "thieu", Paging.PARAMETER),
            Route.office("/quan-tri/nhat-ky", "/accounts/audit.xhtml", OF_AUDIT),
            Route.office("/quan-tri/cong-viec", "/processing/jobs.xhtml", "trang-thai", Paging.PARAMETER),
            Route.office("/quan-tri/chi-muc", "/search/index.xhtml"),
            Route.office(GUIDES, "/accounts/guide.xhtml"),
            Route.office(GUIDES + "/{role}", "/accounts/guide.xhtml"),
            Route.office("/tai-khoan", "/accounts/own.xhtml"),
            Route.office(SIGN_IN, "/accounts/sign-in.xhtml", RETURN),
            Route.office(NEW_PASSWORD, "/accounts/new-password.xhtml", "ma"),
            Route.office(FOUNDING, "/accounts/founding.xhtml"),
            Route.office("/tai-khoan/hai-buoc", "/accounts/second-factor.xhtml"),
            Route.office("/tai-khoan/noi-dang-nhap", "/accounts/own-provider.xhtml"),
            Route.office(
                    "/quan-tri/nguoi-dung",
                    "/accounts/people.xhtml",
                    "q",
                    "vai-tro",
                    "trang-thai",
                    "dia-ban",
                    Paging.PARAMETER),
            Route.office("/quan-tri/nguoi-dung/{name}", "/accounts/person.xhtml"),
            Route.office("/quan-tri/mo-tai-khoan", "/accounts/new-person.xhtml"));

    private OfficeRoutes() {}

    /** The route of a page of the back office. @param path decoded and within the application */
    static Optional<Route> find(String path) {
        return ROUTES.stream().filter(route -> route.match(path).isPresent()).findFirst();
    }

    /** Whether a page of the back office lives at this path, decoded and within the application. */
    public static boolean isPage(String path) {
        return find(path).isPresent();
    }

    /** Whether something else of the back office than a page is at this path, decoded and within the application. */
    public static boolean isService(String path) {
        return SERVICES.contains(path) || SERVICES_BELOW.stream().anyMatch(service -> path.startsWith(service + "/"));
    }

    /** The addresses of all pages of the back office, with <code>{name}</code> in the place of a segment. */
    public static List<String> paths() {
        return ROUTES.stream().map(Route::path).toList();
    }

    /** Where all its services are, or begin. */
    public static Set<String> services() {
        return Stream.of(SERVICES, SERVICES_BELOW).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is of the API of the back office, whose callers are scripts. @param path decoded and within the application */
    public static boolean isDeskApi(String path) {
        return path.startsWith(DESK_API + "/");
    }

    /** The names of the parameters that change the page at this path. */
    public static Set<String> parametersOf(String path) {
        return find(path).map(Route::parameters).orElse(Set.of());
    }

    /** Whether a page of ours is shown within the page of the back office at this path. */
    static boolean isFraming(String path) {
        return path.equals(LOOK) || path.startsWith(WORK_LIST + "/") && path.endsWith("/" + PREVIEW);
    }

    /** Whether the page at this path is shown within another one of the back office. */
    static boolean isFramed(String path) {
        return isTriedLook(path) || path.startsWith(WORK_LIST + "/") && path.endsWith("/" + PREVIEWED);
    }

    /** Whether the page at this path shows a look of the portal that is only tried. */
    public static boolean isTriedLook(String path) {
        return path.startsWith(LOOK + "/");
    }
}
