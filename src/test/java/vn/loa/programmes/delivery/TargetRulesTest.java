package vn.loa.programmes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.common.AddressRange;

class TargetRulesTest {
    private static final String KEY = "SHA256:" + "a".repeat(43);
    private static final TargetRules RULES =
            new TargetRules(new AllowedHosts(List.of(AddressRange.of("", "127.0.0.1"))), true);

    @ParameterizedTest
    @CsvSource({
        "rest, https://loa.example.vn/nhan/, https://loa.example.vn/nhan",
        "rest, http://127.0.0.1:8080, http://127.0.0.1:8080",
        "sftp, sftp://loa.example.vn:2222/a/b_c/, sftp://loa.example.vn:2222/a/b_c",
        "sftp, sftp://loa.example.vn, sftp://loa.example.vn",
        "folder, loa/xa-1, loa/xa-1"
    })
    void an_address_is_kept_as_it_is_meant(String kind, String written, String kept) {
        assertThat(RULES.fields(target(kind, written)).address()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "rest, http://loa.example.vn/, NO_TLS",
        "rest, ftp://loa.example.vn/, BAD_ADDRESS",
        "rest, https://a:b@loa.example.vn/, BAD_ADDRESS",
        "rest, https://loa.example.vn/?a=b, BAD_ADDRESS",
        "rest, https://loa.example.vn/../etc, BAD_ADDRESS",
        "rest, không phải địa chỉ, BAD_ADDRESS",
        "rest, https://192.168.1.1/, FORBIDDEN_HOST",
        "rest, https://[::1]/, FORBIDDEN_HOST",
        "sftp, https://loa.example.vn/, BAD_SERVER",
        "sftp, sftp://10.0.0.1/, FORBIDDEN_HOST",
        "sftp, sftp://loa.example.vn/a b, BAD_SERVER",
        "sftp, sftp://loa.example.vn/a%2e%2e, BAD_FOLDER",
        "folder, ../etc, BAD_FOLDER",
        "folder, /etc, BAD_FOLDER",
        "folder, a/../../etc, BAD_FOLDER",
        "folder, a/.ssh, BAD_FOLDER",
        "folder, a\\b, BAD_FOLDER",
        "folder, '', BAD_FOLDER",
        "fax, 0206, UNKNOWN_KIND"
    })
    void another_is_refused_with_what_is_wrong(String kind, String written, TargetFault fault) {
        refused(target(kind, written), fault);
    }

    @Test
    void without_a_folder_of_the_operator_there_is_none() {
        assertThatExceptionOfType(TargetRules.Broken.class)
                .isThrownBy(() -> new TargetRules(new AllowedHosts(List.of()), false).fields(target("folder", "loa")))
                .extracting(TargetRules.Broken::fault)
                .isEqualTo(TargetFault.NO_ROOT);
    }

    @Test
    void what_is_missing_is_named() {
        refused(
                new WrittenTarget(" ", "rest", "https://a.vn", "", "", false, "", Set.of(), "04", true, true),
                TargetFault.NO_NAME);
        refused(
                new WrittenTarget("A", "sftp", "sftp://a.vn", "", "x", false, "", Set.of(), "04", true, true),
                TargetFault.NO_USERNAME);
        refused(
                new WrittenTarget("A", "sftp", "sftp://a.vn", "loa", "x", false, "MD5:00", Set.of(), "04", true, true),
                TargetFault.BAD_HOST_KEY);
        refused(
                new WrittenTarget("A", "rest", "https://a.vn", "", "", false, "", Set.of(), "04", false, false),
                TargetFault.NO_OCCASION);
        assertThat(RULES.fields(new WrittenTarget(
                        "A", "sftp", "sftp://a.vn", "loa", "x", false, KEY + "=", Set.of("sounds"), "04", true, false)))
                .satisfies(fields -> {
                    assertThat(fields.hostKey()).isEqualTo(KEY);
                    assertThat(fields.parts()).containsExactly(SentPart.SOUNDS);
                });
    }

