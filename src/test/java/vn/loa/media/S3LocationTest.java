package vn.loa.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3LocationTest {
    @Test
    void itsTextNamesThePlaceAndNeverTheKeys() {
        assertThat(location("https://s3.example.vn", "ap-southeast-1", "loa", "tinh/04/", "khoa", "bi-mat"))
                .hasToString("bucket loa below tinh/04/ at https://s3.example.vn");
        assertThat(location(null, "ap-southeast-1", "loa", "", "khoa", "bi-mat"))
                .hasToString("bucket loa of region ap-southeast-1");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://s3.example.vn, r, loa, '', k, s, loa.s3.endpoint",
        "s3.example.vn, r, loa, '', k, s, loa.s3.endpoint",
        "https://user:secret@s3.example.vn, r, loa, '', k, s, loa.s3.endpoint",
        "https://s3.example.vn?x=1, r, loa, '', k, s, loa.s3.endpoint",
        "https://s3.example.vn, Hà Nội, loa, '', k, s, loa.s3.region",
        "https://s3.example.vn, '', loa, '', k, s, loa.s3.region",
        "https://s3.example.vn, r, '', '', k, s, loa.s3.bucket",
        "https://s3.example.vn, r, LOA, '', k, s, loa.s3.bucket",
        "https://s3.example.vn, r, ../etc, '', k, s, loa.s3.bucket",
        "https://s3.example.vn, r, loa, /a/, k, s, loa.s3.prefix",
        "https://s3.example.vn, r, loa, ../, k, s, loa.s3.prefix",
        "https://s3.example.vn, r, loa, a, k, s, loa.s3.prefix",
        "https://s3.example.vn, r, loa, '', '', s, loa.s3.access.key",
        "https://s3.example.vn, r, loa, '', k, ' ', loa.s3.secret.key"
    })
    void aSettingThatMakesNoSenseIsNamed(
            String endpoint, String region, String bucket, String prefix, String key, String secret, String name) {
        assertThatThrownBy(() -> location(endpoint, region, bucket, prefix, key, secret))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The setting " + name + " ")
                .hasMessageNotContaining("secret@");
    }

    private static S3Location location(
            String endpoint, String region, String bucket, String prefix, String key, String secret) {
        return new S3Location(
                Optional.ofNullable(endpoint).map(URI::create), region, bucket, prefix, key, secret, true);
    }
}
