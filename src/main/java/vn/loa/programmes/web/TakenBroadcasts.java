package vn.loa.programmes.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Violation;
import vn.loa.programmes.log.WriteLog.Result;
import vn.loa.programmes.log.WriteLog.Taken;

/** What became of entries that were sent for as-run logs. */
@Schema(name = "BroadcastsTaken")
public record TakenBroadcasts(long stored, long known, long refused, List<Item> entries) {
    /**
     * @param result stored, known (it was there already) or refused
     * @param id of the entry in the log; missing when it was refused
     * @param violations why it was refused
     */
    @Schema(name = "BroadcastTaken")
    public record Item(
            String key,
            String result,
            @Nullable Long id,
            @Nullable List<Violation> violations) {}

    static TakenBroadcasts of(List<Taken> taken) {
        return new TakenBroadcasts(
                count(taken, Result.STORED),
                count(taken, Result.KNOWN),
                count(taken, Result.REFUSED),
                taken.stream().map(TakenBroadcasts::item).toList());
    }

    private static long count(List<Taken> taken, Result result) {
        return taken.stream().filter(each -> each.result() == result).count();
    }

    private static Item item(Taken taken) {
        var violations = taken.faults().stream()
                .map(fault -> new Violation(fault.field(), fault.message()))
                .toList();
        return new Item(taken.key(), taken.result().code(), taken.id(), violations.isEmpty() ? null : violations);
    }
}
