package vn.loa.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Random;

/**
 * A film larger than any of the sample content, put behind the portal's back into its store and its database, as one more file of a
 * public product. Closing it takes it out of the database again.
 */
public final class GeneratedFilm implements AutoCloseable {
    private static final int HASH_DIGITS = 16;

    private final Portal portal;
    private final String sha256;
    private final String path;
    private final byte[] content;

    private GeneratedFilm(Portal portal, String sha256, String path, byte[] content) {
        this.portal = portal;
        this.sha256 = sha256;
        this.path = path;
        this.content = content;
    }

    /** @param size in bytes */
    public static GeneratedFilm in(Portal portal, int size) throws Exception {
        byte[] content = new byte[size];
        new Random(1).nextBytes(content);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        store(portal, sha256, content);
        Track track = approvedSound(portal);
        portal.sql().execute("""
                insert into blob (sha256, size, created_at) values ('%1$s', %2$d, now());
                insert into rendition (asset, profile, blob, content_type, bytes)
                select asset, 'film', '%1$s', 'video/mp4', %2$d from track where id = %3$d""".formatted(sha256, size, track.id()));
        String path = "/media/%1$s/%2$s/%1$s-%3$s-film.mp4"
                .formatted(track.product(), sha256.substring(0, HASH_DIGITS), track.language());
        return new GeneratedFilm(portal, sha256, path, content);
    }

    private static void store(Portal portal, String sha256, byte[] content) throws IOException {
        Path file = portal.data()
                .resolve("media/sha256")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /** Of its address. */
    public String path() {
        return path;
    }

    public byte[] content() {
        return content;
    }

    @Override
    public void close() throws SQLException {
        portal.sql()
                .execute("delete from rendition where blob = '%1$s'; delete from blob where sha256 = '%1$s'"
                        .formatted(sha256));
    }

    private record Track(long id, String product, String language) {}

    private static Track approvedSound(Portal portal) throws SQLException {
        try (var connection = portal.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select t.id, p.slug, t.language from product p join track t on t.product = p.id
                        where p.online and p.sample and t.kind = 'audio' and t.state = 'approved'
                        order by p.slug, t.id limit 1""")) {
            rows.next();
            return new Track(rows.getLong(1), rows.getString(2), rows.getString(3));
        }
    }
}