    @Test
    void a_secret_is_what_its_target_can_be_told() throws Exception {
        assertThat(secret("rest", "", "abc.DEF-123", false)).contains("abc.DEF-123");
        assertThat(secret("rest", "", "", false)).isEmpty();
        assertThat(secret("sftp", "loa", "", true)).as("it stays").isEmpty();
        secretRefused("rest", "", "two words", TargetFault.BAD_SECRET);
        secretRefused("rest", "loa", "", TargetFault.NO_SECRET);
        secretRefused("rest", "", "line\r\nInjected: header", TargetFault.BAD_SECRET);
        secretRefused("sftp", "loa", "", TargetFault.NO_SECRET);
        secretRefused("sftp", "loa", "-----BEGIN OPENSSH PRIVATE KEY-----\nnonsense\n", TargetFault.BAD_KEY);
        secretRefused("folder", "", "x", TargetFault.BAD_SECRET);

        var pair = KeyPair.genKeyPair(new JSch(), KeyPair.ED25519);
        var key = file(pair, null);
        assertThat(secret("sftp", "loa", key.replace("\n", "\r\n"), false)).contains(key);
        secretRefused("sftp", "loa", file(pair, "passphrase"), TargetFault.BAD_KEY);
        secretRefused("rest", "", key, TargetFault.BAD_KEY);
    }

    /** As ssh-keygen writes it. */
    private static String file(KeyPair pair, @Nullable String passphrase) throws JSchException {
        var file = new ByteArrayOutputStream();
        pair.writeOpenSSHv1PrivateKey(file, passphrase == null ? null : passphrase.getBytes(StandardCharsets.UTF_8));
        return file.toString(StandardCharsets.UTF_8);
    }

    @Test
    void another_server_is_told_nothing_that_was_meant_for_this_one() {
        var fields = RULES.fields(target("rest", "https://loa.example.vn/b"));

        assertThat(TargetRules.isSameServer(TargetKind.REST, "https://LOA.example.vn/a", fields))
                .isTrue();
        assertThat(TargetRules.isSameServer(TargetKind.REST, "https://loa.example.vn:8443/b", fields))
                .isFalse();
        assertThat(TargetRules.isSameServer(TargetKind.REST, "https://khac.example.vn/b", fields))
                .isFalse();
        assertThat(TargetRules.isSameServer(TargetKind.SFTP, "sftp://loa.example.vn/b", fields))
                .isFalse();
    }

    private static WrittenTarget target(String kind, String address) {
        return written(kind, address, kind.equals("sftp") ? "loa" : "", "");
    }

    private static WrittenTarget written(String kind, String address, String username, String secret) {
        return new WrittenTarget("Đài", kind, address, username, secret, false, "", Set.of(), "04", true, true);
    }

    private static Optional<String> secret(String kind, String username, String secret, boolean kept) {
        var written = written(kind, Example.of(kind), username, secret);
        return TargetRules.secret(RULES.fields(written), written, kept);
    }

    private static void secretRefused(String kind, String username, String secret, TargetFault fault) {
        assertThatExceptionOfType(TargetRules.Broken.class)
                .isThrownBy(() -> secret(kind, username, secret, false))
                .extracting(TargetRules.Broken::fault)
                .isEqualTo(fault);
    }

    private static void refused(WrittenTarget written, TargetFault fault) {
        assertThatExceptionOfType(TargetRules.Broken.class)
                .isThrownBy(() -> RULES.fields(written))
                .extracting(TargetRules.Broken::fault)
                .isEqualTo(fault);
    }

    private static final class Example {
        private static String of(String kind) {
            return switch (kind) {
                case "rest" -> "https://loa.example.vn/nhan";
                case "sftp" -> "sftp://loa.example.vn/nhan";
                default -> "nhan";
            };
        }
    }

    @Test
    void a_name_of_this_machine_is_refused_as_its_address_is() {
        var strangers = new TargetRules(new AllowedHosts(List.of()), false);
        for (var address : List.of("https://localhost/x", "https://127.0.0.1/x", "https://[::1]/x")) {
            assertThatExceptionOfType(TargetRules.Broken.class)
                    .as(address)
                    .isThrownBy(() -> strangers.fields(target("rest", address)))
                    .satisfies(broken -> assertThat(broken.fault()).isEqualTo(TargetFault.FORBIDDEN_HOST));
        }
        assertThat(strangers
                        .fields(target("rest", "https://khong-ai-biet.invalid/x"))
                        .address())
                .as("it may be known by the time that something is sent")
                .isEqualTo("https://khong-ai-biet.invalid/x");
    }
}
