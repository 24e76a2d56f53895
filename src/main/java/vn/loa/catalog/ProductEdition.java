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
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a product said when somebody saved it. Never changed. */
@Entity
@Table(name = "product_edition")
public class ProductEdition {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product")
    private Product product;

    private int revision;

    @Column(name = "product_version")
    private long productVersion;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "saved_by")
    private String savedBy;

    private String content;

    protected ProductEdition() {}

    ProductEdition(Product product, String savedBy, Instant savedAt) {
        this.product = product;
        this.revision = product.current().number();
        this.productVersion = product.version();
        this.savedAt = savedAt;
        this.savedBy = savedBy;
        this.content = ProductContent.of(product.current()).toJson().toString();
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
