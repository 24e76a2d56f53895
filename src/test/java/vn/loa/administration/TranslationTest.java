package vn.loa.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.administration.Translation.Fault;
import vn.loa.common.Messages;

class TranslationTest {
    @AfterEach
    void only_what_comes_with_the_portal_is_said_again() {
        Messages.translate(Map.of());
    }

    @Test
    void the_places_of_the_vietnamese_stay_in_whatever_order() {
        assertThat(Translation.faultOf("{0} trên {1}", "{1} – {0}")).isEmpty();
        assertThat(Translation.faultOf("{0} trên {1}", "{0}")).contains(Fault.PLACES);
        assertThat(Translation.faultOf("{0,number,integer} bài", "{0} x")).contains(Fault.PLACES);
        assertThat(Translation.faultOf("{0} bài", "{0} {0}")).contains(Fault.PLACES);
        assertThat(Translation.faultOf("{0} bài", "{0} {")).contains(Fault.UNREADABLE);
        assertThat(Translation.faultOf("Kế hoạch", "{ gì cũng được '")).isEmpty();
        assertThat(Translation.faultOf("x", "y".repeat(2_001))).contains(Fault.LONG);
    }

    @Test
    void apostrophes_are_kept_as_texts_with_places_want_them_and_shown_as_they_were_written() {
        var stored = Translation.stored("{0} bài", "H'x {0}");

        assertThat(MessageFormat.format(stored, 3)).isEqualTo("H'x 3");
        assertThat(Translation.shown("{0} bài", stored)).isEqualTo("H'x {0}");
        assertThat(Translation.stored("Bài", "H'x")).isEqualTo("H'x");
    }

    @Test
    void what_a_language_says_of_itself_and_how_it_writes_days_is_not_for_translators() {
        assertThat(Translation.isTranslated("language.tag")).isFalse();
        assertThat(Translation.isTranslated("date.day")).isFalse();
        assertThat(Translation.isTranslated("menu.plans")).isTrue();
        assertThat(Translation.isPublic("menu.plans")).isTrue();
        assertThat(Translation.isPublic("deed.publish")).isFalse();
    }

    @Test
    void translators_are_not_kept_with_what_only_the_back_office_says() {
        assertThat(Messages.keys())
                .filteredOn(Translation::isPublic)
                .noneMatch(
                        key -> key.matches(
                                "(archive|subtitles|files|matrix|log|targets|delivery|commune|package"
                                        + "|stations?|playout|players|work|working|edit|plan\\.(work|field|hint|row|refused|problem))\\..*"))
                .contains("player.play", "product.transcript", "plan.deliverables", "profile.original");
    }

    @Test
    void what_is_written_is_said_and_what_is_not_stays_vietnamese() {
        Messages.translate(Map.of("tyz", Map.of("menu.plans", "XX", "people.count", "{0} YY")));

        assertThat(Messages.in("tyz").text("menu.plans")).isEqualTo("XX");
        assertThat(Messages.in("tyz").text("people.count", 2)).isEqualTo("2 YY");
        assertThat(Messages.in("tyz").text("menu.home")).isEqualTo("Trang chủ");
        assertThat(Messages.in("hmn").text("menu.plans")).isEqualTo("Kế hoạch");
        Messages.translate(Map.of());
        assertThat(Messages.in("tyz").text("menu.plans")).isEqualTo("Kế hoạch");
    }
}
