package vn.loa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What holds of database and files at every moment, whatever was killed before. */
public final class Invariants {
    private final Connection database;
    private final Path media;
    private final String uploads;
    private final String assets;

    /** Of everything. @param media the folder of media below the data folder */
    public Invariants(Connection database, Path media) {
        this(database, media, "(select id from upload)", "(select id from media_asset)");
    }

    private Invariants(Connection database, Path media, String uploads, String assets) {
        this.database = database;
        this.media = media;
        this.uploads = uploads;
        this.assets = assets;
    }

    /** Of what came from one editor alone: where others do as they like with what is theirs. @param owner a username */
    public static Invariants of(Connection database, Path media, String owner) {
        var theirs = " from upload where owner = '" + owner + "')";
        return new Invariants(database, media, "(select id" + theirs, "(select asset" + theirs);
    }

    /** Fails with what does not hold. */
    public void check() throws Exception {
        everyBlobThatIsReferredToExistsAndHashesToItsName();
        nothingIsPublicBeforeItIsThere();
        whatIsAcknowledgedIsThere();
        noJobIsForgotten();
        retriesLeaveNothingTwice();
        dubsShowTheirFilms();
    }

    /** I1. */
    private void everyBlobThatIsReferredToExistsAndHashesToItsName() throws Exception {
        for (var sha256 : texts("select master from media_asset where master is not null and id in " + assets
                + " union select blob from rendition where asset in " + assets
                + " union select blob from former_rendition where asset in " + assets)) {
            var file = place(sha256);
            assertThat(file).as("blob of a row").exists();
            assertThat(hash(file)).isEqualTo(sha256);
        }
    }

    /** I2. */
    private void nothingIsPublicBeforeItIsThere() throws SQLException {
        assertThat(texts("select t.id from track t join media_asset a on a.id = t.asset"
                        + " where t.state in ('ready', 'approved') and a.state <> 'ready' and a.id in " + assets))
                .as("tracks that are ready before their assets")
                .isEmpty();
        assertThat(texts("select a.id from media_asset a where a.state = 'ready' and a.id in " + assets
                        + " and not exists (select 1 from rendition r where r.asset = a.id)"))
                .as("assets that are ready without a file")
                .isEmpty();
    }

    /** I3. */
    private void whatIsAcknowledgedIsThere() throws Exception {
        for (var upload :
                texts("select u.id || ' ' || u.received from upload u left join media_asset a on a.id = u.asset"
                        + " where u.received > 0 and (u.asset is null or a.state = 'received') and u.id in "
                        + uploads)) {
            var parts = upload.split(" ");
            var file = media.resolve("uploads").resolve(parts[0]);
            assertThat(file).as("bytes of an upload").exists();
            assertThat(Files.size(file))
                    .as("bytes of upload " + parts[0])
                    .isGreaterThanOrEqualTo(Long.parseLong(parts[1]));
        }
    }

    /** I4: whatever is to be done is with the scheduler, once. */
    private void noJobIsForgotten() throws SQLException {
        assertThat(texts("select j.id from processing_job j where j.finished_at is null and j.asset in " + assets
                        + " and not exists"
                        + " (select 1 from (select * from scheduled_tasks union all select * from scheduled_long_tasks) s"
                        + " where s.task_name = 'media-processing'"
                        + " and s.task_instance = j.id::text)"))
                .as("jobs that nobody will do")
                .isEmpty();
        assertThat(texts("select a.id from media_asset a where a.state in ('received', 'processing') and a.id in "
                        + assets
                        + " and not exists"
                        + " (select 1 from processing_job j where j.asset = a.id and j.finished_at is null)"))
                .as("assets that nobody works on")
                .isEmpty();
    }

    /** I8. */
    private void retriesLeaveNothingTwice() throws SQLException {
        assertThat(texts("select asset from rendition where asset in " + assets
                        + " group by asset, profile, content_type having count(*) > 1"))
                .isEmpty();
        assertThat(texts("select t.asset from track t join upload u on u.asset = t.asset where u.id in " + uploads
                        + " group by t.asset"
                        + " having count(*) > 1"))
                .as("uploads that became two tracks")
                .isEmpty();
    }

    /** A dub is fitted to its film as a whole or not at all. */
    private void dubsShowTheirFilms() throws SQLException {
        assertThat(texts("select j.asset from processing_job j join media_asset a on a.id = j.asset"
                        + " where j.step = 'dub' and j.state = 'done' and a.id in " + assets
                        + " and (a.shown_film is distinct from a.film or not exists (select 1 from rendition r"
                        + " where r.asset = a.id and r.content_type = 'video/mp4' and r.profile = 'V0'))"))
                .as("dubs that are done and do not show their film")
                .isEmpty();
    }

    /** I6, after a sweep a day later: files that no row refers to. */
    public List<String> orphans() throws Exception {
        var orphans = new ArrayList<String>();
        try (var files = Files.find(media.resolve("sha256"), 3, (file, attributes) -> attributes.isRegularFile())) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (texts("select 1 from media_asset where master = '" + name
                                + "' union select 1 from rendition where blob = '" + name
                                + "' union select 1 from former_rendition where blob = '" + name
                                + "' union select 1 from blob_hold where blob = '" + name + "'")
                        .isEmpty()) {
                    orphans.add(name);
                }
            }
        }
        return orphans;
    }

    private Path place(String sha256) {
        return media.resolve("sha256")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static String hash(Path file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var buffer = new byte[64 * 1024];
        try (var content = Files.newInputStream(file)) {
            for (var n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<String> texts(String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
