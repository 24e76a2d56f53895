package vn.loa.plans;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody a plan is sent to (nơi nhận). */
@Embeddable
public class Recipient {
    private String name;
    private @Nullable RecipientRole role;

    protected Recipient() {}

    /** @param role null when the plan does not say */
    public Recipient(String name, @Nullable RecipientRole role) {
        this.name = name;
        this.role = role;
    }

    public String name() {
        return name;
    }

    public Optional<RecipientRole> role() {
        return Optional.ofNullable(role);
    }
}
