package vn.loa.media.transcode;

/** Of a picture, in pixels. */
record Size(int width, int height) {
    /**
     * The largest of the same shape that fits into a 16:9 frame (upright for upright pictures) and is no larger than the picture; both
     * numbers even, because colours are kept for blocks of 2 × 2.
     *
     * @param side of the frame's shorter edge
     */
    static Size within(VideoStream picture, int side) {
        var longEdge = side * 16 / 9.0;
        var upright = picture.height() > picture.width();
        var scale = Math.min(
                1,
                Math.min(
                        (upright ? side : longEdge) / picture.width(), (upright ? longEdge : side) / picture.height()));
        return new Size(even(picture.width() * scale), even(picture.height() * scale));
    }

    /** Whether a picture has what it takes to fill such a frame in one direction at least. */
    static boolean fills(VideoStream picture, int side) {
        return fills(picture.width(), picture.height(), side);
    }

    /** The same of a picture of this size. */
    static boolean fills(int width, int height, int side) {
        var longEdge = Math.max(width, height);
        var shortEdge = Math.min(width, height);
        return shortEdge >= side || longEdge >= side * 16 / 9;
    }

    private static int even(double length) {
        return Math.max(2, (int) Math.round(length / 2) * 2);
    }
}
