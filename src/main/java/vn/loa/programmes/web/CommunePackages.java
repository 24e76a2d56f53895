package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.programmes.desk.CommuneDesk;
import vn.loa.programmes.desk.CommuneDesk.Coming;
import vn.loa.programmes.packages.PackProgramme;
import vn.loa.programmes.packages.PackageView;

/** The part of an officer's first page that is about packages. */
@Named("communePackages")
@RequestScoped
public class CommunePackages {
    @Inject
    private PackProgramme packing;

    @Inject
    private PackageTalk words;

    private LocalDate today = LocalDate.MIN;
    private List<PackageView> all = List.of();
    private List<PackageView> current = List.of();
    private List<Coming> unpacked = List.of();

    void load(CommuneDesk desk) {
        all = Optional.ofNullable(desk.station()).map(packing::list).orElse(List.of());
        today = desk.now().toLocalDate();
        current = all.stream().filter(each -> isCurrent(each, today)).toList();
        unpacked = desk.weeks().stream()
                .filter(Coming::isShown)
                .filter(week -> all.stream().noneMatch(each -> isGood(each) && holds(each, week, today)))
                .toList();
    }

    /** Of days that are not over, and of each span the newest alone. */
    private boolean isCurrent(PackageView one, LocalDate today) {
        return !one.to().isBefore(today)
                && all.stream()
                        .noneMatch(other -> other.id() > one.id()
                                && other.from().equals(one.from())
                                && other.to().equals(one.to())
                                && Objects.equals(other.since(), one.since()));
    }

    /** Whether it is, or will be, what a station plays now. */
    private static boolean isGood(PackageView one) {
        return PackageTalk.isWaiting(one) || one.isThere() && !one.outdated();
    }

    private static boolean holds(PackageView one, Coming week, LocalDate today) {
        return !one.from().isAfter(week.week().ahead(today))
                && !one.to().isBefore(week.week().sunday());
    }

    /** The newest first. */
    public List<PackageView> getCurrent() {
        return current;
    }

    /** Those that can be had. */
    public List<PackageView> getReady() {
        return current.stream()
                .filter(each -> each.isThere() && !each.outdated())
                .toList();
    }

    /** Those by which a station would play what it should not. */
    public List<PackageView> getOutdated() {
        return current.stream()
                .filter(each -> each.withdrawn() || !isReplaced(each))
                .filter(PackageTalk::isStale)
                .toList();
    }

    /** Whether a newer one that is good, even if it only goes on from it, plays what is still to come of its days. */
    private boolean isReplaced(PackageView one) {
        return all.stream()
                .anyMatch(other -> other.id() > one.id()
                        && isGood(other)
                        && !other.from().isAfter(later(one.from(), today))
                        && !other.to().isBefore(one.to()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /** Of the weeks ahead that everybody sees, those of which no package holds what is still to come, as it is now. */
    public List<Coming> getUnpacked() {
        return unpacked;
    }

    /** The newest that the station may have already; null when there is none. */
    public @Nullable PackageView getEarlier() {
        return all.stream()
                .filter(each -> each.sha256() != null && !each.withdrawn())
                .findFirst()
                .orElse(null);
    }

    /** Whether one is being made. */
    public boolean isUnderWay() {
        return current.stream().anyMatch(PackageTalk::isWaiting);
    }

    /** Why one could not be made; empty when it could. */
    public String problem(PackageView one) {
        return words.problem(one);
    }

    /** The days of the package from which one goes on, in words; empty when everything is in it. */
    public String since(PackageView one) {
        return all.stream()
                .filter(each -> Objects.equals(each.id(), one.since()))
                .map(PackageView::name)
                .findFirst()
                .orElse("");
    }
}
