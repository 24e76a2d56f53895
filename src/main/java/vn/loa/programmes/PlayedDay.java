package vn.loa.programmes;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.StationSound;
import vn.loa.programmes.PlannedItem.Heard;

/**
 * What is heard on one day, of what can be heard now.
 *
 * @param holiday what the day is called when it is none of the usual ones; null otherwise
 * @param blocks in order of time, each with at least one thing
 */
public record PlayedDay(LocalDate date, @Nullable String holiday, List<Block> blocks) {
    public PlayedDay {
        blocks = List.copyOf(blocks);
    }

    /**
     * A stretch in which a station is on air.
     *
     * @param extra whether it is none of the usual slots
     */
    public record Block(LocalDateTime begins, LocalDateTime ends, boolean extra, List<Line> lines) {
        public Block {
            lines = List.copyOf(lines);
        }

        /** Whether anything in it presses. */
        public boolean isUrgent() {
            return lines.stream().anyMatch(Line::isUrgent);
        }
    }

    /** Something that is played. */
    public record Line(LocalDateTime at, StationSound sound, ItemPriority priority) {
        public LocalDateTime end() {
            return at.plusSeconds(sound.seconds());
        }

        private Line moved(LocalDateTime moment) {
            return new Line(moment, sound, priority);
        }

        public boolean isUrgent() {
            return priority == ItemPriority.URGENT;
        }
    }

    public static PlayedDay of(
            LocalDate day, StationSettings settings, Schedule schedule, Map<Heard, StationSound> sounds) {
        var lines = schedule.on(day).stream()
                .flatMap(item -> Stream.ofNullable(sounds.get(item.heard()))
                        .map(sound -> new Line(item.at(), sound, item.priority())))
                .toList();
        var urgent = lines.stream().filter(Line::isUrgent).toList();
        var blocks = new ArrayList<Block>();
        var slots = settings.slotsOn(day);
        slots.forEach(slot -> {
            var own = laid(slot, lines, urgent);
            if (!own.isEmpty()) {
                blocks.add(new Block(slot.start(), slot.end(), false, own));
            }
        });
        urgent.stream()
                .filter(line -> slots.stream().noneMatch(slot -> slot.contains(line.at())))
                .forEach(line -> blocks.add(new Block(line.at(), line.end(), true, List.of(line))));
        blocks.sort(Comparator.comparing(Block::begins));
        return new PlayedDay(day, settings.holiday(day).map(Holiday::name).orElse(null), blocks);
    }

    /**
     * Files and slots may have changed since it was published: what has become longer pushes what follows, what has no room any more is left out, and only what is
     * urgent is heard outside of slots.
     */
    private static List<Line> laid(Slot slot, List<Line> lines, List<Line> urgent) {
        var laid = new ArrayList<Line>();
        var free = slot.start();
        for (var line : lines) {
            if (slot.contains(line.at())) {
                var next = line.isUrgent() ? line : line.at().isBefore(free) ? line.moved(free) : line;
                for (var other : urgent) {
                    if (!next.isUrgent()
                            && other.at().isBefore(next.end())
                            && other.end().isAfter(next.at())) {
                        next = next.moved(other.end());
                    }
                }
                if (next.isUrgent() || !next.end().isAfter(slot.end())) {
                    laid.add(next);
                    free = next.end().isAfter(free) ? next.end() : free;
                }
            }
        }
        laid.sort(Comparator.comparing(Line::at));
        return laid;
    }
}
