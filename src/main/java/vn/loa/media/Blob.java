package vn.loa.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** That a file with this content is in the blob store. */
@Entity
public class Blob {
    @Id
    private String sha256;

    @Version
    private long version;

    private long size;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Blob() {}

    /**
     * @param sha256 of the content, 64 lower-case hexadecimal digits
     * @param size in bytes
     */
    public Blob(String sha256, long size, Instant createdAt) {
        this.sha256 = sha256;
        this.size = size;
        this.createdAt = createdAt;
    }

    public String sha256() {
        return sha256;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
