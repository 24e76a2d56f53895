package vn.loa.catalog.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.editorial.Act;

/** What can be done with a product at work, as its page offers it. */
final class WorkActs {
    /** What forms call an act, in the order in which they stand. */
    private static final List<Deed> DEEDS = List.of(
            new Deed(Act.SUBMIT, "gui-duyet", ""),
            new Deed(Act.TAKE_BACK, "lay-ve", ""),
            new Deed(Act.APPROVE, "duyet", ""),
            new Deed(Act.PUBLISH, "dang", ""),
            new Deed(Act.PUT_BACK, "dang-lai", ""),
            new Deed(Act.REVISE, "mo-lai", ""),
            new Deed(Act.SCHEDULE, "hen-gio", "luc"),
            new Deed(Act.UNSCHEDULE, "bo-hen", ""),
            new Deed(Act.RETURN, "tra-lai", "ly-do"),
            new Deed(Act.WITHDRAW, "go", "ly-do"),
            new Deed(Act.ARCHIVE, "cat", ""));

    /** What takes back what was just done. */
    private static final Map<String, Act> UNDO = Map.of(
            "gui-duyet", Act.TAKE_BACK,
            "lay-ve", Act.SUBMIT,
            "hen-gio", Act.UNSCHEDULE,
            "go", Act.PUT_BACK,
            "cat", Act.RETURN);

    /** What forms ask for besides. */
    private static final Set<String> OTHERS = Set.of(
            "uu-tien",
            "giao",
            "duyet-ban",
            "tra-ban",
            "lay-lai-ban",
            "rut-dong-y",
            "lay-ra",
            "da-luu",
            "da-luu-chung",
            "da-tao",
            "da-nhan-ban",
            "da-khoi-phuc");

    private WorkActs() {}

    /** @param name as forms send it; @param field of the form that it needs besides the button; empty when none */
    public record Deed(Act act, String name, String field) {}

    /** Whether forms ask for something by this name. */
    static boolean isDeed(String name) {
        return OTHERS.contains(name)
                || DEEDS.stream().anyMatch(deed -> deed.name().equals(name));
    }

    /** Those of these acts that need nothing but a press, or a word or a time. */
    static List<Deed> possible(Collection<Act> acts, boolean simple) {
        return DEEDS.stream()
                .filter(deed -> acts.contains(deed.act()))
                .filter(deed -> deed.field().isEmpty() == simple)
                .toList();
    }

    /** What takes back what was just done; null when none of these acts does. */
    static @Nullable Deed undoing(String done, Collection<Act> acts) {
        var act = UNDO.get(done);
        return act == null || !acts.contains(act)
                ? null
                : DEEDS.stream().filter(deed -> deed.act() == act).findFirst().orElse(null);
    }
}
