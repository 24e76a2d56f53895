package vn.loa.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.loa.common.Sha256;

/**
 * The configset of this version, as a SolrCloud takes it.
 *
 * @param name tells its content
 */
record Configset(String name, byte[] zip) {
    /** All that is in {@code solr/configsets/loa/conf}. */
    static final List<String> FILES = List.of(
            "letters.txt",
            "mong.txt",
            "schema.xml",
            "solrconfig.xml",
            "spelled.txt",
            "synonyms.txt",
            "tone-placement.txt");

    private static final int DIGITS = 12;

    static Configset ofProgram() {
        var bytes = new ByteArrayOutputStream();
        var content = Sha256.digest();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : FILES) {
                var written = read(file);
                content.update(written);
                zip.putNextEntry(new ZipEntry(file));
                zip.write(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var digest = HexFormat.of().formatHex(content.digest());
        return new Configset("loa_" + digest.substring(0, DIGITS), bytes.toByteArray());
    }

    private static byte[] read(String file) throws IOException {
        try (var content = Configset.class.getResourceAsStream("configset/" + file)) {
            return Objects.requireNonNull(content, file).readAllBytes();
        }
    }
}
