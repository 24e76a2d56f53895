package vn.loa.media.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Says which version of tus is spoken, in every answer: to those who may not send, too. */
@Provider
@ApplicationScoped
@SpeaksTus
public class TusVersion implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Tus-Resumable", Tus.VERSION);
    }
}
