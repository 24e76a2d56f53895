package vn.loa.accounts;

import jakarta.security.enterprise.credential.AbstractClearableCredential;

/** A token that a request shows. */
public final class BearerToken extends AbstractClearableCredential {
    private TokenSecret secret;

    public BearerToken(TokenSecret secret) {
        this.secret = secret;
    }

    TokenSecret secret() {
        return secret;
    }

    @Override
    protected void clearCredential() {
        secret = new TokenSecret("");
    }
}
