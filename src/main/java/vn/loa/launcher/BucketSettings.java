package vn.loa.launcher;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** How the names of an object storage are spelled, by the rules of S3; the application holds to the same. */
final class BucketSettings {
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*/?");

    private BucketSettings() {}

    /** @throws StartRefused if one of them could not be, naming it */
    static void require(Settings.Source source) {
        source.text("loa.s3.endpoint").filter(text -> !isAddress(text)).ifPresent(text -> {
            throw new StartRefused(
                    "LOA_S3_ENDPOINT must be an address such as https://s3.example.vn, but is \"" + text + "\".");
        });
        require(source, "loa.s3.region", REGION, "the code of a region such as ap-southeast-1");
        require(
                source,
                "loa.s3.bucket",
                BUCKET,
                "the name of a bucket, 3 to 63 small letters, digits, dots and hyphens");
        require(source, "loa.s3.prefix", PREFIX, "made of letters, digits, dots, hyphens and slashes");
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void require(Settings.Source source, String name, Pattern pattern, String sense) {
        source.text(name).filter(text -> !pattern.matcher(text).matches()).ifPresent(text -> {
            throw new StartRefused(Settings.variable(name) + " must be " + sense + ", but is \"" + text + "\".");
        });
    }
}
