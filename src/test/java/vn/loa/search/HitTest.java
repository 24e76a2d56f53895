package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.common.Texts;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.Finder.Hit;

class HitTest {
    private static final Texts SUMMARY =
            Texts.of(Map.of("vi", "Nước sạch về bản.", "en", "Clean water comes. It stays."));
    private static final String VIETNAMESE = "\uE000Nước\uE001 sạch về bản.";

    @Test
    void a_vietnamese_page_quotes_no_other_language() {
        assertThat(hit(null, "Clean \uE000water\uE001 comes.").snippetFor("vi", SUMMARY))
                .isEmpty();
        assertThat(hit(VIETNAMESE, "Clean \uE000water\uE001 comes.").snippetFor("vi", SUMMARY))
                .contains(new Snippet("<mark>Nước</mark> sạch về bản.", "vi"));
    }

    @Test
    void a_page_in_another_language_quotes_that_one_before_vietnamese() {
        assertThat(hit(VIETNAMESE, "Clean \uE000water\uE001 comes. ").snippetFor("en", SUMMARY))
                .contains(new Snippet("Clean <mark>water</mark> comes.", "en"));
    }

    @Test
    void a_passage_of_which_nobody_knows_the_language_is_not_quoted() {
        assertThat(hit(VIETNAMESE, "nws \uE000water\uE001.").snippetFor("en", SUMMARY))
                .map(Snippet::language)
                .contains("vi");
        assertThat(hit(null, "Clean \uE000water\uE001 comes.").snippetFor("hmn", SUMMARY))
                .isEmpty();
    }

    @Test
    void a_title_is_marked_in_the_language_in_which_it_is_shown() {
        var found = named(null, List.of("Người \uE000Mông\uE001 & bò", "The \uE000Hmong\uE001 & cows"));

        assertThat(found.marked("The Hmong & cows")).contains("The <mark>Hmong</mark> &amp; cows");
        assertThat(found.marked("Người Mông & bò")).contains("Người <mark>Mông</mark> &amp; bò");
        assertThat(found.marked("Người Tày")).isEmpty();
        assertThat(found.isQuoted()).isTrue();
    }

    @Test
    void a_title_in_a_language_that_the_page_does_not_speak_tells_why_it_was_found() {
        var titles = Texts.of(Map.of("vi", "Nước sạch", "hmn", "nws qws", "en", "Clean water"));

        assertThat(named(null, List.of("nws \uE000qws\uE001")).called(titles))
                .contains(new Snippet("nws <mark>qws</mark>", "hmn"));
        assertThat(named(null, List.of("another \uE000qws\uE001")).called(titles))
                .as("what has changed since it was indexed")
                .isEmpty();
    }

    @Test
    void a_name_that_it_belongs_to_is_shown_whole_and_without_dots() {
        assertThat(named("Sở \uE000Lao động\uE001", List.of()).belonging(Texts.none(), Names.Snapshot.none()))
                .contains(new Snippet("Sở <mark>Lao động</mark>", "vi"));
        assertThat(hit(VIETNAMESE, null).belonging(Texts.none(), Names.Snapshot.none()))
                .isEmpty();
    }

    @Test
    void what_it_is_about_is_told_before_the_name_it_belongs_to() {
        assertThat(named("Sở \uE000Lao động\uE001", List.of())
                        .belonging(Texts.of(Texts.FALLBACK, "Học nghề & làm ăn."), Names.Snapshot.none()))
                .contains(new Snippet("Học nghề &amp; làm ăn. Sở <mark>Lao động</mark>", "vi"));
    }

    private static Hit named(String label, List<String> titles) {
        return new Hit(new Subject(SubjectKind.PRODUCT, 1), "3:1", null, null, label, titles);
    }

    private static Hit hit(String vietnamese, String other) {
        return new Hit(new Subject(SubjectKind.PRODUCT, 1), "3:1", vietnamese, other, null, List.of());
    }
}
