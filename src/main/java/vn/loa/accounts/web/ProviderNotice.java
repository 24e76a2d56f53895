package vn.loa.accounts.web;

import java.util.Arrays;

/** What the page for signing in says to who comes back from the provider without having signed in. */
enum ProviderNotice {
    /** They, or the provider, did not want it. */
    DECLINED("mot-lan-thoi"),
    /** No account that is open is linked to them. */
    NOBODY("mot-lan-la"),
    /** It took too long, was done before, or cannot be believed. */
    AGAIN("mot-lan-lai"),
    /** The provider does not answer. */
    AWAY("mot-lan-hong"),
    /** It was tried too often from their network. */
    OFTEN("mot-lan-nhieu");

    private final String code;

    ProviderNotice(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static boolean has(String code) {
        return Arrays.stream(values()).anyMatch(notice -> notice.code.equals(code));
    }
}
