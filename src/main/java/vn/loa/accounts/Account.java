package vn.loa.accounts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.taxonomy.Locality;

/** Somebody who works with the portal: what they may do, where, and how they prove who they are. */
@Entity
public class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private String passwordHash;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "account_language", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "language")
    private Set<String> languages = new HashSet<>();

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "locality")
    private @Nullable Locality locality;

    private boolean enabled;
    private boolean awaited;
    private boolean sample;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Account() {}

    /**
     * @param username lower case
     * @param passwordHash as {@link Passwords#hash} makes it
     * @param sample whether it exists only with the sample content
     */
    public Account(String username, String displayName, String passwordHash, boolean sample, Instant now) {
        this.username = username;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.sample = sample;
        this.enabled = true;
        this.createdAt = now;
    }

    /**
     * Says what they may do.
     *
     * @param confinedTo the unit beyond which they do nothing; null for the whole province
     * @param reviewed codes of the languages whose tracks they approve
     */
    public void entrust(Set<Role> with, @Nullable Locality confinedTo, Set<String> reviewed) {
        roles = new HashSet<>(with);
        locality = confinedTo;
        languages = new HashSet<>(reviewed);
    }

    /** Gives them another name, the one that people read. */
    void rename(String name) {
        displayName = name;
    }

    /** Keeps a password, as {@link Passwords#hash} makes it: whoever chose it has made the account theirs. */
    void rehash(String hash) {
        passwordHash = hash;
        awaited = false;
    }

    /** Its holder has still to come. */
    void await() {
        awaited = true;
    }

    /** Its holder has come without a password. */
    void welcome() {
        awaited = false;
    }

    /** Whether they may sign in, and what they signed in with counts. */
    public void enable(boolean allowed) {
        enabled = allowed;
    }

    /** Whether somebody who came by their password could reach everybody's accounts, or the public. */
    boolean mayHarmMany() {
        return roles.contains(Role.ADMINISTRATOR) || roles.contains(Role.PUBLISHER);
    }

    /** Who they are when they do something. */
    public Actor actor() {
        return new Actor(username, roles, locality().map(Locality::id).orElse(null), languages, false);
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    public long requireId() {
        return Objects.requireNonNull(id, "the account is not stored yet");
    }

    long version() {
        return version;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** The unit they are confined to. */
    public Optional<Locality> locality() {
        return Optional.ofNullable(locality);
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** Whether its holder has still to choose a password, or to come through the provider, for the first time. */
    boolean isAwaited() {
        return awaited;
    }

    /** Whether it exists only with the sample content. */
    public boolean isSample() {
        return sample;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
