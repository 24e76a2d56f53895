package vn.loa.programmes;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.common.Sha256;

/** Tells whether a slot is as somebody has read it, whatever was done to others of the week. */
final class SlotMark {
    private static final int DIGITS = 16;

    private SlotMark() {}

    static String of(List<PlannedItem> items) {
        return of(items.stream()
                .map(item -> item.at() + " " + item.product() + " " + item.language() + " "
                        + item.priority().code()));
    }

    static String ofLines(List<WorkWeek.Line> lines) {
        return of(lines.stream()
                .map(line -> line.at() + " " + line.product() + " " + line.language() + " "
                        + line.priority().code()));
    }

    private static String of(Stream<String> said) {
        return Sha256.hex(said.collect(Collectors.joining("\n"))).substring(0, DIGITS);
    }
}
