package vn.loa.catalog;

import vn.loa.common.Texts;

/** What somebody finds at the address of a product. */
public sealed interface ProductVisit {
    /** It is public. */
    record Shown(ProductPage page) implements ProductVisit {}

    /** It was public and has been taken down. @param reason what the publisher tells the public; may be empty */
    record Withdrawn(Texts title, String reason) implements ProductVisit {}

    /** There is, for the public, no such product. */
    record Unknown() implements ProductVisit {}
}
