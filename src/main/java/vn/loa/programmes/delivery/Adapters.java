package vn.loa.programmes.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The adapters, one for each kind of target, and what they need to reach one. */
@ApplicationScoped
class Adapters {
    @Inject
    private DeliverySettings settings;

    @Inject
    private SealSecrets secrets;

    @Inject
    private Clock clock;

    private final Map<TargetKind, DeliveryAdapter> byKind = new EnumMap<>(TargetKind.class);

    @PostConstruct
    void begin() {
        byKind.put(TargetKind.REST, new RestAdapter(new RestClient(), clock));
        byKind.put(TargetKind.FOLDER, new FolderAdapter());
        byKind.put(TargetKind.SFTP, new SftpAdapter());
    }

    DeliveryAdapter of(TargetKind kind) {
        var adapter = byKind.get(kind);
        if (adapter == null) {
            throw new IllegalArgumentException("Nobody brings anything to " + kind);
        }
        return adapter;
    }

    /** @param sealed as {@link SealSecrets} has sealed it; null for nothing @throws NotDelivered when it cannot be opened any more */
    Connection connection(TargetKind kind, String address, String username, byte @Nullable [] sealed, String hostKey)
            throws NotDelivered {
        return new Connection(
                kind,
                address,
                username,
                sealed == null ? "" : secrets.open(sealed),
                hostKey,
                new AllowedHosts(settings.networks()),
                settings.folder());
    }
}
