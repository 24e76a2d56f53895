package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.programmes.Communes;
import vn.loa.programmes.ProgrammePolicy;
import vn.loa.taxonomy.Locality;

/** Remembers what came of tables of broadcasts, for those who brought them in. */
@ApplicationScoped
@Transactional
public class LogFiles {
    @Inject
    private Communes places;

    @Inject
    private BroadcastFiles files;

    @Inject
    private Clock clock;

    /** @param unit name of a commune in addresses; null for several @throws NotPermitted unless they keep its log, or those of several */
    public void require(@Nullable String unit, Actor by) {
        if (unit == null) {
            ProgrammePolicy.requireOverseer(by);
        } else if (places.of(unit, by).isEmpty()) {
            throw new NotPermitted(by, "keep the log of " + unit);
        }
    }

    long keep(@Nullable String unit, String name, LogFile outcome, Actor by) {
        var file = new BroadcastFile(
                unit == null ? null : places.find(unit).orElse(null), name, outcome, clock.instant(), by.name());
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
