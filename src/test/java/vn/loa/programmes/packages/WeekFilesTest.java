package vn.loa.programmes.packages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.catalog.StationSound;
import vn.loa.common.Texts;
import vn.loa.programmes.FoundDays.Lost;
import vn.loa.programmes.FoundDays.Silence;
import vn.loa.programmes.ItemPriority;
import vn.loa.programmes.Week;

class WeekFilesTest {
    private static final LocalDateTime MORNING = PackedProgrammes.MONDAY.atTime(5, 30);

    private final PackedProgrammes programmes = new PackedProgrammes();
    private final StationSound skit = programmes.sound(1, "con-bo", "Con bò");
    private final StationSound other = programmes.sound(2, "giu-nuoc", "Giữ nước");

    @Test
    void a_sound_that_is_played_twice_lies_in_one_place_to_which_everything_leads() {
        var week = week(programmes.play(MORNING, skit, other, skit));

        assertThat(week.sounds()).extracting(StationSound::slug).containsExactly("con-bo", "giu-nuoc");
        var path = "../../am-thanh/" + skit.sha256() + ".mp3";
        assertThat(WeekFiles.SOUNDS + "/" + WeekFiles.name(skit)).isEqualTo(path.replace("../", ""));
        var items = items(json(week.programme(7, false, true, List.of())));
        assertThat(items)
                .extracting(item -> item.getJsonObject("audio").getString("path"))
                .containsExactly(path, "../../am-thanh/" + other.sha256() + ".mp3", path);
        var lists = week.playlists();
        assertThat(text(lists.get("lich-phat.m3u8")).lines().filter(line -> line.equals(path)))
                .hasSize(2);
        assertThat(text(lists.get("lich-phat.xspf"))).contains("<location>" + path + "</location>");
        assertThat(text(week.calendar().get("lich-phat.ics")))
                .contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T053000");
    }

    @Test
    void what_cannot_wait_comes_first_and_alone_if_somebody_wants_it_so() {
        var week = week(programmes
                .play(MORNING, other)
                .play(MORNING.plusHours(5), ItemPriority.URGENT, skit)
                .play(MORNING.plusHours(6), ItemPriority.URGENT, skit));

        assertThat(week.sounds()).extracting(StationSound::slug).containsExactly("con-bo", "giu-nuoc");
        assertThat(week.urgentSounds()).extracting(StationSound::slug).containsExactly("con-bo");
    }

    @Test
    void the_programme_says_what_the_api_says_and_what_came_along() {
        var week = week(programmes.play(MORNING, skit));
        var along = new WeekFiles.Named("lich-phat.ics", "text/calendar", 12, "ab");

        var programme = json(week.programme(7, true, false, List.of(along)));

        assertThat(programme.getString("format")).isEqualTo("loa-programme");
        assertThat(programme.getJsonObject("locality").getString("code")).isEqualTo("01393");
        assertThat(programme.getString("week")).isEqualTo("2026-W48");
        assertThat(programme.getInt("revision")).isEqualTo(7);
        assertThat(programme.getBoolean("urgent")).isTrue();
        assertThat(programme.getString("key")).isEqualTo(PackedProgrammes.KEY.id());
        assertThat(programme.getJsonArray("files").getJsonObject(0).getString("path"))
                .isEqualTo("lich-phat.ics");
        var item = items(programme).get(0);
        assertThat(item.getString("begins")).isEqualTo("2026-11-23T05:30+07:00");
        assertThat(item.getString("product")).isEqualTo("con-bo");
        assertThat(item.getJsonObject("audio").getString("url")).isEqualTo("https://loa.example.vn/media/con-bo");
        assertThat(item.getJsonObject("audio").containsKey("path"))
                .as("none came along")
                .isFalse();
    }

    @Test
    void what_is_in_it_is_known_whatever_its_revision() {
        var week = week(programmes.play(MORNING, skit));
        var same = week.fingerprint();

        assertThat(week.fingerprint()).isEqualTo(same);
        assertThat(week(programmes.play(MORNING.plusHours(12), other)).fingerprint())
                .isNotEqualTo(same);
        assertThat(week.isEmpty()).isFalse();
        assertThat(week(new PackedProgrammes()).isEmpty()).isTrue();
        assertThat(json(week(new PackedProgrammes()).programme(8, false, true, List.of()))
                        .getJsonArray("slots"))
                .isEmpty();
    }

    @Test
    void a_package_that_goes_along_names_what_has_no_room_and_not_what_was_withdrawn() {
        var crowded = new Lost(MORNING.plusHours(1), Texts.of("vi", "Bà cháu"), "vi", Silence.NO_ROOM);
        var withdrawn = new Lost(MORNING.plusHours(2), Texts.of("vi", "Bí mật"), "vi", Silence.WITHDRAWN);
        var week = week(programmes.play(MORNING, skit), crowded, withdrawn);

        assertThat(week.left()).containsExactly(crowded, withdrawn);
        assertThat(week.packed().left()).containsExactly(crowded);
        assertThat(week.fingerprint())
                .as("what is sent else is the same")
                .isEqualTo(week(programmes).fingerprint());
    }

    private static WeekFiles week(PackedProgrammes programmes, Lost... left) {
        var monday = PackedProgrammes.MONDAY;
        return new WeekFiles(
                PackageContent.beside(
                        programmes.span(),
                        monday,
                        monday.plusDays(6),
                        "https://loa.example.vn",
                        PackedProgrammes.KEY.id(),
                        PackedProgrammes.LANGUAGES,
                        WeekFiles.folder()),
                Week.of(monday),
                List.of(left),
                PackedProgrammes.KEY);
    }

    private static List<JsonObject> items(JsonObject programme) {
        return programme
                .getJsonArray("slots")
                .getJsonObject(0)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static JsonObject json(byte[] bytes) {
        return Json.createReader(new StringReader(text(bytes))).readObject();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
