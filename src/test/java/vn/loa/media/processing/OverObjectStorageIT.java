package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.launcher.LocalFfmpeg;
import vn.loa.launcher.LocalPostgres;
import vn.loa.media.BlobStore;
import vn.loa.media.MediaKind;
import vn.loa.media.uploads.AnnounceUpload;
import vn.loa.media.uploads.ReceiveUpload;
import vn.loa.media.uploads.UploadedName;
import vn.loa.media.uploads.Uploads;
import vn.loa.testing.ObjectStorage;
import vn.loa.testing.rig.Rig;

/** The whole way of a recording where blobs lie in an object storage: sent, encoded from there and into it, in the end swept. */
class OverObjectStorageIT {
    private static final String OWNER = "bientap";
    private static final Duration DAY = Duration.ofHours(25);

    @TempDir
    private static Path folder;

    private static ObjectStorage storage;
    private static LocalPostgres postgres;
    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        storage = ObjectStorage.start(Files.createDirectories(folder.resolve("storage")));
        postgres = LocalPostgres.start(folder.resolve("database"));
        var settings = new HashMap<>(LocalFfmpeg.setting());
        settings.putAll(storage.settings());
        rig = Rig.start(postgres.database(), "remote", folder.resolve("data"), settings);
    }

    @AfterAll
    static void stop() {
        rig.close();
        postgres.close();
        storage.close();
    }

    @Test
    void a_recording_is_encoded_in_the_storage_and_what_nobody_names_leaves_it_after_a_day() throws Exception {
        var recording = LocalFfmpeg.made(folder.resolve("recording.wav"), "-f lavfi -i sine=frequency=440:duration=3");
        var asset = accept(recording);
        run(asset, "take-in");
        run(asset, "small");
        run(asset, "full");

        var named = named();
        assertThat(named)
                .as("the master, three sounds and the one for stations")
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(stored()).containsAll(named);
        for (var sha256 : named) {
            try (var content = store().open(sha256).orElseThrow()) {
                assertThat(hash(content.stream(0))).isEqualTo(sha256);
            }
        }
        assertThat(filesBelow("sha256")).as("blobs on the disk of the portal").isEmpty();
        assertThat(filesBelow("staging")).as("what waited for its name").isEmpty();
        assertThat(filesBelow("work")).as("what was encoded").isEmpty();

        var nobodys = store().store(new ByteArrayInputStream("nobody names this".getBytes()), 1000)
                .sha256();
        rig.get(Sweep.class).run();
        assertThat(stored()).as("an attempt may be about to name it").contains(nobodys);
        rig.clock().forward(DAY);
        rig.get(Sweep.class).run();

        assertThat(stored()).isEqualTo(named);
        assertThat(filesBelow("uploads"))
                .as("bytes of the upload that was taken in")
                .isEmpty();

        store().belongTo("another");
        var theirs = store().store(new ByteArrayInputStream("of another portal".getBytes()), 1000)
                .sha256();
        rig.get(Sweep.class).run();
        rig.clock().forward(DAY);
        rig.get(Sweep.class).run();
        assertThat(stored()).as("a bucket that is another's").contains(theirs);
    }

    private static BlobStore store() {
        return rig.get(BlobStore.class);
    }

    private static long accept(byte[] bytes) throws Exception {
        var id = rig.get(AnnounceUpload.class)
                .announce(OWNER, new UploadedName("tiểu phẩm.wav", null), bytes.length)
                .id();
        rig.get(ReceiveUpload.class).receive(OWNER, id, 0, bytes.length, null, new ByteArrayInputStream(bytes));
        return rig.in(() -> rig.get(ProcessedAssets.class)
                .accept(rig.get(Uploads.class).lock(id).orElseThrow(), MediaKind.AUDIO)
                .requireId());
    }

    private static void run(long asset, String step) throws SQLException {
        var job = rig.number("select id from processing_job where step = '" + step + "' and asset = " + asset);
        assertThat(rig.get(RunJob.class).run(job)).as(step).isEmpty();
    }

    /** Of the masters and renditions in the database. */
    private static Set<String> named() throws SQLException {
        var named = new TreeSet<String>();
        try (var connection = rig.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select master from media_asset where master is not null union select blob from rendition")) {
            while (rows.next()) {
                named.add(rows.getString(1));
            }
        }
        return named;
    }

    private static Set<String> stored() throws IOException {
        return new TreeSet<>(store().names("", 1000));
    }

    private static Set<Path> filesBelow(String name) throws IOException {
        var root = folder.resolve("data/media").resolve(name);
        var found = new TreeSet<Path>();
        if (Files.exists(root)) {
            try (var files = Files.walk(root)) {
                files.filter(Files::isRegularFile).forEach(found::add);
            }
        }
        return found;
    }

    private static String hash(InputStream content) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var all = new DigestInputStream(content, digest)) {
            all.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
