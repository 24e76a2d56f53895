package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.catalog.HeardWorks;
import vn.loa.programmes.Communes;
import vn.loa.programmes.ProgrammePolicy;
import vn.loa.programmes.log.Broadcasts.Wanted;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Locality;

/** Corrects entries of the as-run log. What they were before is kept with who changed them and why; what was struck out counts for nothing, and can be taken back. */
@ApplicationScoped
@Transactional
public class CorrectBroadcast {
    /** Of why, in characters. */
    public static final int LONGEST_REASON = 300;

    /** Code of why, where whoever told something takes it back at once. */
    static final String TAKEN_BACK = "undo";

    @Inject
    private Communes communes;

    @Inject
    private Broadcasts broadcasts;

    @Inject
    private HeardWorks works;

    @Inject
    private Languages languages;

    @Inject
    private JudgeEntries judge;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * What an entry shall say.
     *
     * @param entry its key and place are not looked at
     * @param strike whether it was written by mistake, and counts for nothing
     * @param reason why it is corrected
     */
    public record Correction(LogEntry entry, boolean strike, String reason) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /** There is no such entry. */
        record Unknown() implements Outcome {}

        /** Somebody has corrected it since it was read. */
        record Stale() implements Outcome {}

        /** It said just that. */
        record Same() implements Outcome {}

        /** Nobody said why. */
        record NoReason() implements Outcome {}

        /** @param faults at least one */
        record Refused(List<LogFault> faults) implements Outcome {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /** @param version that was read @throws vn.loa.accounts.NotPermitted unless they plan the programme of its commune */
    public Outcome correct(long id, long version, Correction correction, Actor by) {
        // As those who write take them: first the log of the commune, then its entries.
        broadcasts.place(id).ifPresent(place -> broadcasts.await(List.of(place)));
        var found = broadcasts.lock(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var broadcast = found.get();
        ProgrammePolicy.require(by, broadcast.locality());
        if (broadcast.version() != version) {
            return new Outcome.Stale();
        }
        if (correction.reason().isBlank() || correction.reason().length() > LONGEST_REASON) {
            return new Outcome.NoReason();
        }
        var entry = correction.entry();
        var work = works.at(List.of(entry.product())).stream().findFirst();
        var spoken =
                languages.find(entry.language()).filter(Language::isContent).isPresent();
        var faults = new ArrayList<>(JudgeEntries.faults(entry, clock.instant()));
        // The portal may have named a voice that is there no more.
        faults.addAll(JudgeEntries.faults(
                entry,
                work.orElse(null),
                spoken,
                JudgeEntries.isOfProgramme(broadcast.origin(), broadcast.isOfProgramme())));
        if (work.filter(known -> entry.at().isBefore(known.since())).isPresent()) {
            faults.add(LogFault.BEFORE);
        }
        if (correction.strike()) {
            // What was written by mistake can say what cannot be.
            faults.removeAll(List.of(LogFault.UNHEARD, LogFault.BEFORE));
        } else if (work.isPresent() && judge.isLonger(entry)) {
            faults.add(LogFault.LONGER);
        }
        if (!faults.isEmpty() || work.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        var seconds = entry.seconds() == null ? broadcast.aired().seconds() : entry.seconds();
        var aired =
                new Aired(work.get().product(), entry.language(), entry.at(), seconds, entry.outcome(), entry.note());
        if (broadcast.says(aired, correction.strike())) {
            return new Outcome.Same();
        }
        if (!correction.strike() && overlaps(broadcast, aired)) {
            return new Outcome.Refused(List.of(LogFault.OVERLAP));
        }
        if (!correction.strike() && collides(broadcast, aired)) {
            return new Outcome.Refused(List.of(LogFault.OTHER));
        }
        broadcasts.add(broadcast.correct(aired, correction.strike(), correction.reason(), clock.instant(), by.name()));
        audit.record(
                by,
                correction.strike() ? "strike-broadcast" : "correct-broadcast",
                "broadcast",
                id,
                broadcast.locality().addressName(),
                correction.reason());
        broadcasts.flush();
        return new Outcome.Done();
    }

    /**
     * Strikes out several entries of one commune.
     *
     * @param unit name of the commune in addresses
     * @param versions that were read, by ids; what somebody has corrected since is passed over, as is what is struck out already
     * @param reason why; not blank, and no longer than {@value #LONGEST_REASON}
     * @return how many were struck out
     * @throws vn.loa.accounts.NotPermitted unless they plan the programme of the commune
     */
    public long strike(String unit, Map<Long, Long> versions, String reason, Actor by) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("Nobody says why");
        }
        return strike(
                unit,
                versions.keySet(),
                each -> each.version() == versions.getOrDefault(each.requireId(), -1L),
                reason,
                by);
    }

