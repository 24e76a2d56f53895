package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which hub is told of changes ({@code loa.websub.hub}), so that it tells subscribers at once; none unless it is set. */
@ApplicationScoped
public class WebSubSettings {
    private final Optional<String> hub;

    /** For the container. */
    protected WebSubSettings() {
        this(Optional.empty());
    }

    /** @throws IllegalArgumentException when it is no address */
    @Inject
    public WebSubSettings(@ConfigProperty(name = "loa.websub.hub") Optional<String> hub) {
        hub.filter(address -> !isWeb(address)).ifPresent(wrong -> {
            throw new IllegalArgumentException(
                    "LOA_WEBSUB_HUB must be an address that begins with https:// or http://, not " + wrong);
        });
        this.hub = hub;
    }

    private static boolean isWeb(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** Empty when no hub is told of anything. */
    public Optional<String> address() {
        return hub;
    }
}
