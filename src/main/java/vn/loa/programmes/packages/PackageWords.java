package vn.loa.programmes.packages;

import java.time.LocalDate;
import vn.loa.common.Messages;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;
import vn.loa.common.Wording;
import vn.loa.programmes.FoundDays.Lost;
import vn.loa.programmes.PlayedDay;
import vn.loa.programmes.packages.PackageContent.Item;

/** What is written in a package for people: in Vietnamese, whoever asks for it, since it is read where it is played. */
final class PackageWords {
    /** What languages are called begins with it. */
    private static final String SPOKEN = "Tiếng ";

    private static final String STANDS_IN = "*";

    private final PackageContent content;
    private final Messages messages = Messages.in(Texts.FALLBACK);
    private final Wording words = new Wording(messages);

    PackageWords(PackageContent content) {
        this.content = content;
    }

    String text(String key, Object... arguments) {
        return arguments.length == 0 ? messages.text(key) : messages.text(key, arguments);
    }

    Wording wording() {
        return words;
    }

    /** The commune, within a sentence. */
    String place() {
        return words.unit(content.span().place());
    }

    String days() {
        return words.days(content.from(), content.to());
    }

    /** {@code Lịch phát thanh xã Lũng Nặm}. */
    String title() {
        return text("programme.title", place());
    }

    /** {@code Thứ hai, 23/11/2026}. */
    String day(LocalDate day) {
        return words.weekday(day);
    }

    /** A day, with what is celebrated on it. */
    String heading(PlayedDay played) {
        var holiday = played.holiday();
        return day(played.date()) + (holiday == null ? "" : " – " + holiday);
    }

    /** Before what is urgent; empty before anything else. */
    String urgent(Item item) {
        return item.line().isUrgent() ? text("programme.priority.urgent") + ": " : "";
    }

    /** A stretch on air: {@code 05:30 – 06:00}. Outside of slots each thing has a moment of its own, beside it. */
    String slot(PlayedDay.Block block) {
        return block.extra() ? text("programme.extra") : words.time(block.begins()) + " – " + words.time(block.ends());
    }

    /** What is heard, on one line. */
    String title(Item item) {
        return PlainText.line(item.sound().title().in(Texts.FALLBACK));
    }

    /** In which language it is heard, and whether it only stands in for that. */
    String language(Item item) {
        var name = content.language(item.sound().language());
        return item.sound().standIn() ? name + ", " + text("programme.stand-in") : name;
    }

    /** The same where there is little room: {@code Mông}, with a mark on what only stands in. */
    String shortly(Item item) {
        var name = content.language(item.sound().language());
        return (name.startsWith(SPOKEN) ? name.substring(SPOKEN.length()) : name)
                + (item.sound().standIn() ? STANDS_IN : "");
    }

    /** What the mark is that is on some of what is played; empty when it is on nothing. */
    String marks() {
        return content.days().stream()
                        .flatMap(day -> day.parts().stream())
                        .flatMap(part -> part.items().stream())
                        .anyMatch(item -> item.sound().standIn())
                ? STANDS_IN + " " + text("programme.stand-in")
                : "";
    }

    /** Both. */
    String line(Item item) {
        return title(item) + " (" + language(item) + ")";
    }

    /** Something that is planned and not played. */
    String line(Lost left) {
        return words.second(left.at()) + " " + words.numbers(left.at().toLocalDate()) + "  "
                + PlainText.line(left.title().in(Texts.FALLBACK)) + " (" + content.language(left.language()) + ")";
    }

    /** {@code 3:25}. */
    String length(Item item) {
        return words.clock(item.sound().seconds() * 1000L);
    }
}
