package vn.loa.accounts.web;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import vn.loa.accounts.CurrentUser;

/**
 * Lets nobody write who has not signed in, before a byte of the body is read. What everybody may send says so with
 * {@link PermitAll}. What somebody who has signed in may do is decided where it is done.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class WritersOnly implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Context
    private ResourceInfo resource;

    @Inject
    private CurrentUser user;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (!READING.contains(request.getMethod())
                && (method == null || !method.isAnnotationPresent(PermitAll.class))) {
            user.require();
        }
    }
}
