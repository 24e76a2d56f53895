package vn.loa.syndication.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.common.web.FrameAncestors;
import vn.loa.syndication.EmbedPolicies;

/** Lets embeds stand in frames of the sites that an administrator allows, and of the portal itself; of everybody while none is named. */
@ApplicationScoped
public class AllowedFrames implements FrameAncestors {
    private static final Logger LOG = System.getLogger(AllowedFrames.class.getName());

    @Inject
    private EmbedPolicies policies;

    private volatile List<String> known = List.of();

    /** One statement, for pages that are not in memory. While the database does not answer, what held last. */
    @Override
    public String sources() {
        try {
            known = policies.current().origins();
        } catch (RuntimeException away) {
            LOG.log(Level.DEBUG, "Whose pages may show embeds could not be read; what was read last holds", away);
        }
        var origins = known;
        return origins.isEmpty()
                ? "*"
                : Stream.concat(Stream.of("'self'"), origins.stream()).collect(Collectors.joining(" "));
    }
}
