package vn.loa.testing.container;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity with lazy relations in both directions. */
@Entity
public class Village {
    @Id
    private long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Village larger;

    @OneToMany(mappedBy = "larger", fetch = FetchType.LAZY)
    private List<Village> smaller = new ArrayList<>();

    protected Village() {}

    Village(long id, @Nullable Village larger) {
        this.id = id;
        this.larger = larger;
    }

    @Nullable Village larger() {
        return larger;
    }

    List<Village> smaller() {
        return smaller;
    }

    long id() {
        return id;
    }
}
