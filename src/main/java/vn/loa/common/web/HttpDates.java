package vn.loa.common.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as the fields of HTTP have them (RFC 9110, 5.6.7). */
public final class HttpDates {
    /** {@link DateTimeFormatter#RFC_1123_DATE_TIME} reads it, but writes the first nine days of a month with one digit. */
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    public static String format(Instant moment) {
        return FORMAT.format(moment);
    }
}
