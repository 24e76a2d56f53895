package vn.loa.subtitles;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.loa.subtitles.SubtitleWarning.Kind;

/** Warnings as they come up, of each kind no more than somebody reads. */
final class Warnings {
    /** Who has more than that has one thing to put right everywhere. */
    static final int MOST_OF_A_KIND = 100;

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<SubtitleWarning> kept = new ArrayList<>();

    void add(SubtitleWarning warning) {
        if (counts.merge(warning.kind(), 1, Integer::sum) <= MOST_OF_A_KIND) {
            kept.add(warning);
        }
    }

    /** In the order in which they came; how many more there are comes last. */
    List<SubtitleWarning> list() {
        var all = counts.values().stream().mapToInt(Integer::intValue).sum();
        var list = new ArrayList<>(kept);
        if (all > kept.size()) {
            list.add(SubtitleWarning.whole(Kind.MORE, all - kept.size()));
        }
        return list;
    }
}
