package vn.loa.media;

/** Something may come of a rejected asset after all. Fired inside the transaction; observers only write rows. */
public record AssetTriedAgain(long asset) {}
