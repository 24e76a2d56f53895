package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Remembers what came of tables of broadcasts, for those who brought them in. */
@ApplicationScoped
@Transactional
public class LogFiles {
    @Inject
    private Localities localities;

    @Inject
    private BroadcastFiles files;

    @Inject
    private Clock clock;

    /** @param unit name of a commune in addresses; null for several @throws NotPermitted unless they keep its log, or those of several */
    public void require(@Nullable String unit, Actor by) {
        if (unit == null) {
            ProgrammePolicy.requireOverseer(by);
        } else {
            ProgrammePolicy.requirePlanner(by);
            ProgrammePolicy.require(by, place(unit).orElseThrow(() -> new NotPermitted(by, "keep the log of " + unit)));
        }
    }

    private Optional<Locality> place(String unit) {
        return localities.find(unit).filter(known -> !Station.isTemplate(known));
    }

    long keep(@Nullable String unit, String name, LogFile outcome, Actor by) {
        var file = new BroadcastFile(
                unit == null ? null : place(unit).orElse(null), name, outcome, clock.instant(), by.name());
        files.add(file);
        return file.requireId();
    }

    /** What came of one. Somebody's own alone. @return empty when there is none with this id on this page */
    public Optional<LogFile> find(@Nullable String unit, long id, Actor by) {
        require(unit, by);
        return files.find(id)
                .filter(file -> file.madeBy().equals(by.name()))
                .filter(file -> file.locality().map(Locality::addressName).equals(Optional.ofNullable(unit)))
                .map(BroadcastFile::outcome);
    }
}
