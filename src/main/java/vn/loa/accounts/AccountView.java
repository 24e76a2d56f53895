package vn.loa.accounts;

import jakarta.json.bind.annotation.JsonbTransient;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.loa.taxonomy.Locality;

/**
 * An account as administrators see it.
 *
 * @param roles their codes, in order
 * @param locality code of the unit it is confined to; null for the whole province
 * @param languages their codes, in order
 * @param awaited whether they have still to choose a password, or to come through the provider
 */
@Schema(name = "Account")
public record AccountView(
        String username,
        long version,
        String displayName,
        List<String> roles,
        @Nullable String locality,
        List<String> languages,
        boolean enabled,
        boolean sample,
        Instant createdAt,
        @JsonbTransient boolean awaited) {
    static AccountView of(Account account) {
        var actor = account.actor();
        return new AccountView(
                account.username(),
                account.version(),
                account.displayName(),
                actor.roles().stream().sorted().map(Role::code).toList(),
                account.locality().map(Locality::addressName).orElse(null),
                actor.languages().stream().sorted().toList(),
                account.isEnabled(),
                account.isSample(),
                account.createdAt(),
                account.isAwaited());
    }
}
