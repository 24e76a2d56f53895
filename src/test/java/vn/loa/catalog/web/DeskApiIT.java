package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** What scripts of the back office reach of the API: with a cookie and the token of a page of ours, and nothing else. */
@UsesPortal
class DeskApiIT {
    private static final String DOOR = "/quan-tri/api";
    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");

    private final Portal portal;
    private final Staff editor;
    private final String cookie;

    DeskApiIT(Portal portal) {
        this.portal = portal;
        editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        cookie = editor.cookie();
    }

    @Test
    void a_cookie_alone_reads_and_writes_only_with_the_token_of_a_page() {
        var slug = Drafts.start(editor);
        var token = token(slug);

        assertThat(portal.get(DOOR + "/uploads", "Cookie", cookie).body()).isEqualTo("{\"items\":[]}");
        var refused = announce("Cookie", cookie);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("X-Form-Token")).contains("stale");
        assertThat(announce("Cookie", cookie, "X-Form-Token", token.replace('.', '0'))
                        .statusCode())
                .isEqualTo(403);
        assertThat(announce("Cookie", cookie, "X-Form-Token", token).statusCode())
                .isEqualTo(201);
        assertThat(announce("Cookie", cookie, "X-Form-Token", token, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        assertThat(announce("Cookie", other.cookie(), "X-Form-Token", token).statusCode())
                .as("it is one person's")
                .isEqualTo(403);
    }

    @Test
    void who_is_not_signed_in_or_shows_the_token_of_a_program_is_told_so_and_not_led_away() {
        for (var answer : new HttpResponse<?>[] {
            portal.get(DOOR + "/uploads"),
            portal.get(DOOR + "/uploads", "Authorization", editor.bearer()),
            announce("Authorization", editor.bearer())
        }) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void the_api_itself_goes_on_looking_at_no_cookie() {
        assertThat(portal.get("/api/v1/uploads", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EDITOR"})
    void it_is_open_to_editors_alone(Role role) {
        var staff = Staff.make(portal, Set.of(role), null, Set.of());

        assertThat(portal.get(DOOR + "/uploads", "Cookie", staff.cookie()).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/products",
                "/products/a-b",
                "/products/a-b/transitions",
                "/products/a-b/tracks/1/approval",
                "/sessions",
                "/accounts",
                "/uploads/..",
                "/search"
            })
    void nothing_else_of_the_api_is_reached_by_a_cookie(String path) {
        assertThat(portal.get(DOOR + path, "Cookie", cookie).statusCode()).isEqualTo(404);
    }

    @Test
    void names_of_files_are_understood_for_a_product_and_its_tracks_told_to_who_may_see_them() {
        var slug = Drafts.start(editor);
        var track = Drafts.addTrack(portal, slug, "vi");

        assertThat(recognised(slug, "con-bo.vi.mp3"))
                .isEqualTo("{\"kind\":\"audio\",\"language\":\"vi\",\"named\":true,\"replaces\":" + track
                        + ",\"role\":\"original\"}");
        assertThat(recognised(slug, "con-bo.mp3"))
                .as("what was only guessed takes nobody's place")
                .isEqualTo("{\"kind\":\"audio\",\"language\":\"vi\",\"named\":false,\"role\":\"original\"}");
        assertThat(recognised(slug, "Con bò tiếng Mông.WAV"))
                .isEqualTo("{\"kind\":\"audio\",\"language\":\"hmn\",\"named\":true,\"role\":\"dub\"}");
        assertThat(editor.get(Drafts.PRODUCTS + "/" + slug + "/recognition").statusCode())
                .isEqualTo(400);
        assertThat(portal.get(Drafts.PRODUCTS + "/" + slug + "/recognition?name=a.mp3")
                        .statusCode())
                .isEqualTo(401);

        var tracks = Drafts.object(portal.get(DOOR + "/products/" + slug + "/tracks", "Cookie", cookie))
                .getJsonArray("items");
        assertThat(tracks).hasSize(1);
        assertThat(tracks.getJsonObject(0).getInt("id")).isEqualTo((int) track);
        assertThat(portal.get(Drafts.PRODUCTS + "/" + slug + "/tracks").statusCode())
                .isEqualTo(404);
        assertThat(editor.get(Drafts.PRODUCTS + "/khong-co-gi/tracks").statusCode())
                .isEqualTo(404);
    }

    private String recognised(String slug, String name) {
        return editor.get(Drafts.PRODUCTS + "/" + slug + "/recognition?name="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .body();
    }

    private String token(String slug) {
        var page = portal.get("/quan-tri/san-pham/" + slug + "/tep", "Cookie", cookie)
                .body();
        var found = TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> announce(String... headers) {
        var all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Tus-Resumable";
        all[headers.length + 1] = "1.0.0";
        all[headers.length + 2] = "Upload-Length";
        all[headers.length + 3] = "5";
        return portal.send("POST", DOOR + "/uploads", "", all);
    }
}
