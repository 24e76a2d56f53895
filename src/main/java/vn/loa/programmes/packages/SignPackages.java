package vn.loa.programmes.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;

/** Looks after the key with which packages are signed: made when it is first needed, the same for all nodes, and replaced when an administrator says so. */
@ApplicationScoped
@Transactional
public class SignPackages {
    private static final String SUBJECT = "package-key";

    @Inject
    private PackageKeys keys;

    @Inject
    private StationPackages packages;

    @Inject
    private ReleasePackages release;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * A key, for whoever checks what it has signed.
     *
     * @param id how the SHA-256 of the public key begins
     * @param pem the public key
     * @param retiredAt since when it signs nothing any more; null for the one that does
     * @param trusted false when somebody else may have had it: what it has signed proves nothing
     */
    public record Key(
            String id, String pem, Instant madeAt, @Nullable Instant retiredAt, boolean trusted) {
        static Key of(PackageKey key) {
            return new Key(key.id(), key.pem(), key.madeAt(), key.retiredAt().orElse(null), !key.isDistrusted());
        }
    }

    /** All there have been, the newest first. */
    public List<Key> all() {
        now();
        return keys.all().stream().map(Key::of).toList();
    }

    public Optional<Key> find(String id) {
        return keys.find(id).map(Key::of);
    }

    /** The one that signs. */
    public Key now() {
        return Key.of(keys.current().orElseGet(this::first));
    }

    /** The same, to sign with. */
    SigningKey current() {
        return keys.current().orElseGet(this::first).signing();
    }

    /** Whether packages that this key has signed may be given away; nobody distrusts it before the running transaction ends. */
    boolean isTrusted(String id) {
        keys.await();
        return keys.find(id).filter(key -> !key.isDistrusted()).isPresent();
    }

    private PackageKey first() {
        keys.await();
        return keys.current().orElseGet(this::make);
    }

    private PackageKey make() {
        var key = new PackageKey(SigningKey.make(), clock.instant());
        keys.add(key);
        return key;
    }

    /**
     * Another key signs from now on. What the former one has signed can still be checked, unless it is distrusted: then packages that it has signed are given to nobody any more.
     *
     * @throws NotPermitted unless they are an administrator of the whole province
     */
    public Key replace(boolean distrust, Actor by) {
        if (!by.is(Role.ADMINISTRATOR) || by.isConfined()) {
            throw new NotPermitted(by, "replace the key of packages");
        }
        keys.await();
        var former = keys.current();
        former.ifPresent(key -> {
            key.retire(distrust, clock.instant());
            keys.flush();
            if (distrust) {
                packages.signedBy(key.id()).forEach(release::expire);
            }
        });
        var made = make();
        audit.record(
                by,
                distrust ? "distrust-package-key" : "replace-package-key",
                SUBJECT,
                0,
                made.id(),
                former.map(PackageKey::id).orElse(null));
        return Key.of(made);
    }
}
