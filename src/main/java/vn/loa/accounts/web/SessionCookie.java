package vn.loa.accounts.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import vn.loa.common.PublicAddress;

/** The container's own cookie, by which it finds the state of open forms, goes over TLS alone where the portal is reached over it. */
@WebListener
public class SessionCookie implements ServletContextListener {
    @Inject
    private PublicAddress address;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        start.getServletContext()
                .getSessionCookieConfig()
                .setSecure(address.root().startsWith("https:"));
    }
}
