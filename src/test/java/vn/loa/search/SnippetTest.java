package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void found_words_are_marked_and_everything_else_is_escaped() {
        assertThat(Snippet.html("Nuôi \uE000bò\uE001 & <script>\"'</script>."))
                .isEqualTo("Nuôi <mark>bò</mark> &amp; &lt;script&gt;&quot;&#39;&lt;/script&gt;.");
    }

    @Test
    void dots_show_where_the_passage_was_cut() {
        assertThat(Snippet.html("vay vốn mua hai con \uE000bò\uE001"))
                .isEqualTo("… vay vốn mua hai con <mark>bò</mark> …");
    }

    @Test
    void lines_that_are_no_sentences_are_parted_from_the_next() {
        assertThat(Snippet.html("Mục \uE000tiêu\uE001\nGiảm nghèo.\n\nĐịa \uE000bàn:\uE001\n56 xã."))
                .isEqualTo("Mục <mark>tiêu</mark> · Giảm nghèo. Địa <mark>bàn:</mark> 56 xã.");
    }

    @Test
    void text_cannot_bring_marks_of_its_own() {
        assertThat(Snippet.withoutMarkers("a\uE000b\uE001c")).isEqualTo("abc");
    }
}
