package vn.loa.common;

/**
 * A colour as people see it, in the space OKLCH of CSS Color 4: of two with the same lightness neither looks lighter, whatever their hue.
 *
 * @param lightness from 0, black, to 1, white
 * @param chroma from 0, grey; no screen shows more than 0.4
 * @param hue in radians
 */
public record Oklch(double lightness, double chroma, double hue) {
    private static final double STEP = 0.004;

    public static Oklch of(Colour colour) {
        var red = Colour.linear(colour.red());
        var green = Colour.linear(colour.green());
        var blue = Colour.linear(colour.blue());
        var l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        var m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        var s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        var a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        var b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new Oklch(0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, Math.hypot(a, b), Math.atan2(b, a));
    }

    /** The same hue as light as this, and no more colourful than it is and may be. */
    public Oklch at(double wanted, double mostChroma) {
        return new Oklch(wanted, Math.min(chroma, mostChroma), hue);
    }

    /** What a screen shows of it: paler where it has no such colour. */
    public Colour colour() {
        for (var paler = chroma; paler > 0; paler -= STEP) {
            var parts = linear(paler);
            if (isShown(parts)) {
                return rounded(parts);
            }
        }
        return rounded(linear(0));
    }

    private double[] linear(double strength) {
        var a = strength * Math.cos(hue);
        var b = strength * Math.sin(hue);
        var l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        var m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        var s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static boolean isShown(double[] parts) {
        for (var part : parts) {
            if (part < -0.0005 || part > 1.0005) {
                return false;
            }
        }
        return true;
    }

    private static Colour rounded(double[] parts) {
        return new Colour(part(parts[0]), part(parts[1]), part(parts[2]));
    }

    private static int part(double linear) {
        var kept = Math.max(0, Math.min(1, linear));
        var share = kept <= 0.0031308 ? kept * 12.92 : 1.055 * Math.pow(kept, 1 / 2.4) - 0.055;
        return (int) Math.round(share * 255);
    }
}
