package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {
    @Test
    void headings_lists_emphasis_and_links_stay() {
        var html =
                "<h2>Vay vốn</h2><p>Hỏi <strong>tổ vay vốn</strong>, <a href=\"https://vbsp.org.vn\">ngân hàng</a>.</p><ul><li>một</li></ul>";

        assertThat(RichText.sanitise(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<p onclick=\"alert(1)\">a</p>",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<a href=\"data:text/html,x\">a</a>",
                "<svg><script>alert(1)</script></svg>",
                "<iframe src=\"//x\"></iframe>",
                "<p style=\"position:fixed\">a</p>",
                "<math><mtext><style><img src onerror=alert(1)></style></mtext></math>"
            })
    void what_could_run_load_or_restyle_goes(String html) {
        assertThat(RichText.sanitise(html))
                .doesNotContainIgnoringCase("script")
                .doesNotContain("onerror", "onclick", "style", "<svg", "<iframe", "<img", "data:");
    }

    @Test
    void sanitising_twice_changes_nothing_more() {
        var once = RichText.sanitise("<p>a &amp;lt;b&gt; <em>c</em><br>d");

        assertThat(RichText.sanitise(once)).isEqualTo(once);
    }
}
