package vn.loa.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Words that mean the same for whoever looks for one of them. */
@Entity
@Table(name = "synonym_group")
public class SynonymGroup {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String terms;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected SynonymGroup() {}

    SynonymGroup(SynonymTerms terms, Instant now) {
        this.terms = terms.written();
        this.changedAt = now;
    }

    void rewrite(SynonymTerms written, Instant now) {
        terms = written.written();
        changedAt = now;
    }

    long requireId() {
        return Objects.requireNonNull(id, "the group is not stored yet");
    }

    long version() {
        return version;
    }

    /** As they are written, parted by commas, with an arrow where only some find the others. */
    String written() {
        return terms;
    }

    SynonymTerms read() {
        return SynonymTerms.of(terms);
    }
}
