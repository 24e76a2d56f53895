package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.plans.Adaptation;

/**
 * What the paragraphs around a promise say of it: how long a work is, in which languages and how it reaches them, where it is shown and which channels count,
 * by when.
 *
 * @param places of what was found here
 */
record PromisedTerms(
        Optional<Minutes> minutes,
        List<String> languages,
        Adaptation adaptation,
        boolean replay,
        List<String> channels,
        Optional<Long> subscribers,
        Optional<Long> views,
        Optional<Deadlines.Read> due,
        List<Place> places) {

    record Minutes(int least, int most) {}

    private static final Pattern MINUTES = Pattern.compile("(?<![\\d./a-z])(" + Digits.ONE
            + "{1,3})\\s?(?:phut\\s?)?(?:(?:-|den)\\s?(" + Digits.ONE + "{1,3})\\s?)?phut(?![a-z])");
    private static final Pattern SUBSCRIBERS = Pattern.compile(Amounts.PATTERN
            + "\\s?(?:nguoi\\stheo\\sdoi|luot\\stheo\\sdoi|nguoi\\sdang\\sky|luot\\sdang\\sky|subscriber|follower)");
    private static final Pattern VIEWS = Pattern.compile(Amounts.PATTERN + "\\s?(?:luot\\sxem|luot\\struy\\scap|view)");
    private static final Pattern DUB = Pattern.compile("long\\stieng|thuyet\\sminh");
    private static final Pattern SUBTITLE = Pattern.compile("phu\\sde");

    private static final Pattern SHOWN = Pattern.compile(
            "(?:phat\\ssong|phat|dang\\stai|dang|tuyen\\struyen|truyen\\sthong|treo)\\s(?:tren|tai)\\s(?:cac\\s)?");
    private static final Pattern CHANNEL_ENDS = Pattern.compile(
            "[;()\\t]|\\.(?!\\d)|(?<!\\d)\\.|" + Deadlines.BEGINS
                    + "|,?\\s(?:thoi\\sgian|hoan\\sthanh)\\s|\\sco\\sluong|\\sdat\\s|\\sva\\s(?:phat\\s)?tren\\s|,\\s(?:phat|dang)|\\snham\\s|\\sve\\s|\\sde\\s|\\sdat\\sluong|\\svoi\\s|$");
    private static final Pattern AND_ON = Pattern.compile("\\sva\\s(?:phat\\s)?tren\\s");
    private static final int LONGEST_CHANNEL = 150;
    private static final int MOST_CHANNELS = 20;

    /** @param own the paragraph of the promise, in which a time may be meant where it is not said */
    static PromisedTerms in(List<Paragraph> scope, Paragraph own, Deadlines deadlines) {
        var places = new ArrayList<Place>();
        Optional<Minutes> minutes = Optional.empty();
        Optional<Long> subscribers = Optional.empty();
        Optional<Long> views = Optional.empty();
        Optional<Deadlines.Read> due = Optional.empty();
        var adaptation = Adaptation.NONE;
        var replay = false;
        Set<String> channels = new LinkedHashSet<>();
        for (var paragraph : scope) {
            var text = paragraph.folded();
            if (minutes.isEmpty()) {
                minutes = minutes(paragraph, places);
            }
            if (due.isEmpty()) {
                due = deadlines.said(paragraph.text(), 0, text.length());
                due.ifPresent(read -> places.add(paragraph.text().place(read.from(), read.to())));
            }
            subscribers = subscribers.or(() -> Amounts.first(SUBSCRIBERS.matcher(text)));
            views = views.or(() -> Amounts.first(VIEWS.matcher(text)));
            adaptation = adaptation == Adaptation.NONE ? adaptation(text) : adaptation;
            replay |= SaidBefore.isReplay(text);
            addChannels(paragraph.text(), channels);
        }
        if (due.isEmpty()) {
            due = deadlines.saidOrMeant(own.text(), 0, own.text().length());
            due.ifPresent(read -> places.add(own.text().place(read.from(), read.to())));
        }
        return new PromisedTerms(
                minutes,
                Languages.in(scope),
                adaptation,
                replay,
                List.copyOf(channels),
                subscribers,
                views,
                due,
                places);
    }

    /** The same of one of several promises of a paragraph. */
    PromisedTerms of(boolean isReplay) {
        return new PromisedTerms(minutes, languages, adaptation, isReplay, channels, subscribers, views, due, places);
    }

    private static Optional<Minutes> minutes(Paragraph paragraph, List<Place> places) {
        var found = MINUTES.matcher(paragraph.folded());
        while (found.find()) {
            var last = found.group(2) == null ? found.group(1) : found.group(2);
            if (Digits.isNumber(found.group(1)) && Digits.isNumber(last)) {
                var one = Digits.value(found.group(1));
                var other = Digits.value(last);
                if (one > 0 && one <= other) {
                    places.add(paragraph.text().place(found.start(), found.end()));
                    return Optional.of(new Minutes(one, other));
                }
            }
        }
        return Optional.empty();
    }

    private static Adaptation adaptation(String text) {
        if (DUB.matcher(text).find()) {
            return Adaptation.DUB;
        }
        return SUBTITLE.matcher(text).find() ? Adaptation.SUBTITLE : Adaptation.NONE;
    }

    /** Where the name of a channel ends at the latest: with a word. */
    private static int limit(Passage passage, int from) {
        var end = from + LONGEST_CHANNEL;
        if (end >= passage.length()) {
            return passage.length();
        }
        var space = passage.text().lastIndexOf(' ', end);
        return space > from ? space : end;
    }

    /** Names of channels as they stand there, one for each that a semicolon or "và trên" parts from the next. */
    private static void addChannels(Passage passage, Set<String> channels) {
        var shown = SHOWN.matcher(passage.folded());
        var from = 0;
        while (channels.size() < MOST_CHANNELS && shown.find(from)) {
            var at = shown.end();
            from = at;
            var more = true;
            while (more && at < passage.length()) {
                var end = CHANNEL_ENDS
                        .matcher(passage.folded())
                        .region(at, limit(passage, at))
                        .useTransparentBounds(true);
                if (!end.find() || end.start() == at) {
                    break;
                }
                var name = passage.plain(at, end.start());
                if (Character.isLetter(passage.text().charAt(at)) && name.length() > 3) {
                    channels.add(Letters.capitalised(name));
                }
                more = AND_ON.matcher(passage.folded())
                        .region(end.start(), passage.length())
                        .lookingAt();
                at = end.end();
                from = at;
            }
        }
    }
}
