package vn.loa.programmes.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.loa.programmes.PublishedDays;
import vn.loa.programmes.Week;

/** Reads what a system is sent of a week. Within the transaction of who asks, in a constant number of statements. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReadWeekFiles {
    @Inject
    private PublishedDays published;

    @Inject
    private PackageContents contents;

    @Inject
    private SignPackages signing;

    /** As everybody may hear it now. @param station its id @return empty when there is no such station */
    public Optional<WeekFiles> of(long station, Week week) {
        return published
                .heard(station, week)
                .map(heard -> new WeekFiles(
                        contents.beside(heard.span(), week, WeekFiles.folder()),
                        week,
                        heard.left(),
                        signing.current()));
    }
}
