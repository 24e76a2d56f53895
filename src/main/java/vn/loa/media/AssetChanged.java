package vn.loa.media;

/** An asset that can be played has got further renditions, or lost some. Fired inside the transaction; observers only write rows. */
public record AssetChanged(long asset) {}
