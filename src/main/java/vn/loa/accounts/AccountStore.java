package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.stream.Collectors;

/** Tells the container whose a token is. The groups are the codes of the roles. */
@ApplicationScoped
public class AccountStore implements IdentityStore {
    @Inject
    private Sessions sessions;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof BearerToken token
                ? sessions.identify(token.secret(), token.kind())
                        .map(AccountStore::known)
                        .orElse(CredentialValidationResult.INVALID_RESULT)
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private static CredentialValidationResult known(Sessions.Holder holder) {
        return new CredentialValidationResult(
                new AccountPrincipal(holder),
                holder.actor().roles().stream().map(Role::code).collect(Collectors.toSet()));
    }
}
