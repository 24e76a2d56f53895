package vn.loa.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing somebody did. Written once: the database refuses to change or delete it, so it carries no version. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private Instant at;
    private String actor;
    private String action;

    @Column(name = "subject_kind")
    private String subjectKind;

    @Column(name = "subject_id")
    private long subjectId;

    @Column(name = "subject_slug")
    private String subjectSlug;

    private @Nullable String note;

    protected AuditEntry() {}

    AuditEntry(
            Instant at,
            String actor,
            String action,
            String subjectKind,
            long subjectId,
            String subjectSlug,
            @Nullable String note) {
        this.at = at;
        this.actor = actor;
        this.action = action;
        this.subjectKind = subjectKind;
        this.subjectId = subjectId;
        this.subjectSlug = subjectSlug;
        this.note = note;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public String action() {
        return action;
    }

    public @Nullable String note() {
        return note;
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    /** What it was done to: its kind. */
    public String subjectKind() {
        return subjectKind;
    }

    /** What it was done to: its address or name. */
    public String subjectSlug() {
        return subjectSlug;
    }
}
