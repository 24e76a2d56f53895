package vn.loa.administration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.DecideLook.Fault;
import vn.loa.common.Colour;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;

/** Reads what an administrator wrote about the look of the portal. */
final class LookFields {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 250;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .()-]{2,30}");
    private static final Pattern MAIL = Pattern.compile(
            "[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");

    private final Map<String, Fault> faults = new LinkedHashMap<>();
    private DecideLook.@Nullable Faint faint;

    private LookFields() {}

    /** What is wrong with it. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient DecideLook.Outcome outcome;

        Unreadable(DecideLook.Outcome outcome) {
            super(outcome.toString());
            this.outcome = outcome;
        }

        DecideLook.Outcome outcome() {
            return outcome;
        }
    }

    /** @param before whose emblems stay as they are @throws Unreadable naming everything that is wrong, when something is */
    static LookContent read(Function<String, Texts> texts, Function<String, String> line, LookContent before) {
        var reading = new LookFields();
        var read = new LookContent(
                reading.within("ten", texts, LONGEST_NAME),
                reading.within("mo-ta", texts, LONGEST),
                reading.within("co-quan", texts, LONGEST),
                reading.within("dia-chi", texts, LONGEST),
                reading.matching(PHONE, "dien-thoai", line.apply("dien-thoai"), Fault.BAD_PHONE),
                reading.matching(MAIL, "thu-dien-tu", line.apply("thu"), Fault.BAD_MAIL),
                reading.accent(line.apply("mau")),
                before.emblem(),
                before.darkEmblem(),
                reading.within("chu-thay", texts, LONGEST));
        if (!reading.faults.isEmpty() || reading.faint != null) {
            throw new Unreadable(new DecideLook.Outcome.Wrong(reading.faults, reading.faint));
        }
        return read;
    }

    private Texts within(String name, Function<String, Texts> all, int longest) {
        var texts = all.apply(name);
        var lines = Texts.of(texts.languages().stream()
                .collect(Collectors.toMap(code -> code, code -> PlainText.line(texts.in(code)))));
        lines.languages().stream()
                .sorted()
                .filter(code -> lines.in(code).length() > longest)
                .forEach(code -> faults.put(name + "-" + code, Fault.LONG));
        return lines;
    }

    private String matching(Pattern pattern, String field, String written, Fault fault) {
        if (!written.isEmpty() && !pattern.matcher(written).matches()) {
            faults.put(field, fault);
        }
        return written;
    }

    private @Nullable Colour accent(String written) {
        if (written.isEmpty()) {
            return null;
        }
        var colour = Colour.read(written).orElse(null);
        if (colour == null) {
            faults.put("mau", Fault.BAD_COLOUR);
            return null;
        }
        Palette.of(colour)
                .fault()
                .ifPresent(worst -> faint = new DecideLook.Faint(colour, worst, Palette.readable(colour)));
        return colour;
    }

    /** What is another, for the audit trail. */
    static String difference(LookContent before, LookContent after) {
        var parts = new LinkedHashMap<String, Map.Entry<String, String>>();
        parts.put("name", Map.entry(said(before.name()), said(after.name())));
        parts.put("about", Map.entry(said(before.about()), said(after.about())));
        parts.put("agency", Map.entry(said(before.agency()), said(after.agency())));
        parts.put("address", Map.entry(said(before.address()), said(after.address())));
        parts.put("phone", Map.entry(before.phone(), after.phone()));
        parts.put("mail", Map.entry(before.mail(), after.mail()));
        parts.put("accent", Map.entry(digits(before), digits(after)));
        parts.put("emblem", Map.entry(emblems(before), emblems(after)));
        parts.put("emblem words", Map.entry(said(before.emblemWords()), said(after.emblemWords())));
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().getKey().equals(part.getValue().getValue()))
                .map(part -> part.getKey() + ": " + part.getValue().getKey() + " → "
                        + part.getValue().getValue())
                .collect(Collectors.joining("; "));
    }

    private static String said(Texts texts) {
        return texts.languages().stream()
                .sorted()
                .map(code -> code + " " + texts.in(code))
                .collect(Collectors.joining(" / "));
    }

    private static String digits(LookContent look) {
        return look.accent() == null ? "" : look.accent().css();
    }

    private static String emblems(LookContent look) {
        return (look.emblem() == null ? "" : look.emblem().id())
                + (look.darkEmblem() == null ? "" : " " + look.darkEmblem().id());
    }
}
