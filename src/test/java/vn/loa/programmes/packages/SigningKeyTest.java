package vn.loa.programmes.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    private static final byte[] TEXT = "Con bò của nhà ông Páo".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_key_that_was_stored_signs_as_it_did_before_and_the_same_again() {
        var made = SigningKey.make();
        var stored =
                SigningKey.of(made.publicKey().getEncoded(), made.privateKey().getEncoded());

        assertThat(stored.id()).isEqualTo(made.id()).matches("[0-9a-f]{16}");
        assertThat(stored.pem()).isEqualTo(made.pem());
        assertThat(stored.sign(TEXT)).hasSize(64).isEqualTo(made.sign(TEXT)).isEqualTo(stored.sign(TEXT));
    }

    @Test
    void no_two_are_the_same_and_none_shows_what_it_signs_with() {
        var one = SigningKey.make();
        var other = SigningKey.make();

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.sign(TEXT)).isNotEqualTo(other.sign(TEXT));
        assertThat(one.pem())
                .startsWith("-----BEGIN PUBLIC KEY-----\n")
                .endsWith("\n-----END PUBLIC KEY-----\n")
                .doesNotContain("PRIVATE");
    }

    @Property
    void where_a_sound_lies_is_read_as_it_was_written(
            @ForAll long product, @ForAll String language, @ForAll String folder, @ForAll String path) {
        var sounds = List.of(new PackedSound(product, language, "ab", folder, path));

        assertThat(PackedSound.parse(PackedSound.write(sounds))).isEqualTo(sounds);
    }
}
