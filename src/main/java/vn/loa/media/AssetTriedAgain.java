package vn.loa.media;

/** A file that had been rejected is being processed again. Fired inside the transaction in which that is decided. */
public record AssetTriedAgain(long asset) {}
