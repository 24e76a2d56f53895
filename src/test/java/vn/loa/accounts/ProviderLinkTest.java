package vn.loa.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.provider.Identity;

class ProviderLinkTest {
    private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");
    private static final Identity MAI =
            new Identity("https://dang-nhap.example.vn", "mai", Optional.of("mai@example.vn"), false);

    @Test
    void whoComesFirstIsBoundAndNobodyAfterThem() {
        var link = ProviderLink.awaiting(7, "mai@example.vn", NOW);
        assertThat(link.isBound()).isFalse();

        link.bind(MAI, NOW);

        assertThat(link.subject()).contains("mai");
        assertThat(link.boundAt()).contains(NOW);
        assertThatThrownBy(() -> link.bind(MAI, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoIsNamedByTheSubjectIsBoundFromTheBeginning() {
        assertThat(ProviderLink.to(7, "https://dang-nhap.example.vn", "mai", NOW)
                        .isBound())
                .isTrue();
    }
}
