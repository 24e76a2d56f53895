package vn.loa.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.Optional;

/** Whose request this is. */
@RequestScoped
public class CurrentUser {
    @Inject
    private SecurityContext security;

    /** Empty for a citizen: nobody in particular. */
    public Optional<Actor> actor() {
        return holder().map(Sessions.Holder::actor);
    }

    /** @throws NotSignedIn when nobody has shown a good token */
    public Actor require() {
        return actor().orElseThrow(NotSignedIn::new);
    }

    /** The name by which people know them; empty for a citizen. */
    public String displayName() {
        return holder().map(Sessions.Holder::name).orElse("");
    }

    /** The id of the session whose token was shown. @throws NotSignedIn when there is none */
    public long session() {
        return holder().map(Sessions.Holder::session).orElseThrow(NotSignedIn::new);
    }

    /** Whether they have to set up their second step before anything else. */
    public boolean owesSecondFactor() {
        return holder().map(Sessions.Holder::owesSecondFactor).orElse(false);
    }

    /** Whether they have signed in by the provider, which then knows them in this browser, too. */
    public boolean isByProvider() {
        return holder().map(Sessions.Holder::way)
                .filter(SignInWay::isByProvider)
                .isPresent();
    }

    private Optional<Sessions.Holder> holder() {
        return security.getPrincipalsByType(AccountPrincipal.class).stream()
                .map(AccountPrincipal::holder)
                .findFirst();
    }
}
