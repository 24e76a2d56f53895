package vn.loa.programmes.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PublicAddress;
import vn.loa.common.Texts;
import vn.loa.programmes.FoundDays;
import vn.loa.programmes.PublicProgrammes.Span;
import vn.loa.programmes.PublishedDays;
import vn.loa.programmes.Week;
import vn.loa.taxonomy.Taxonomies;

/** Finds out what a package would hold now. Within the transaction of who asks; in a constant number of statements. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PackageContents {
    @Inject
    private PublishedDays published;

    @Inject
    private StationPackages packages;

    @Inject
    private SignPackages signing;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private PublicAddress portal;

    /** @param since a package that the station has; null for none */
    PackageContent of(FoundDays.Whole whole, LocalDate from, LocalDate to, @Nullable StationPackage since) {
        return PackageContent.of(
                whole.span(),
                from,
                to,
                portal.root(),
                signing.current().id(),
                since == null ? null : new EarlierPackage(since.requireId(), since.name(), since.sounds()),
                languages(),
                whole.left());
    }

    /** What one that somebody wanted would hold now; empty when it cannot be made any more. */
    Optional<PackageContent> of(StationPackage wanted) {
        return published.between(wanted.station(), wanted.from(), wanted.to()) instanceof FoundDays.Whole whole
                ? Optional.of(of(
                        whole,
                        wanted.from(),
                        wanted.to(),
                        wanted.since().flatMap(packages::find).orElse(null)))
                : Optional.empty();
    }

    /** A week as files beside each other. @param folder of the sounds, seen from the one above that of the week */
    PackageContent beside(Span span, Week week, String folder) {
        return PackageContent.beside(
                span,
                week.monday(),
                week.sunday(),
                portal.root(),
                signing.current().id(),
                languages(),
                folder);
    }

    private Map<String, String> languages() {
        return taxonomies.languages().stream()
                .collect(Collectors.toMap(
                        each -> each.code(), each -> each.label().in(Texts.FALLBACK)));
    }
}
