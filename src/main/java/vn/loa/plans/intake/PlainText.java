package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.List;

/** The way in for a text without any layout: lines of a page, or what a converter wrote as Markdown. */
public final class PlainText {
    private PlainText() {}

    /** Each line is a block, empty ones too, so that the index of a block is the number of the line, from 0. A form feed begins a page. */
    public static List<IntakeBlock> blocks(String text) {
        var blocks = new ArrayList<IntakeBlock>();
        var page = text.indexOf('\f') < 0 ? 0 : 1;
        for (var from = 0; from <= text.length(); ) {
            var end = text.indexOf('\n', from);
            var to = end < 0 ? text.length() : end;
            var line = text.substring(from, to);
            page += (int) line.chars().filter(c -> c == '\f').count();
            blocks.add(new IntakeBlock(line, IntakeBlock.Kind.LINE, false, false, false, page));
            from = to + 1;
        }
        return blocks;
    }
}
