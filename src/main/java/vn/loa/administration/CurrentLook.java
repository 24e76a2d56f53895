package vn.loa.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the portal is called and how it looks, as far as this node knows: pages ask for it all the time, and no statement is made for them. */
@ApplicationScoped
public class CurrentLook {
    @Inject
    private PortalLooks looks;

    private volatile LookContent known = LookContent.USUAL;

    public LookContent get() {
        return known;
    }

    /** Reads it anew. @return whether it is another than before */
    public boolean follow() {
        var now = looks.current();
        var isOther = !now.equals(known);
        known = now;
        return isOther;
    }
}
