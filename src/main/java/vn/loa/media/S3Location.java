package vn.loa.media;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where blobs lie in an object storage that speaks S3, and who may use it.
 *
 * @param endpoint of the storage (setting {@code loa.s3.endpoint}); Amazon's own when it is absent
 * @param region that requests are signed for (setting {@code loa.s3.region})
 * @param bucket that exists already (setting {@code loa.s3.bucket})
 * @param prefix before the names of all objects, empty or ending with a slash (setting {@code loa.s3.prefix})
 * @param pathStyle whether the bucket stands in the path of addresses, not before the host (setting {@code loa.s3.path.style})
 */
record S3Location(
        Optional<URI> endpoint,
        String region,
        String bucket,
        String prefix,
        String accessKey,
        String secretKey,
        boolean pathStyle) {
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*");

    /** @throws IllegalStateException with a sentence for the operator when a setting makes no sense */
    S3Location {
        endpoint.ifPresent(S3Location::requireEndpoint);
        require("loa.s3.region", "be the code of a region such as ap-southeast-1", region, REGION);
        require("loa.s3.bucket", "name a bucket by 3 to 63 small letters, digits, dots and hyphens", bucket, BUCKET);
        require("loa.s3.prefix", "be made of letters, digits, dots, hyphens and slashes", prefix, PREFIX);
        requireSecret("loa.s3.access.key", accessKey);
        requireSecret("loa.s3.secret.key", secretKey);
    }

    private static void requireEndpoint(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https"))
                || address.getHost() == null
                || address.getUserInfo() != null
                || address.getQuery() != null) {
            throw new IllegalStateException(
                    "The setting loa.s3.endpoint must be an address such as https://s3.example.vn, without a user");
        }
    }

    private static void require(String name, String sense, String value, Pattern pattern) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalStateException("The setting " + name + " must " + sense + ", not \"" + value + "\"");
        }
    }

    private static void requireSecret(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalStateException("The setting " + name + " is missing, which loa.blobs=s3 needs");
        }
    }

    /** The bucket with what is before the names in it, for people; never the keys. */
    @Override
    public String toString() {
        return "bucket " + bucket + (prefix.isEmpty() ? "" : " below " + prefix)
                + endpoint.map(address -> " at " + address).orElse(" of region " + region);
    }
}
