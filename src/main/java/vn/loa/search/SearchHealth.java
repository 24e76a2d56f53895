package vn.loa.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.loa.common.HealthOf;

/** Whether the search server answers, and with the configset that questions need. Without it the portal still serves all its pages. */
@Readiness
@ApplicationScoped
public class SearchHealth implements HealthCheck {
    @Inject
    private SolrIndex index;

    @Resource
    private ManagedExecutorService executor;

    @Override
    public HealthCheckResponse call() {
        return HealthOf.helpfulPart("search", executor, this::ask);
    }

    private boolean ask() {
        var missing = missing();
        if (!missing.isEmpty()) {
            throw new SearchUnavailable("The search server has another configset than this version of Loa, without "
                    + String.join(", ", missing));
        }
        return true;
    }

    private List<String> missing() {
        try {
            return index.missing();
        } catch (SearchUnavailable e) {
            throw new SearchUnavailable("The search server does not answer");
        }
    }
}
