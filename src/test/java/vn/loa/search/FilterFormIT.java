package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** The form that narrows lists: what it says about each value, and what comes of it. */
@UsesPortal
class FilterFormIT {
    private static final Pattern OFFERED = Pattern.compile(
            "<input type=\"checkbox\" name=\"([^\"]+)\" value=\"([^\"]+)\"( checked=\"checked\")?[^>]*>.*?<span class=\"n\">([^<]+)</span>");

    /** The number in the heading of the list. */
    private static final Pattern TOTAL = Pattern.compile(">([0-9.]+) sản phẩm");

    private static final int OF_EACH = 5;

    private static final Pattern ADDED = Pattern.compile("thêm ([0-9.]+)");

    private final Portal portal;

    FilterFormIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void everything_public_is_indexed() {
        IndexState.awaitAll(portal);
    }

    /** @param said what stands beside it */
    private record Offer(String parameter, String value, boolean ticked, String said) {
        boolean adds() {
            return said.contains("thêm");
        }

        long number() {
            var added = ADDED.matcher(said);
            return said.equals("không thêm") ? 0 : FilterFormIT.number(added.find() ? added.group(1) : said);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/san-pham?",
                "/san-pham?tieng=hmn",
                "/san-pham?chu-de=vay-von&chu-de=y-te",
                "/san-pham?the-loai=khong-co",
                "/san-pham?nam=2025&tu-nam=2024&den-nam=2026",
                "/san-pham?dia-ban=216",
                "/tim-kiem?q=giam+ngheo",
                "/tim-kiem?q=ngheo&chu-de=vay-von",
                "/tim-kiem?q=vay+von&phu-de=hmn&the-loai=tieu-pham"
            })
    void each_value_leads_to_as_many_as_is_said_beside_it(String list) {
        var page = get(list);
        var total = total(page);
        var offers = offers(page);
        assertThat(offers).isNotEmpty();

        for (var offer : offers) {
            var choice = "&" + offer.parameter + "=" + encode(offer.value);
            if (offer.ticked) {
                assertThat(total(get(without(list, offer.parameter) + choice)))
                        .as("%s alone in %s", offer, list)
                        .isEqualTo(offer.number());
            } else {
                assertThat(total(get(list + choice)))
                        .as("%s besides %s", offer, list)
                        .isEqualTo(offer.adds() ? total + offer.number() : offer.number());
            }
        }
    }

    @Test
    void what_is_shown_already_adds_nothing_and_stays_to_be_chosen() {
        var every = offers(get("/san-pham?tieng=vi")).stream()
                .filter(offer -> offer.parameter.equals("tieng"))
                .toList();

        assertThat(every).extracting(Offer::value).contains("vi", "hmn", "tyz");
        assertThat(every)
                .filteredOn(offer -> !offer.ticked)
                .allSatisfy(offer -> assertThat(offer.adds()).isTrue());
        assertThat(get("/san-pham?tieng=vi&hl=en")).containsPattern("class=\"n\">(no|\\d+) more<");
    }

    @Test
    void several_values_are_sent_at_once_with_all_that_the_address_says() {
        var page = get("/tim-kiem?q=ngheo&sap-xep=moi-nhat&hl=en&nhe=1&trang=2&tieng=hmn&tu-nam=2020&den-nam=");

        assertThat(page)
                .contains(
                        "<form class=\"facets\" action=\"/tim-kiem\"",
                        "<input type=\"hidden\" name=\"q\" value=\"ngheo\"",
                        "<input type=\"hidden\" name=\"sap-xep\" value=\"moi-nhat\"",
                        "<input type=\"hidden\" name=\"hl\" value=\"en\"",
                        "<input type=\"hidden\" name=\"nhe\" value=\"1\"",
                        "name=\"tieng\" value=\"hmn\" checked=\"checked\"",
                        "Show results</button>");
        assertThat(page).containsPattern("name=\"tu-nam\"[^>]*value=\"2020\"");
        assertThat(page)
                .doesNotContain(
                        "type=\"hidden\" name=\"trang\"",
                        "type=\"hidden\" name=\"tieng\"",
                        "type=\"hidden\" name=\"den-nam\"");
    }

    @Test
    void a_range_that_leaves_nothing_can_be_changed() {
        assertThat(get("/san-pham?tu-nam=1801&den-nam=1802"))
                .containsPattern("name=\"tu-nam\"[^>]*value=\"1801\"")
                .containsPattern("name=\"den-nam\"[^>]*value=\"1802\"");
    }

    @Test
    void fields_that_were_left_empty_are_in_no_link() {
        assertThat(get("/san-pham?the-loai=tieu-pham&tu-nam=&den-nam="))
                .contains("class=\"btn\" href=\"/san-pham\"")
                .doesNotContain("Từ năm \"", "trang=2&amp;tu-nam", "tu-nam=&amp;trang");
    }

    /** The first of each group: enough to see what holds for all. */
    private static List<Offer> offers(String page) {
        var seen = new HashMap<String, Integer>();
        return OFFERED.matcher(page)
                .results()
                .map(found -> new Offer(found.group(1), found.group(2), found.group(3) != null, found.group(4)))
                .filter(offer -> seen.merge(offer.parameter, 1, Integer::sum) <= OF_EACH)
                .toList();
    }

    private static long total(String page) {
        var total = TOTAL.matcher(page);
        assertThat(total.find()).as(page).isTrue();
        return number(total.group(1));
    }

    private static long number(String shown) {
        return Long.parseLong(shown.replace(".", ""));
    }

    private static String without(String list, String parameter) {
        return list.replaceAll("(?<=[?&])" + parameter + "=[^&]*&?", "");
    }

    /** The page while search is not limited: on a busy machine the search server may answer too late at first. */
    private String get(String path) {
        return Until.answer(() -> portal.get(path).body(), page -> !page.contains("đang hạn chế"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
