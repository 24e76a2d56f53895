package vn.loa.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;
import vn.loa.testing.Wav;

/** A job that was given up is tried again from the page of jobs. */
@UsesPortal
class DeadJobIT {
    private static final String PAGE = "/quan-tri/cong-viec";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Portal portal;
    private final PlainForms forms;

    DeadJobIT(Portal portal) {
        this.portal = portal;
        forms = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()).cookie());
    }

    @Test
    void a_job_that_died_is_begun_anew_by_an_administrator_and_comes_to_its_end() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        var upload = new TusClient(URI.create(portal.baseUrl()), editor.bearer()).upload("tieng-thu.wav", Wav.of(1));
        var track = editor.send(
                        "POST",
                        Drafts.PRODUCTS + "/" + slug + "/tracks",
                        "{\"upload\":\"" + upload + "\",\"kind\":\"audio\",\"language\":\"vi\",\"role\":\"original\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var ofTrack = " from processing_job where asset = (select asset from track where id = "
                + track.substring(track.lastIndexOf('/') + 1) + ")";
        Until.answer(
                () -> portal.sql().single("select count(*)" + ofTrack + " and step = 'full' and state = 'done'"),
                "1"::equals,
                PATIENCE);
        var job = portal.sql().single("select id" + ofTrack + " and step = 'full'");
        // As when the encoder had failed five times.
        portal.sql()
                .change(
                        "update processing_job set state = 'dead', failures = 5, reason = 'failed', detail = 'exit 1' where id = "
                                + job);

        var page = forms.get(PAGE + "?trang-thai=dead").body();
        assertThat(page).contains("tieng-thu.wav", "name=\"so\" value=\"" + job + "\"", "exit 1");
        assertThat(page)
                .as("what it is of, and what is done, in words")
                .contains("href=\"/quan-tri/san-pham/" + slug + "\"", "Làm các bản nét hơn");
        var again = forms.send(PAGE, "lam", "lai", "so", job);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(again.body()).contains("Đã cho xử lý lại từ đầu.");
        Until.answer(
                () -> portal.sql().single("select state || ' ' || failures from processing_job where id = " + job),
                "done 0"::equals,
                PATIENCE);

        assertThat(forms.sendFrom(page, PAGE, List.of(Map.entry("lam", "lai"), Map.entry("so", job)))
                        .statusCode())
                .as("it is dead no more")
                .isEqualTo(422);
        assertThat(portal.sql()
                        .single("select count(*) from audit_entry where action = 'retry-job' and subject_id = " + job))
                .isEqualTo("1");
        assertThat(editor.send("DELETE", track, "").statusCode()).isEqualTo(204);
    }
}
