package vn.loa.programmes.delivery;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.AddressRange;
import vn.loa.common.SchemaMigration;

/** Where whoever runs the portal lets programmes be sent, whatever an administrator says. */
@ApplicationScoped
public class DeliverySettings {
    private static final String NETWORKS = "loa.delivery.networks";
    private static final String FOLDER = "loa.delivery.folder";

    /** Addresses or networks: {@code 10.1.0.0/16, 192.168.7.20}. */
    @Inject
    @ConfigProperty(name = NETWORKS)
    private Optional<String> networks;

    @Inject
    @ConfigProperty(name = FOLDER)
    private Optional<Path> folder;

    private List<AddressRange> ranges = List.of();

    void read(@Observes @Priority(SchemaMigration.FIRST + 10) @Initialized(ApplicationScoped.class) Object start) {
        ranges = networks.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(each -> AddressRange.of(NETWORKS, each))
                .toList();
        folder.filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
            throw new IllegalStateException("The setting " + FOLDER + " must name a folder, not " + path);
        });
    }

    /** Besides what everybody may reach. */
    List<AddressRange> networks() {
        return ranges;
    }

    /** Below which programmes may be put; empty when they may not be put into any. */
    public Optional<Path> folder() {
        return folder;
    }
}
