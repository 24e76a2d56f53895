package vn.loa.accounts;

import jakarta.security.enterprise.credential.AbstractClearableCredential;

/** A token that a request shows. */
public final class BearerToken extends AbstractClearableCredential {
    private TokenSecret secret;
    private final TokenKind kind;

    /** @param kind how the request carries it */
    public BearerToken(TokenSecret secret, TokenKind kind) {
        this.secret = secret;
        this.kind = kind;
    }

    TokenSecret secret() {
        return secret;
    }

    /** How the request carries it. */
    public TokenKind kind() {
        return kind;
    }

    @Override
    protected void clearCredential() {
        secret = new TokenSecret("");
    }
}
