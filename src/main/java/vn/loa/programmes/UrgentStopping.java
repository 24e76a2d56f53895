package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.TimeSource;
import vn.loa.programmes.PlannedItem.Heard;

/** Takes something urgent that stations may still be heard playing out of a programme, of what everybody sees and of what is worked on. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class UrgentStopping {
    /** Code of such changes. */
    private static final String REASON = "stop";

    /** Stations ask so often. */
    private static final int LEARNED_MINUTES = 1;

    @Inject
    private Programmes programmes;

    @Inject
    private ProgrammeWriting writing;

    @Inject
    private Clock clock;

    /** @param programme locked @param note what it was @return whether there was any of it */
    boolean stop(Programme programme, Predicate<PlannedItem> these, Actor by, @Nullable String note) {
        var now = now();
        var shared = programme.isShownAsItIs();
        var worked = programme.edition();
        var shown = programme.published().flatMap(number -> without(programme, number, these, now));
        var draft = shared ? Optional.<Stopped>empty() : without(programme, worked, these, now);
        if (shown.isEmpty() && draft.isEmpty()) {
            return false;
        }
        shown.ifPresent(left ->
                left.stopped().forEach(item -> programmes.add(new StoppedEmergency(programme.station(), item))));
        shown.ifPresent(left -> {
            programme.show(writing.write(programme, left.from(), left.schedule(), REASON, by, note)
                    .number());
            if (!shared) {
                programme.workOn(worked);
            }
        });
        draft.ifPresent(left -> writing.write(programme, left.from(), left.schedule(), REASON, by, note));
        writing.told();
        if (shown.isPresent()) {
            writing.changed(programme, true);
        }
        return true;
    }

    /** Stops what the last change has put in, if that was something urgent that stations may still be heard playing. */
    boolean takeBack(Programme programme, Actor by) {
        var last = programmes
                .edition(programme, programme.edition())
                .filter(edition -> edition.reason().equals(InsertUrgently.REASON));
        if (last.isEmpty()) {
            return false;
        }
        var before = last.get()
                .previous()
                .flatMap(number -> programmes.edition(programme, number))
                .map(edition -> urgent(edition.schedule()))
                .orElse(Set.of());
        var added = new HashSet<>(urgent(last.get().schedule()));
        added.removeAll(before);
        return stop(programme, item -> added.contains(item.heard()), by, null);
    }

    private static Set<Heard> urgent(Schedule schedule) {
        return schedule.items().stream()
                .filter(PlannedItem::isUrgent)
                .map(PlannedItem::heard)
                .collect(Collectors.toSet());
    }

    /** @param stopped what was taken out @param schedule what is left @param from number of the edition as it was without that; null when none is kept */
    private record Stopped(
            Set<PlannedItem> stopped,
            Schedule schedule,
            @Nullable Integer from) {}

    private Optional<Stopped> without(
            Programme programme, int number, Predicate<PlannedItem> these, LocalDateTime now) {
        return programmes.edition(programme, number).flatMap(edition -> {
            var stopped = edition.schedule().items().stream()
                    .filter(item -> item.mayPress(now) && these.test(item))
                    .collect(Collectors.toSet());
            if (stopped.isEmpty()) {
                return Optional.empty();
            }
            var before = before(programme, edition, stopped);
            var slots = programme.station().settings().slotsOf(programme.week());
            return Optional.of(new Stopped(
                    stopped,
                    UrgentRemoval.from(
                            edition.schedule(),
                            stopped,
                            before.map(ProgrammeEdition::schedule).orElse(Schedule.empty()),
                            now.plusMinutes(LEARNED_MINUTES),
                            slots),
                    before.map(ProgrammeEdition::number).orElse(null)));
        });
    }

    /** The latest edition on the way back from one in which nothing of that was. */
    private Optional<ProgrammeEdition> before(Programme programme, ProgrammeEdition edition, Set<PlannedItem> stopped) {
        var each = Optional.of(edition);
        while (each.isPresent() && each.get().schedule().items().stream().anyMatch(stopped::contains)) {
            each = each.get().previous().flatMap(number -> programmes.edition(programme, number));
        }
        return each;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(TimeSource.ZONE)).truncatedTo(ChronoUnit.SECONDS);
    }
}
