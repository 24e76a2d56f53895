package vn.loa.syndication.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.loa.syndication.EmbedRegistry.Choice;
import vn.loa.syndication.EmbedRegistry.Sites;
import vn.loa.syndication.SiteOrigin;

/**
 * What of the registry of embeds somebody looks at, as it stands in an address; what makes no sense there is as if it were not.
 *
 * @param view one of {@link #VIEWS}
 * @param days how far back
 * @param origin of the one site that it is about; empty for all
 * @param slug of the one embed that it is about; empty for all
 * @param words looked for
 */
record RegistryQuery(String view, int days, String origin, String slug, String words) {
    static final String VIEW = "xem";
    static final String DAYS = "ngay";
    static final String SITE = "trang-web";
    static final String WORK = "noi-dung";
    static final String WORDS = "tim";
    static final String OF_SITES = "trang";
    static final String OF_WORKS = "san-pham";
    static final String OF_DEAD = "hong";
    static final String OF_HIDDEN = "an";

    /** The usual one first. */
    static final List<String> VIEWS = List.of(OF_SITES, OF_WORKS, OF_DEAD, OF_HIDDEN);

    static final List<Integer> PERIODS = List.of(7, 30, 90, 365);
    private static final int USUAL_DAYS = 30;
    private static final int LONGEST = 200;

    /** @param parameter the value of a parameter by its name; empty when there is none */
    static RegistryQuery of(UnaryOperator<String> parameter) {
        var view = parameter.apply(VIEW);
        var days = PERIODS.stream()
                .filter(each -> parameter.apply(DAYS).equals(each.toString()))
                .findFirst()
                .orElse(USUAL_DAYS);
        var words = parameter.apply(WORDS).strip();
        return new RegistryQuery(
                VIEWS.contains(view) ? view : OF_SITES,
                days,
                SiteOrigin.exactly(parameter.apply(SITE)).orElse(""),
                parameter.apply(WORK),
                words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    }

    /** Who asks for one site sees it, hidden or not. */
    Choice choice(LocalDate today) {
        var sites = !origin.isEmpty() ? Sites.ALL : view.equals(OF_HIDDEN) ? Sites.HIDDEN : Sites.USUAL;
        return new Choice(today.minusDays(days - 1L), sites, origin, slug, isOne() ? "" : words);
    }

    /** Whether it is about one site or one embed. */
    boolean isOne() {
        return !origin.isEmpty() || !slug.isEmpty();
    }
}
