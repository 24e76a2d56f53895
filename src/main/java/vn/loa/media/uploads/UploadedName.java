package vn.loa.media.uploads;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PlainText;
import vn.loa.media.uploads.UploadRefused.Reason;

/**
 * What the owner of a file says it is called and of which type, fit to be shown: no path, {@linkplain PlainText#line nothing that is not seen}, in NFC.
 *
 * @param type a media type without parameters; null when nobody says
 * @param product slug of the product for whose page of files it is sent; null when for none
 */
public record UploadedName(
        String name, @Nullable String type, @Nullable String product) {
    /** For who sends no name. */
    private static final String NAMELESS = "upload";

    private static final int LONGEST_METADATA = 8 * 1024;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TYPE = 127;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,200}");

    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");

    /** One that is sent for no product in particular. */
    public UploadedName(String name, @Nullable String type) {
        this(name, type, null);
    }

    /**
     * Reads the header {@code Upload-Metadata} of tus 1.0.0: pairs of a key and a base64 value, parted by commas.
     *
     * @throws UploadRefused when it does not have this form, or a name is too long
     */
    public static UploadedName ofMetadata(@Nullable String header) {
        var pairs = header == null ? Map.<String, String>of() : pairs(header);
        return new UploadedName(
                shown(pairs.getOrDefault("filename", pairs.getOrDefault("name", NAMELESS))),
                type(pairs.getOrDefault("filetype", pairs.getOrDefault("type", ""))),
                product(pairs.getOrDefault("product", "")));
    }

    private static Map<String, String> pairs(String header) {
        if (header.length() > LONGEST_METADATA) {
            throw UploadRefused.misnamed("Upload-Metadata is longer than " + LONGEST_METADATA + " characters");
        }
        var pairs = new HashMap<String, String>();
        for (var pair : header.split(",")) {
            var parts = pair.strip().split(" +", 2);
            if (parts[0].isEmpty()) {
                continue;
            }
            if (pairs.put(parts[0], parts.length == 1 ? "" : decoded(parts[1])) != null) {
                throw malformed("Upload-Metadata names a key twice: " + parts[0]);
            }
        }
        return pairs;
    }

    private static String decoded(String base64) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64.strip())))
                    .toString();
        } catch (IllegalArgumentException e) {
            throw malformed("A value in Upload-Metadata is not base64");
        } catch (CharacterCodingException e) {
            throw malformed("A value in Upload-Metadata is not UTF-8");
        }
    }

    private static String shown(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var name = Normalizer.normalize(PlainText.line(last), Normalizer.Form.NFC);
        if (name.length() > LONGEST_NAME) {
            throw UploadRefused.misnamed("The file name is longer than " + LONGEST_NAME + " characters");
        }
        return name.isEmpty() || name.chars().allMatch(c -> c == '.') ? NAMELESS : name;
    }

    private static @Nullable String type(String sent) {
        var bare = sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (bare.isEmpty()) {
            return null;
        }
        if (bare.length() > LONGEST_TYPE || !TYPE.matcher(bare).matches()) {
            throw malformed("The file type is not a media type such as video/mp4");
        }
        return bare;
    }

    private static @Nullable String product(String sent) {
        if (sent.isEmpty()) {
            return null;
        }
        if (!SLUG.matcher(sent).matches()) {
            throw malformed("The product is not named as in its address");
        }
        return sent;
    }

    private static UploadRefused malformed(String why) {
        return new UploadRefused(Reason.MALFORMED, why);
    }
}