    /** Takes back what somebody has lately told, as far as nobody has corrected it since. @param ids of entries; those that others have told are passed over @return how many were struck out */
    public long takeBack(String unit, Collection<Long> ids, Actor by) {
        return strike(
                unit, ids, each -> each.isAsToldBy(by.name()) || isLastBy(each, by, "again"::equals), TAKEN_BACK, by);
    }

    private boolean isLastBy(Broadcast entry, Actor by, Predicate<String> reason) {
        return broadcasts
                .lastChange(entry)
                .filter(last -> last.madeBy().equals(by.name()) && reason.test(last.reason()))
                .isPresent();
    }

    /**
     * Takes back that somebody has lately struck out entries of one commune, as far as nobody has corrected them since, and nothing is told that cannot be beside them.
     *
     * @param ids of entries; those that others have struck out are passed over
     * @return how many count again
     * @throws vn.loa.accounts.NotPermitted unless they plan the programme of the commune
     */
    public long restore(String unit, Collection<Long> ids, Actor by) {
        return communes.of(unit, by)
                .map(place -> {
                    broadcasts.await(List.of(Communes.id(place)));
                    var now = clock.instant();
                    var restored = ids.stream()
                            .sorted()
                            .limit(WriteLog.MOST)
                            .flatMap(id -> broadcasts.lock(id).stream())
                            .filter(each -> Communes.id(each.locality()) == Communes.id(place) && each.isStruck())
                            .filter(each -> isLastBy(each, by, reason -> !reason.equals(TAKEN_BACK)))
                            .filter(each -> !overlaps(each, each.aired()) && !collides(each, each.aired()))
                            .toList();
                    restored.forEach(each -> {
                        broadcasts.add(each.correct(each.aired(), false, TAKEN_BACK, now, by.name()));
                        audit.record(
                                by,
                                "correct-broadcast",
                                "broadcast",
                                each.requireId(),
                                place.addressName(),
                                TAKEN_BACK);
                    });
                    broadcasts.flush();
                    return (long) restored.size();
                })
                .orElse(0L);
    }

    private long strike(String unit, Collection<Long> ids, Predicate<Broadcast> these, String reason, Actor by) {
        return communes.of(unit, by)
                .map(place -> strike(place, ids, these, reason, by))
                .orElse(0L);
    }

    private long strike(Locality place, Collection<Long> ids, Predicate<Broadcast> these, String reason, Actor by) {
        broadcasts.await(List.of(Communes.id(place)));
        var now = clock.instant();
        var struck = ids.stream()
                .sorted()
                .limit(WriteLog.MOST)
                .flatMap(id -> broadcasts.lock(id).stream())
                .filter(each ->
                        Communes.id(each.locality()) == Communes.id(place) && !each.isStruck() && these.test(each))
                .toList();
        struck.forEach(each -> {
            broadcasts.add(each.correct(each.aired(), true, reason, now, by.name()));
            audit.record(by, "strike-broadcast", "broadcast", each.requireId(), place.addressName(), reason);
        });
        broadcasts.flush();
        return struck.size();
    }

    /** Whether it says more than before that cannot be beside something else: a note may be mended all the same. */
    private boolean collides(Broadcast broadcast, Aired aired) {
        var place = Communes.id(broadcast.locality());
        return broadcasts.others(List.of(new Wanted(place, broadcast.key(), aired, null))).values().stream()
                .flatMap(List::stream)
                .filter(each -> !each.equals(broadcast))
                .anyMatch(each -> each.aired().collides(aired)
                        && (broadcast.isStruck() || !each.aired().collides(broadcast.aired())));
    }

    private boolean overlaps(Broadcast broadcast, Aired aired) {
        var place = Communes.id(broadcast.locality());
        return broadcasts.during(List.of(new Wanted(place, broadcast.key(), aired, null))).values().stream()
                .flatMap(List::stream)
                .anyMatch(each -> !each.equals(broadcast) && each.aired().overlaps(aired));
    }
}
