package vn.loa.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import vn.loa.common.Sha256;

/** Stylesheets, scripts and drawn images of the pages, in memory, plain and compressed once. Their addresses name their content. */
@Named
@ApplicationScoped
public class Assets {
    private static final Pattern NAME =
            Pattern.compile("(styles|scripts|images)/[a-z0-9-]+(\\.min)?\\.(css|js|svg|png|ico)");
    /** No line of our style sheets ends between two words of one value, so the ends of lines say nothing. */
    private static final Pattern COMMENT_OR_END = Pattern.compile("/\\*.*?\\*/|\\R", Pattern.DOTALL);

    /** No text of our scripts goes on to another line, so what a line begins with is an indent or a comment. */
    private static final Pattern INDENT_OR_COMMENT = Pattern.compile("^[ \\t]*(?://.*\\R?)?", Pattern.MULTILINE);

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon");

    @Inject
    private ServletContext context;

    /** The one sheet that has tokens of the public pages and the back office. */
    private static final String SHEET = "styles/loa.css";

    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    private volatile SheetTokens tokens = SheetTokens.NONE;

    /** From now on the style sheet of all pages has these values; its address changes with them. */
    public void wear(SheetTokens worn) {
        tokens = worn;
        known.remove(SHEET);
    }

    /** The style sheet of all pages as it would be with other values, dark or not whatever the system is. */
    public String tried(SheetTokens others, boolean isDark) {
        try (var stream = context.getResourceAsStream("/resources/" + SHEET)) {
            return SheetTokens.always(
                    isDark,
                    others.in(new String(without(COMMENT_OR_END, stream.readAllBytes()), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the asset " + SHEET, e);
        }
    }

    /**
     * The address of an asset, which changes with its content.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public String url(String name) {
        var asset = find(name).orElseThrow(() -> new IllegalArgumentException("No asset " + name));
        return "/resources/" + name + "?v=" + asset.version();
    }

    /** @param name within {@code resources}, for example {@code styles/loa.css} */
    Optional<Asset> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        var asset = known.get(name);
        if (asset == null) {
            // Only what is there is remembered: anybody may ask for any name.
            asset = read(name).orElse(null);
            if (asset != null) {
                known.put(name, asset);
            }
        }
        return Optional.ofNullable(asset);
    }

    private Optional<Asset> read(String name) {
        try (var stream = context.getResourceAsStream("/resources/" + name)) {
            if (stream == null) {
                return Optional.empty();
            }
            var plain = worn(name, forReaders(name, stream.readAllBytes()));
            var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            return Optional.of(new Asset(type, plain, compressed(plain), hash(plain)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the asset " + name, e);
        }
    }

    /** Comments are for those who write; every first view waits for what is left. */
    private static byte[] forReaders(String name, byte[] written) {
        if (name.endsWith(".css")) {
            return without(COMMENT_OR_END, written);
        }
        return name.endsWith(".js") ? without(INDENT_OR_COMMENT, written) : written;
    }

    private byte[] worn(String name, byte[] sheet) {
        return name.equals(SHEET)
                ? tokens.in(new String(sheet, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : sheet;
    }

    private static byte[] without(Pattern pattern, byte[] written) {
        return pattern.matcher(new String(written, StandardCharsets.UTF_8))
                .replaceAll("")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] compressed(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new BestGzip(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] bytes) {
        return Sha256.hex(bytes).substring(0, 12);
    }

    /** Done once, so it may take its time. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /** @param version of the content, part of the address */
    record Asset(String contentType, byte[] plain, byte[] gzip, String version) {}
}
