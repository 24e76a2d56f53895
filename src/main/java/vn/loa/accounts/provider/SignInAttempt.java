package vn.loa.accounts.provider;

/**
 * One attempt to sign in by the provider, from the button to the way back.
 *
 * @param state which the provider sends back, so that nobody comes in by an address that somebody else has begun
 * @param nonce which stands in the token that the provider signs, so that it is good for this attempt only
 * @param verifier which nobody but the portal knows until it fetches the token (PKCE, RFC 7636)
 * @param back where they go on: an address within the portal that has been checked
 * @param linking name of the account to which they link themselves, having proved that it is theirs; empty for who signs in
 */
public record SignInAttempt(String state, String nonce, String verifier, String back, String linking) {
    /** It does not print its secrets. */
    @Override
    public String toString() {
        return "an attempt that goes on at " + back;
    }
}
