package vn.loa.media.transcode;

/** A positive number such as 30000/1001 frames a second. */
public record Fraction(int numerator, int denominator) {
    public Fraction {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("Not a positive fraction: " + numerator + "/" + denominator);
        }
    }

    public double value() {
        return (double) numerator / denominator;
    }

    /** As ffmpeg reads it. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
