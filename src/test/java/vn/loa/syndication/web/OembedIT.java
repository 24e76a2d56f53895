package vn.loa.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.UsesPortal;

/** oEmbed 1.0, by its specification and by what a library for consumers makes of it. */
@UsesPortal
class OembedIT {
    private final Portal portal;

    OembedIT(Portal portal) {
        this.portal = portal;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonObject ask(String path, String more) {
        var answer = portal.get(address(path, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        return Drafts.object(answer);
    }

    private String address(String path, String more) {
        return "/oembed?url=" + encoded(portal.uri(path).toString()) + more;
    }

    @Test
    void a_film_is_a_video_with_everything_that_the_standard_asks_for() {
        var film = ask(PublicAddresses.FILM, "");

        assertThat(film.getString("type")).isEqualTo("video");
        assertThat(film.getString("version")).isEqualTo("1.0");
        assertThat(film.getString("html"))
                .startsWith("<blockquote style=\"display:none\"><a href=\"" + portal.uri(PublicAddresses.FILM) + "\">")
                .contains("</blockquote><iframe src=\"" + portal.uri("/nhung/giu-nuoc-tren-nui-da"))
                .doesNotContain("<script");
        assertThat(film.getInt("width")).isPositive();
        assertThat(film.getInt("height")).isPositive();
        assertThat(film.getString("title")).isNotEmpty();
        assertThat(film.getString("provider_url")).isEqualTo(portal.uri("/").toString());
        assertThat(portal.get(film.getString("thumbnail_url").replaceFirst("https?://[^/]+", ""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_is_heard_read_or_listed_is_rich() {
        assertThat(ask(PublicAddresses.SKIT + "?tieng=tyz", "").getString("html"))
                .contains("tieng=tyz");
        for (var path : List.of(
                PublicAddresses.SKIT,
                PublicAddresses.ARTICLE,
                "/san-pham?the-loai=tieu-pham",
                "/nhung/danh-sach",
                "/chu-de/vay-von")) {
            assertThat(ask(path, "").getString("type")).as(path).isEqualTo("rich");
        }
        assertThat(ask("/chu-de/vay-von", "").getString("html")).contains("/nhung/danh-sach?chu-de=vay-von");
    }

    @ParameterizedTest
    @CsvSource({"300, 200", "120, 1000", "5000, 90"})
    void nothing_is_larger_than_a_consumer_has_room_for(int width, int height) {
        for (var path : List.of(PublicAddresses.FILM, PublicAddresses.SKIT, "/san-pham")) {
            var answer = ask(path, "&maxwidth=" + width + "&maxheight=" + height);

            assertThat(answer.getInt("width")).isPositive().isLessThanOrEqualTo(width);
            assertThat(answer.getInt("height")).isPositive().isLessThanOrEqualTo(height);
            assertThat(answer.getInt("thumbnail_width", 0)).isLessThanOrEqualTo(width);
            assertThat(answer.getInt("thumbnail_height", 0)).isLessThanOrEqualTo(height);
            // As wide as its place on a phone, and no wider than asked for anywhere.
            assertThat(answer.getString("html"))
                    .contains("width=\"100%\"", "max-width:" + answer.getInt("width") + "px");
        }
    }

    @Test
    void xml_says_the_same() throws Exception {
        var json = ask(PublicAddresses.FILM, "");
        var answer = portal.get(address(PublicAddresses.FILM, "&format=xml"));

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        var fields = Pattern.compile("<([a-z_]+)>")
                .matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(fields).startsWith("oembed").containsAll(json.keySet());
        assertThat(answer.body()).contains("&lt;iframe src=\"").contains("</oembed>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/san-pham/con-bo-cua-nha-ong-pao",
                "http://127.0.0.1:1/san-pham/con-bo-cua-nha-ong-pao",
                "http://user@127.0.0.1/san-pham/x",
                "javascript:alert(1)",
                "/san-pham/con-bo-cua-nha-ong-pao",
                "nothing at all",
                "http://[::1",
                "%00"
            })
    void what_is_not_of_this_portal_is_not_found(String url) {
        var answer = portal.get("/oembed?url=" + encoded(url));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/san-pham/khong-co",
                "/chu-de/khong-co",
                "/nhung/danh-sach?chu-de=khong-co",
                "/ke-hoach",
                "/",
                "/quan-tri",
                "/nhung/a/b",
                "/media/x"
            })
    void nor_is_what_there_is_nothing_of_to_show(String path) {
        assertThat(portal.get(address(path, "")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oembed",
                "/oembed?url=",
                "/oembed?url=x&maxwidth=-1",
                "/oembed?url=x&maxheight=abc",
                "/oembed?url=x&maxwidth=0"
            })
    void what_makes_no_sense_is_refused_with_a_reason(String asked) {
        var answer = portal.get(asked);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Drafts.object(answer).getString("detail")).isNotEmpty();
    }

    @Test
    void another_format_is_not_implemented() {
        assertThat(portal.get(address(PublicAddresses.FILM, "&format=yaml")).statusCode())
                .isEqualTo(501);
    }

    @ParameterizedTest
    @ValueSource(strings = {PublicAddresses.FILM, PublicAddresses.SKIT, "/san-pham", "/chu-de/vay-von"})
    void pages_lead_programs_to_what_to_show_of_them(String path) {
        var page = portal.get(path).body();

        for (var format : List.of("json", "xml")) {
            var link = Pattern.compile("type=\"[a-z]+/" + format + "\\+oembed\" href=\"([^\"]+)\"")
                    .matcher(page);
            assertThat(link.find()).as(path).isTrue();
            var there = link.group(1).replace("&amp;", "&").replaceFirst("https?://[^/]+", "");
            assertThat(portal.get(there).statusCode()).as(there).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nhung/con-bo-cua-nha-ong-pao?bo-cuc=gon&mau=1f5a3c&tieng=tyz",
                "/nhung/danh-sach?bo-cuc=the&mau=1f5a3c&the-loai=tieu-pham"
            })
    void the_address_of_a_frame_leads_to_that_frame_as_it_looks(String path) {
        var link = Pattern.compile("json\\+oembed\" href=\"https?://[^/]+([^\"]+)\"")
                .matcher(portal.get(path + "&la=1").body());
        assertThat(link.find()).isTrue();

        var answer = Drafts.object(portal.get(link.group(1).replace("&amp;", "&")));

        assertThat(answer.getString("html"))
                .contains("src=\"" + portal.uri("/").resolve(path).toString().replace("&", "&amp;") + "\"")
                .contains("<a href=\"" + portal.uri("/san-pham"))
                .doesNotContainPattern("<a href=\"[^\"]*(mau|bo-cuc)=");
    }

    @Test
    void a_library_for_consumers_reads_it_in_both_formats(@TempDir Path folder) throws Exception {
        Consumer.require("ruby-oembed", "ruby", "-e", "require 'oembed'");
        var url = portal.uri(PublicAddresses.FILM).toString();
        for (var format : List.of("json", "xml")) {
            var said = Consumer.run(folder, List.of("ruby", "-e", """
                            require 'oembed'
                            provider = OEmbed::Provider.new('%s', :%s)
                            provider << '%s*'
                            film = provider.get('%s', :maxwidth => 400)
                            puts [film.video?, film.type, film.version, film.width.to_i <= 400, film.html[/<iframe src=/]].join(' ')
                            begin
                              provider.get('%ssan-pham/khong-co'); puts 'found'
                            rescue OEmbed::NotFound
                              puts 'not found'
                            end""".formatted(
                            portal.uri("/oembed"), format, portal.baseUrl(), url, portal.baseUrl())));

            assertThat(said.strip().lines())
                    .as(format)
                    .containsExactly("true video 1.0 true <iframe src=", "not found");
        }
    }

    @Test
    void search_engines_find_the_embed_the_words_and_the_picture() {
        var skit = portal.get(PublicAddresses.SKIT).body();

        assertThat(skit)
                .contains(
                        "\"@type\":\"AudioObject\"",
                        "\"embedUrl\":\"" + portal.uri("/nhung/con-bo-cua-nha-ong-pao"),
                        "\"transcript\":\"")
                .contains("property=\"og:audio:type\"", "name=\"twitter:card\"");
        assertThat(portal.get(PublicAddresses.FILM).body()).contains("\"@type\":\"VideoObject\"", "\"embedUrl\":");
        assertThat(portal.get("/sitemap.xml").body())
                .contains("<video:player_loc>" + portal.uri("/nhung/giu-nuoc-tren-nui-da") + "</video:player_loc>");
    }
}
