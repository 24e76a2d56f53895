package vn.loa.accounts.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import vn.loa.common.PublicAddress;
import vn.loa.common.web.Addresses;

/**
 * What a browser carries while its holder signs in by the provider: the attempt, then what the first step gave to those who have a second. For some minutes. It is
 * shown on the way back, which comes from the site of the provider.
 */
@ApplicationScoped
class AttemptCookie {
    private static final int LONGEST = 3_000;
    private static final int SECONDS = 15 * 60;

    @Inject
    private PublicAddress address;

    private HostCookie cookie() {
        return HostCookie.of(address, "loa-mot-lan", "loa-mot-lan", Addresses.SIGN_IN);
    }

    /** Empty also when there are several: one of them is somebody else's. */
    Optional<String> read(HttpServletRequest request) {
        var values = cookie().values(request).toList();
        return values.size() == 1
                ? Optional.of(values.get(0)).filter(value -> value.length() <= LONGEST)
                : Optional.empty();
    }

    void write(HttpServletResponse response, String value) {
        cookie().write(response, value, SECONDS);
    }

    /** The browser forgets it. */
    void clear(HttpServletResponse response) {
        cookie().clear(response);
    }
}
