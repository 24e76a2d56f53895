package vn.loa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Products that tests write and take to where they need them. */
public final class Drafts {
    public static final String PRODUCTS = "/api/v1/products";

    private static final int LETTERS = 12;

    private Drafts() {}

    /** Content that nothing is wrong with, as an editor writes it. @param localities codes */
    public static JsonObjectBuilder content(String title, String... localities) {
        JsonArrayBuilder places = Json.createArrayBuilder();
        for (var locality : localities) {
            places.add(locality);
        }
        return Json.createObjectBuilder()
                .add("genre", "tin-bai")
                .add("title", Json.createObjectBuilder().add("vi", title))
                .add("summary", Json.createObjectBuilder().add("vi", "Một câu tóm tắt."))
                .add("body", Json.createObjectBuilder().add("vi", "<p>Chuyện ở bản.</p>"))
                .add("localities", places)
                .add("year", 2025);
    }

    /** The same of a work that shows a person. @param given the day of their consent */
    public static JsonObjectBuilder showing(String person, String given, String title, String... localities) {
        return content(title, localities)
                .add("consents", Json.createArrayBuilder().add(consent(person, given)));
    }

    /** A consent as an editor writes it down. */
    public static JsonObjectBuilder consent(String person, String given) {
        return Json.createObjectBuilder()
                .add("person", person)
                .add("scope", "Ảnh và giọng nói trên cổng")
                .add("givenOn", given);
    }

    /** A title that no other test uses, and no heavier than those that people give: it stands in public lists. */
    public static String title() {
        return "Bài thử "
                + ThreadLocalRandom.current()
                        .ints(LETTERS, 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
    }

    /** Starts a product and answers its slug. */
    public static String start(Staff editor, String... localities) {
        var answer = editor.send(
                "POST", PRODUCTS, content(title(), localities).build().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return object(answer).getString("slug");
    }

    /** Gives a product a track in this language, ready for review, with the asset of a sample; answers its id. */
    public static long addTrack(Portal portal, String slug, String language) {
        return added(
                portal,
                "insert into track (product, position, kind, language, role, state, asset)"
                        + " select p.id, 1 + (select count(*) from track where product = p.id), 'audio', ?, 'original',"
                        + " 'ready', (select t.asset from track t join product s on s.id = t.product"
                        + " join media_asset a on a.id = t.asset where s.sample and t.kind = 'audio'"
                        + " and t.state = 'approved' and a.state = 'ready' order by t.id limit 1)"
                        + " from product p where p.slug = ? returning id",
                language,
                slug);
    }

    /** @param sql inserts one row and returns its id @param values of its parameters, in their order */
    private static long added(Portal portal, String sql, String... values) {
        try (var database = portal.database();
                var statement = database.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives a product subtitles of one cue in this language, ready for review, whose file is that of others; answers their id. */
    public static long addSubtitles(Portal portal, String slug, String language) {
        return added(
                portal,
                "with words as (insert into subtitle_track (language) values (?) returning id),"
                        + " cue as (insert into subtitle_cue (subtitle_track, position, start_millis, end_millis, text)"
                        + " select id, 0, 1000, 3000, 'Bà con chú ý' from words)"
                        + " insert into track (product, position, kind, language, role, state, asset, subtitle_track)"
                        + " select p.id, 1 + (select count(*) from track where product = p.id), 'subtitle', ?, 'original',"
                        + " 'ready', (select t.asset from track t join product s on s.id = t.product"
                        + " where s.sample and t.kind = 'subtitle' order by t.id limit 1), words.id"
                        + " from product p, words where p.slug = ? returning id",
                language,
                language,
                slug);
    }

    /** Gives a product a film in this language, ready for review, of which pictures were taken at 10 and 50 %; answers its id. */
    public static long addFilm(Portal portal, String slug, String language) {
        return added(
                portal,
                "with picture as (select r.blob, r.bytes from rendition r join media_asset a on a.id = r.asset"
                        + " where r.content_type = 'image/jpeg' and a.state = 'ready' order by r.id limit 1),"
                        + " film as (insert into media_asset (kind, original_name, master, state, created_at)"
                        + " select 'video', 'phim.mp4', blob, 'ready', now() from picture returning id),"
                        + " pictures as (insert into rendition (asset, profile, blob, content_type, bytes, width, height)"
                        + " select film.id, taken.profile, blob, 'image/jpeg', bytes, 320, 180 from film, picture,"
                        + " (values ('poster-10-320'), ('poster-50-320')) as taken(profile))"
                        + " insert into track (product, position, kind, language, role, state, asset)"
                        + " select p.id, 1 + (select count(*) from track where product = p.id), 'video', ?, 'original',"
                        + " 'ready', film.id from product p, film where p.slug = ? returning id",
                language,
                slug);
    }

    /** Says of a track, as its reviewer finds it, what they decide. @param track its address @param json the verdict */
    public static HttpResponse<String> judge(Staff reviewer, String track, String json) {
        var found = reviewer.get(track);
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        return reviewer.send(
                "POST",
                track + "/approval",
                json,
                "If-Match",
                found.headers().firstValue("ETag").orElseThrow());
    }

    public static JsonObject object(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
