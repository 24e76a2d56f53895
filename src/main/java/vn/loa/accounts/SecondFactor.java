package vn.loa.accounts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has besides the password: a key in their telephone, and codes on paper. It counts from the moment on that a first code has shown that
 * the telephone has the key. No code is taken twice.
 */
@Entity
@Table(name = "second_factor")
public class SecondFactor {
    @Id
    private long account;

    @Version
    private long version;

    @Column(name = "secret_key")
    private byte[] key;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @Column(name = "last_step")
    private long lastStep;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "recovery_code", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "digest")
    private Set<String> recoveryCodes = new HashSet<>();

    protected SecondFactor() {}

    /** @param key as {@link OneTimePasswords#randomKey} makes it */
    SecondFactor(long account, byte[] key, Instant now) {
        this.account = account;
        this.key = key.clone();
        this.begunAt = now;
    }

    /** Takes a code of the telephone, or one on paper; what was taken is good no longer. */
    boolean takes(String code, Instant now) {
        return takesPassword(code, now) || recoveryCodes.remove(RecoveryCode.digest(code));
    }

    /**
     * It counts from now on, if this is the code that the telephone shows.
     *
     * @return the codes for paper, which are shown only here; empty when it is another code
     */
    Optional<List<RecoveryCode>> confirm(String code, Instant now) {
        if (!takesPassword(code, now)) {
            return Optional.empty();
        }
        confirmedAt = now;
        return Optional.of(newRecoveryCodes());
    }

    /** Codes for paper in place of those that were. */
    List<RecoveryCode> newRecoveryCodes() {
        var codes = RecoveryCode.several();
        recoveryCodes = codes.stream()
                .map(code -> RecoveryCode.digest(code.value()))
                .collect(Collectors.toCollection(HashSet::new));
        return codes;
    }

    private boolean takesPassword(String code, Instant now) {
        var step = OneTimePasswords.stepOf(code.replace(" ", ""), key, now, lastStep);
        step.ifPresent(taken -> lastStep = taken);
        return step.isPresent();
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    byte[] key() {
        return key.clone();
    }

    /** How many codes on paper are good. */
    int recoveryCodesLeft() {
        return recoveryCodes.size();
    }
}
