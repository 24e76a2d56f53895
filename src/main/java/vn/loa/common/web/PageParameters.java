package vn.loa.common.web;

import java.util.Set;

/**
 * Every query parameter that a public page reads. Others change nothing: no page repeats them in a link, and none is kept apart for
 * them, so that nobody can fill the memory of the portal with copies of one page.
 */
public final class PageParameters {
    public static final Set<String> KNOWN = Set.of(
            "ban",
            "chu-de",
            "dia-ban",
            "doi-tuong",
            "hl",
            "loai",
            "long-tieng",
            "nam",
            "nhe",
            "phu-de",
            "q",
            "sap-xep",
            "t",
            "the-loai",
            "tieng",
            "trang");

    private PageParameters() {}
}
