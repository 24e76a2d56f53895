package vn.loa.bench;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** How long an editor waits, after the last byte of a master, until people could listen to it or see it. */
@UsesPortal
@Order(35)
class TimeToPlayBench {
    @Test
    void mastersCanBePlayed(Portal portal) throws Exception {
        Report report = new Report("time-to-play", "From the last byte of a master, nothing else to do");
        if (Programs.find("ffmpeg").isEmpty()) {
            report.note("ffmpeg is not installed: nothing is encoded").publish();
            return;
        }
        SentFile.awaitRest(portal);
        try (SentFile skit = SentFile.to(portal, SyntheticFilm.skit(), "audio")) {
            report.row("skit of 5 minutes, first sound", skit.playable(), "s", "<= 10 s")
                    .row("skit of 5 minutes, all sounds", skit.done("full"), "s", "<= 30 s");
        }
        try (SentFile film = SentFile.to(portal, SyntheticFilm.twentyMinutes(), "video")) {
            report.row("film of 20 minutes in 720p, sounds and 144p", film.done("small"), "s", "<= 180 s");
        }
        report.note("Everything else of the film is not waited for").publish();
    }
}
