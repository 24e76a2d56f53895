package vn.loa.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing somebody did, as it is read. {@link AuditTrail} writes it once; the database refuses to change or delete it, so it carries no version. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
    @Id
    private long id;

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

    /** Grows with each deed, of one transaction as well; numbers may be missing. */
    public long id() {
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
