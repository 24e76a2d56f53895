package vn.loa.programmes;

import java.time.LocalDateTime;
import java.util.ArrayList;
import vn.loa.programmes.EditProgramme.Mode;

/**
 * A week that was planned by rule.
 *
 * @param left how many things that should have stayed have no place any more, or cannot be played
 */
record Planning(Schedule schedule, int left) {
    /** What has begun stays as it is. Pure. */
    static Planning of(Schedule before, Ground ground, Mode mode, LocalDateTime now) {
        return of(before, ground, ground.stock(), mode, now);
    }

    /** The same where what can be played by the rule of the station is known. */
    static Planning of(Schedule before, Ground ground, Stock stock, Mode mode, LocalDateTime now) {
        var ahead = Ahead.of(before, ground.slots(), now);
        var wanted = before.items().stream()
                .filter(item ->
                        !ahead.past().contains(item) && (mode == Mode.FILL || item.priority() != ItemPriority.NORMAL))
                .toList();
        var kept = wanted.stream().flatMap(item -> ground.now(item).stream()).toList();
        var heard = new ArrayList<>(ground.heard());
        heard.addAll(ahead.past());
        var packed = ProgrammePlanner.packed(ahead.slots(), kept, heard);
        var planned = ProgrammePlanner.fill(packed, heard, stock);
        var stayed = packed.stream().mapToInt(slot -> slot.items().size()).sum();
        return new Planning(ahead.with(planned), wanted.size() - stayed);
    }
}
