package vn.loa.media;

/** Nothing will come of an asset; it knows why. Fired inside the transaction; observers only write rows. */
public record AssetRejected(long asset) {}
