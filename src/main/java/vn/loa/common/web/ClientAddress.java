package vn.loa.common.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.AddressRange;
import vn.loa.common.PublicAddress;
import vn.loa.common.SchemaMigration;

/**
 * Where a request comes from. What {@code X-Forwarded-For} says is believed only as far as the proxies of the setting
 * {@code loa.proxies} wrote it; anybody may claim anything.
 */
@ApplicationScoped
public class ClientAddress {
    private static final Logger LOG = System.getLogger(ClientAddress.class.getName());
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** Addresses or networks: {@code 10.0.3.1, 172.18.0.0/16, fd00::/8}. */
    @Inject
    @ConfigProperty(name = "loa.proxies")
    private Optional<String> setting;

    @Inject
    private PublicAddress address;

    private List<AddressRange> proxies = List.of();

    void read(@Observes @Priority(SchemaMigration.FIRST + 10) @Initialized(ApplicationScoped.class) Object start) {
        proxies = setting.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(each -> AddressRange.of("loa.proxies", each))
                .toList();
        if (!proxies.isEmpty() && !address.root().startsWith("https:")) {
            LOG.log(
                    Level.WARNING,
                    "LOA_PROXIES is set, but LOA_BASE_URL does not begin with https: if the proxy speaks TLS, set it to the"
                            + " address that people open, or the cookie of the back office goes over lines without TLS, too");
        }
    }

    /** The address of the first machine on the way that is not one of our proxies. */
    public InetAddress of(HttpServletRequest request) {
        return client(
                AddressRange.address(request.getRemoteAddr())
                        .orElseThrow(() -> new IllegalStateException("The server knows no address of the client")),
                Collections.list(request.getHeaders(FORWARDED_FOR)),
                proxies);
    }

    /** @param forwardedFor the values of the header, each a list, from the first machine on the way to the last */
    static InetAddress client(InetAddress neighbour, List<String> forwardedFor, List<AddressRange> proxies) {
        var client = neighbour;
        var hops = forwardedFor.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .toList();
        for (var i = hops.size() - 1; i >= 0 && isProxy(client, proxies); i--) {
            var hop = AddressRange.address(hops.get(i));
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get();
        }
        return client;
    }

    private static boolean isProxy(InetAddress address, List<AddressRange> proxies) {
        return proxies.stream().anyMatch(range -> range.contains(address));
    }
}
