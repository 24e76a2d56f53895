package vn.loa.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address by which people reach the portal: the setting {@code loa.base.url}, never what a request claims. */
@ApplicationScoped
public class PublicAddress {
    private final String root;

    /** For the container. */
    protected PublicAddress() {
        this(Optional.empty());
    }

    @Inject
    PublicAddress(@ConfigProperty(name = "loa.base.url") Optional<String> setting) {
        root = setting.map(url -> url.replaceAll("/+$", "")).orElse("");
    }

    public boolean isKnown() {
        return !root.isEmpty();
    }

    /** Without a slash at the end; empty while it is not known. */
    public String root() {
        return root;
    }
}
