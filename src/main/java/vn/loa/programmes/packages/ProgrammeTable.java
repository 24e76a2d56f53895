package vn.loa.programmes.packages;

import vn.loa.common.Csv;
import vn.loa.common.Texts;
import vn.loa.programmes.packages.PackageContent.Day;
import vn.loa.programmes.packages.PackageContent.Item;
import vn.loa.programmes.packages.PackageContent.Part;

/** Writes what is in a package as a table for spreadsheets, a row for each thing that is played. */
final class ProgrammeTable {
    private final PackageWords words;
    private final StringBuilder rows = new StringBuilder(Csv.MARK);
    private int number;

    private ProgrammeTable(PackageContent content) {
        this.words = new PackageWords(content);
    }

    static String of(PackageContent content) {
        var table = new ProgrammeTable(content);
        table.head();
        content.days()
                .forEach(day -> day.parts().forEach(part -> part.items().forEach(item -> table.row(day, part, item))));
        return table.rows.toString();
    }

    private void head() {
        rows.append(Csv.row(
                words.text("package.column.number"),
                words.text("package.column.day"),
                words.text("package.column.slot"),
                words.text("package.column.begins"),
                words.text("package.column.ends"),
                words.text("package.column.length"),
                words.text("package.column.title"),
                words.text("package.column.genre"),
                words.text("package.column.language"),
                words.text("package.column.priority"),
                words.text("package.column.file"),
                words.text("package.column.sha256")));
    }

    private void row(Day day, Part part, Item item) {
        var wording = words.wording();
        rows.append(Csv.row(
                Integer.toString(++number),
                day.played().date().toString(),
                wording.time(part.block().begins()) + "-"
                        + wording.time(part.block().ends()),
                wording.second(item.line().at()),
                wording.second(item.line().end()),
                words.length(item),
                words.title(item),
                item.sound().genreLabel().in(Texts.FALLBACK),
                words.language(item),
                words.text("programme.priority." + item.line().priority().code()),
                item.path(),
                item.sound().sha256()));
    }
}
