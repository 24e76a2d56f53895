package vn.loa.media;

/** An asset that can be played has got further renditions. Fired inside the transaction; observers only write rows. */
public record AssetChanged(long asset) {}
