package vn.loa.testing;

import java.util.List;
import java.util.stream.Stream;

/** One address of every kind of public page, on the sample content. */
public final class PublicAddresses {
    /** A skit with voices in Vietnamese, Mông and Tày, and a transcript of each. */
    public static final String SKIT = "/san-pham/con-bo-cua-nha-ong-pao";

    /** A film with subtitles. */
    public static final String FILM = "/san-pham/giu-nuoc-tren-nui-da";

    public static final String ARTICLE = "/san-pham/dan-ga-den-cua-chi-nhinh";
    public static final String LEAFLET = "/san-pham/to-roi-vay-von-ho-ngheo";
    public static final String PLAN = "/ke-hoach/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025";

    /** A district that ended on 1 July 2025. */
    public static final String FORMER_PLACE = "/dia-ban/216";

    /** A question that has been answered. */
    public static final String QUESTION = "/hoi-dap/tieu-pham-tieng-mong-nghe-o-dau";

    /** What the loudspeakers of a commune play. */
    public static final String PROGRAMME = "/lich-phat/01393";

    private static final List<String> PAGES = List.of(
            "/",
            "/san-pham",
            "/san-pham?the-loai=tieu-pham&tieng=hmn",
            SKIT,
            FILM,
            ARTICLE,
            LEAFLET,
            "/ke-hoach",
            PLAN,
            "/chu-de/vay-von",
            "/dia-ban/04",
            FORMER_PLACE,
            "/da-luu",
            "/theo-doi",
            "/hoi-dap",
            QUESTION,
            "/lich-phat",
            PROGRAMME,
            "/tim-kiem",
            "/tim-kiem?q=giam+ngheo");

    private PublicAddresses() {}

    /** Pages that answer 200. */
    public static Stream<String> pages() {
        return PAGES.stream();
    }

    /** The same in Vietnamese and English, full and light. */
    public static Stream<String> inEveryForm() {
        return PAGES.stream()
                .flatMap(page -> Stream.of("", "hl=en", "nhe=1", "hl=en&nhe=1").map(form -> with(page, form)));
    }

    /** The page with more parameters. */
    public static String with(String page, String parameters) {
        return parameters.isEmpty() ? page : page + (page.contains("?") ? "&" : "?") + parameters;
    }
}
