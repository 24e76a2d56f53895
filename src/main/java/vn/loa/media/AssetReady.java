package vn.loa.media;

/** An asset can be played from now on. Fired inside the transaction; observers only write rows. */
public record AssetReady(long asset) {}
