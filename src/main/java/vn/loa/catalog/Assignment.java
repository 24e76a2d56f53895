package vn.loa.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Account;

/** That somebody sees a product through. Only read: {@link Assignments} writes them. */
@Entity
@Table(name = "product_assignment")
public class Assignment {
    /** Id of the product, which has at most one. */
    @Id
    private @Nullable Long product;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account")
    private Account account;

    @Column(name = "assigned_at")
    private Instant assignedAt;

    protected Assignment() {}
}
