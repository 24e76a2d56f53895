package vn.loa.catalog;

/** What comes of changing a product that somebody has read before. */
public sealed interface ProductChange {
    /** As it stands now. */
    record Done(WorkingProduct product) implements ProductChange {}

    /** Somebody else has changed it since it was read; nothing was done. */
    record Stale() implements ProductChange {}

    /** There is no product at this address. */
    record Unknown() implements ProductChange {}
}
