package vn.loa.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a product said when somebody saved it. What its form saves by itself within minutes while one person writes is one edition; no other is ever changed.
 */
@Entity
@Table(name = "product_edition")
public class ProductEdition {
    /** The form saves by itself every few seconds; nobody looks for one of those. */
    private static final Duration ONE_SITTING = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product")
    private Product product;

    private int revision;

    /** What was saved between this and {@link #productVersion} is not remembered. */
    @Column(name = "first_version")
    private long firstVersion;

    @Column(name = "product_version")
    private long productVersion;

    @Column(name = "by_itself")
    private boolean byItself;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "saved_by")
    private String savedBy;

    private String content;

    protected ProductEdition() {}

    /** @param byItself whether the form has saved it, and nobody has asked for it */
    ProductEdition(Product product, String savedBy, boolean byItself, Instant savedAt) {
        this.product = product;
        this.revision = product.current().number();
        this.firstVersion = product.version();
        this.productVersion = product.version();
        this.byItself = byItself;
        this.begunAt = savedAt;
        this.savedAt = savedAt;
        this.savedBy = savedBy;
        this.content = said(product);
    }

    private static String said(Product product) {
        return ProductContent.of(product.current()).toJson().toString();
    }

    /** Whether what somebody saves now goes on with this edition: nobody has asked for it yet. */
    boolean goesOn(Product written, String by, Instant now) {
        return byItself
                && savedBy.equals(by)
                && revision == written.current().number()
                && now.isBefore(begunAt.plus(ONE_SITTING));
    }

    /** Takes what its product says now in the place of what it said. @param isByItself whether nobody has asked for it */
    void goOn(boolean isByItself, Instant at) {
        productVersion = product.version();
        byItself = isByItself;
        savedAt = at;
        content = said(product);
    }

    /** Whether this is what the product said at a version that is not older than its first. */
    boolean isRemembered(long atVersion) {
        return productVersion <= atVersion;
    }

    public long requireId() {
        return Objects.requireNonNull(id, "the edition is not stored yet");
    }

    /** Number of the revision that was written. */
    public int revision() {
        return revision;
    }

    public Instant savedAt() {
        return savedAt;
    }

    /** Name of an account, or of a part of the portal. */
    public String savedBy() {
        return savedBy;
    }

    /** Without what the people shown have said. */
    ProductContent content() {
        return ProductContent.parse(content);
    }
}
