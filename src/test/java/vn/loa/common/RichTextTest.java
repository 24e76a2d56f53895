package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Một<div>Hai</div>|<p>Một</p><p>Hai</p>",
                "Một <b>hai</b> <i>ba</i><div><br></div><div>Bốn</div>|<p>Một <strong>hai</strong> <em>ba</em></p><p><br></p><p>Bốn</p>",
                "<div>Một<div>Hai</div></div>|<p>Một</p><p>Hai</p>",
                "<div><div>Một</div>Hai</div><div>Ba<div>Bốn</div></div>|<p>Một</p><p>Hai</p><p>Ba</p><p>Bốn</p>",
                "<div><div>Một</div>Hai</div>Ba|<p>Một</p><p>Hai</p><p>Ba</p>",
                "<div><div><div>Một</div></div><b>Hai</b> ba</div>|<p>Một</p><p><strong>Hai</strong> ba</p>",
                "<ul><li><div><div>Một</div>Hai</div></li></ul>|<ul><li><p>Một</p><p>Hai</p></li></ul>",
                "<b>Một<div>Hai</div></b>|<p><strong>Một<br>Hai</strong></p>",
                "<div><ul><li><div>Một</div></li></ul></div>|<ul><li><p>Một</p></li></ul>",
                "<div onclick=alert(1) lang=hmn>Một</div>|<p lang=\"hmn\">Một</p>",
                "<b onclick=alert(1)>Một</b>|<strong>Một</strong>",
                "Một|Một"
            })
    void lines_and_emphasis_stay_as_editors_in_browsers_write_them(String written, String kept) {
        assertThat(RichText.sanitise(written)).isEqualTo(kept);
        assertThat(RichText.sanitise(kept)).isEqualTo(kept);
    }

    @Test
    void sanitising_twice_changes_nothing_more() {
        var once = RichText.sanitise("<p>a &amp;lt;b&gt; <em>c</em><br>d");

        assertThat(RichText.sanitise(once)).isEqualTo(once);
    }
}
