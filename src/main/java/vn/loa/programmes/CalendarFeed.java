package vn.loa.programmes;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.loa.common.PortalIdentity;
import vn.loa.programmes.PlayedDay.Block;
import vn.loa.programmes.PublicProgrammes.Span;

/** Writes a programme as a calendar (RFC 5545): an event for each stretch in which a station is on air. */
public final class CalendarFeed {
    /** In octets, without the line end (RFC 5545, 3.1). */
    private static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final String ZONE = "Asia/Ho_Chi_Minh";

    private final StringBuilder text = new StringBuilder();

    private CalendarFeed() {}

    /**
     * @param name of the calendar
     * @param summary of an event
     * @param tongue what a language is called, by its code
     * @param page full address of the programme; empty when it is not known
     */
    public static String of(
            Span span, String name, Function<Block, String> summary, UnaryOperator<String> tongue, String page) {
        var feed = new CalendarFeed();
        var stamp = LOCAL.withZone(ZoneOffset.UTC).format(span.changedAt()) + "Z";
        feed.line("BEGIN:VCALENDAR");
        feed.line("VERSION:2.0");
        feed.line("PRODID:-//Loa//Loudspeaker programme//VI");
        feed.line("CALSCALE:GREGORIAN");
        feed.line("METHOD:PUBLISH");
        feed.line("X-WR-CALNAME:" + escaped(name));
        feed.line("NAME:" + escaped(name));
        feed.line("X-WR-TIMEZONE:" + ZONE);
        feed.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        feed.line("X-PUBLISHED-TTL:PT1H");
        feed.zone();
        span.days().stream()
                .flatMap(day -> day.blocks().stream())
                .forEach(block -> feed.event(block, span, summary.apply(block), tongue, page, stamp));
        feed.line("END:VCALENDAR");
        return feed.text.toString();
    }

    /** Vietnam has had one offset since 1975. */
    private void zone() {
        line("BEGIN:VTIMEZONE");
        line("TZID:" + ZONE);
        line("BEGIN:STANDARD");
        line("DTSTART:19750613T000000");
        line("TZOFFSETFROM:+0700");
        line("TZOFFSETTO:+0700");
        line("TZNAME:+07");
        line("END:STANDARD");
        line("END:VTIMEZONE");
    }

    private void event(
            Block block, Span span, String summary, UnaryOperator<String> tongue, String page, String stamp) {
        line("BEGIN:VEVENT");
        line("UID:" + PortalIdentity.name(span.name(), LOCAL.format(block.begins())));
        line("DTSTAMP:" + stamp);
        line("SEQUENCE:" + span.revision());
        line("DTSTART;TZID=" + ZONE + ":" + local(block.begins()));
        line("DTEND;TZID=" + ZONE + ":" + local(block.ends()));
        line("SUMMARY:" + escaped(summary));
        line("LOCATION:" + escaped(span.place().in("vi")));
        line("DESCRIPTION:"
                + escaped(block.lines().stream()
                        .map(each -> DateTimeFormatter.ISO_LOCAL_TIME.format(each.at()) + "  "
                                + each.sound().title().in("vi") + " ("
                                + tongue.apply(each.sound().language()) + ")")
                        .collect(Collectors.joining("\n"))));
        if (!page.isEmpty()) {
            line("URL:" + page);
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String local(LocalDateTime moment) {
        return LOCAL.format(moment);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** Folded where it is too long, never within a letter. */
    private void line(String content) {
        var used = 0;
        for (var i = 0; i < content.length(); ) {
            var letter = new String(Character.toChars(content.codePointAt(i)));
            var octets = letter.getBytes(StandardCharsets.UTF_8).length;
            if (used + octets > LONGEST_LINE) {
                text.append("\r\n ");
                used = 1;
            }
            text.append(letter);
            used += octets;
            i += letter.length();
        }
        text.append("\r\n");
    }
}
