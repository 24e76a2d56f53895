package vn.loa.accounts.provider;

/** What comes of being sent to the provider. */
public sealed interface ProviderAnswer {
    /** It says who they are, and everything that can be checked about that holds. */
    record Proved(Identity identity) implements ProviderAnswer {}

    /** They have turned back, or the provider does not let them in. */
    record Declined() implements ProviderAnswer {}

    /** What came back cannot be trusted, or was used before. */
    record Untrusted() implements ProviderAnswer {}

    /** The provider does not answer, or not as it should. */
    record Away() implements ProviderAnswer {}
}
