package vn.loa.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A ZIP archive on the disk. Only the list of its files is in memory; their bytes are read one after the other. An archive is refused as a whole when a name leads out of it or stands for another file, when
 * something in it is encrypted, or when two names are the same for some machines: nobody could say what is meant.
 */
final class ZipArchive implements ArchiveFiles {
    private static final int MOST_FILES = 100_000;
    private static final long MOST_LISTED_BYTES = 24L << 20;
    private static final int LONGEST_PATH = 400;

    /** Packed more tightly than this, and larger than that, a file is meant to fill the disk. */
    private static final long MOST_SWELLING = 200;

    private static final long SMALL = 16L << 20;

    private static final Charset OLD = Charset.forName("IBM437");

    /** What systems leave behind. */
    static final Pattern LITTER = Pattern.compile(
            "(?:.*/)?(?:__MACOSX/.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini|\\._[^/]*)", Pattern.CASE_INSENSITIVE);

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    private boolean doubtful;

    /** @throws ArchiveRefused as a whole */
    ZipArchive(Path file) throws IOException {
        ZipDirectory.check(file, MOST_FILES, MOST_LISTED_BYTES);
        try {
            zip = ZipFile.builder()
                    .setPath(file)
                    .setCharset(OLD)
                    .setUseUnicodeExtraFields(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            throw new ArchiveRefused(Problem.UNREADABLE_ARCHIVE, "");
        }
        try {
            list();
        } catch (ArchiveRefused refused) {
            zip.close();
            throw refused;
        }
    }

    private void list() {
        var folded = new HashSet<String>();
        for (var entry : Collections.list(zip.getEntries())) {
            var path = path(entry);
            if (entry.isDirectory() || LITTER.matcher(path).matches()) {
                continue;
            }
            if (isUnsafe(path)) {
                throw new ArchiveRefused(Problem.UNSAFE_NAME, path);
            }
            if (entry.isUnixSymlink()) {
                throw new ArchiveRefused(Problem.LINK, path);
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new ArchiveRefused(Problem.ENCRYPTED, path);
            }
            if (!folded.add(path.toLowerCase(Locale.ROOT))) {
                throw new ArchiveRefused(Problem.NAME_TWICE, path);
            }
            entries.put(path, entry);
        }
    }

    /** Names without a mark of UTF-8 are that all the same when they read as such; else they are as old DOS has them. */
    private String path(ZipArchiveEntry entry) {
        var name = entry.getName();
        var raw = entry.getRawName();
        var marked = entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME;
        if (!marked && raw != null && !isAscii(raw)) {
            try {
                name = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(raw))
                        .toString();
            } catch (CharacterCodingException old) {
                doubtful = true;
            }
        }
        return cleaned(name);
    }

    private static boolean isAscii(byte[] bytes) {
        for (var one : bytes) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    static String cleaned(String name) {
        var path = Normalizer.normalize(name.replace('\\', '/').strip(), Normalizer.Form.NFC);
        return path.startsWith("./") ? path.substring(2) : path;
    }

    static boolean isUnsafe(String path) {
        return path.isEmpty()
                || path.length() > LONGEST_PATH
                || path.startsWith("/")
                || path.matches("(?s)[A-Za-z]:.*")
                || path.chars().anyMatch(Character::isISOControl)
                || ("/" + path + "/").contains("/../");
    }

    @Override
    public Optional<Found> find(String path) {
        var wanted = cleaned(path);
        return Optional.ofNullable(entries.get(wanted)).map(entry -> found(wanted, entry));
    }

    private static Found found(String path, ZipArchiveEntry entry) {
        var isSwollen = entry.getSize() > SMALL
                && entry.getCompressedSize() >= 0
                && entry.getSize() / Math.max(1, entry.getCompressedSize()) > MOST_SWELLING;
        return new Found(
                path,
                entry.getSize(),
                entry.getSize() + ":" + Long.toHexString(entry.getCrc()),
                isSwollen || entry.getSize() < 0);
    }

    @Override
    public InputStream open(Found file) throws IOException {
        var entry = entries.get(file.path());
        if (entry == null || !zip.canReadEntryData(entry)) {
            throw new IOException("No file that can be read: " + file.path());
        }
        return new ExactStream(zip.getInputStream(entry), file.length());
    }

    @Override
    public Set<String> paths() {
        return Set.copyOf(entries.keySet());
    }

    @Override
    public Found sheet() {
        var sheets = entries.keySet().stream()
                .filter(path -> !path.contains("/"))
                .filter(path -> path.toLowerCase(Locale.ROOT).matches(".*\\.(csv|xlsx)"))
                .sorted()
                .toList();
        if (sheets.size() != 1) {
            throw new ArchiveRefused(
                    sheets.isEmpty() ? Problem.NO_SHEET : Problem.MANY_SHEETS, String.join(", ", sheets));
        }
        return find(sheets.get(0)).orElseThrow();
    }

    /** Whether the archive is a workbook by itself. */
    boolean isWorkbook() {
        return entries.containsKey("xl/workbook.xml") && entries.containsKey("[Content_Types].xml");
    }

    @Override
    public boolean hasDoubtfulNames() {
        return doubtful;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
