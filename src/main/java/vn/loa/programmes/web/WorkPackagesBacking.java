package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.Week;
import vn.loa.programmes.WorkStations;
import vn.loa.programmes.WorkStations.View;
import vn.loa.programmes.packages.PackProgramme;
import vn.loa.programmes.packages.PackageState;
import vn.loa.programmes.packages.PackageView;
import vn.loa.programmes.packages.SignPackages;

/** Packages of a station without internet, for whoever looks after it: {@code /quan-tri/lich-phat/{code}/goi}. */
@Named
@RequestScoped
public class WorkPackagesBacking {
    private static final String KEYS = "/api/v1/package-keys/";

    /** What the file system of most sticks takes as one file. */
    private static final long LARGEST_OF_STICKS = (4L << 30) - 1;

    @Inject
    private PackProgramme packing;

    @Inject
    private SignPackages signing;

    @Inject
    private WorkStations stations;

    @Inject
    private PackageTalk words;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable View station;
    private List<PackageView> packages = List.of();
    private List<String> lost = List.of();
    private String key = "";

    public void begin() {
        var by = user.require();
        var code = visit.route("code");
        var found = forms.found(
                () -> packing.list(code, by).isPresent() ? stations.find(code, by) : Optional.<View>empty());
        if (found.isEmpty()) {
            return;
        }
        station = found.get();
        if (forms.isTaken()) {
            take();
        }
        packages = packing.list(code, by).orElse(List.of());
        key = signing.now().id();
    }

    private void take() {
        var from = Days.find(sent.line("tu"));
        var to = Days.find(sent.line("den"));
        if (from.isEmpty() || to.isEmpty()) {
            sent.refuse(visit.text("package.refused.day"));
            return;
        }
        var days = ChronoUnit.DAYS.between(from.get(), to.get()) + 1;
        if (days < 1 || days > PackProgramme.MOST_DAYS) {
            sent.refuse(visit.text("package.refused.days"));
            return;
        }
        try {
            var outcome = packing.want(
                    getStation().code(), from.get(), to.get(), Math.max(0, sent.number("co")), user.require());
            words.tell(outcome);
            lost = words.lost(outcome);
        } catch (NotPermitted others) {
            sent.forbid(visit.text("programme.not-permitted"));
        }
    }

    public boolean isThere() {
        return station != null;
    }

    public View getStation() {
        return Objects.requireNonNull(station, "there is no such unit");
    }

    /** The newest first. */
    public List<PackageView> getPackages() {
        return packages;
    }

    /** Those that a station may have already. */
    public List<PackageView> getEarlier() {
        return packages.stream()
                .filter(each -> each.sha256() != null && !each.withdrawn())
                .toList();
    }

    /** What cannot be played, in words. */
    public List<String> getLost() {
        return lost;
    }

    /** Whether one is being made. */
    public boolean isUnderWay() {
        return packages.stream().anyMatch(each -> each.state() == PackageState.WAITING);
    }

    /** Why it could not be made; empty when it could. */
    public String problem(PackageView view) {
        return words.problem(view);
    }

    /** Whether many sticks do not take it as one file. */
    public boolean isFat(PackageView view) {
        return view.isThere() && view.bytes() > LARGEST_OF_STICKS;
    }

    /** The name of the package that it goes on from; empty when everything is in it. */
    public String since(PackageView view) {
        var since = view.since();
        return since == null ? "" : name(since);
    }

    private String name(long id) {
        return packages.stream()
                .filter(each -> each.id() == id)
                .map(PackageView::name)
                .findFirst()
                .orElse("#" + id);
    }

    /** The first day in the form. */
    public String getFrom() {
        return sent.isSent() ? sent.line("tu") : chosen().monday().toString();
    }

    /** The last one. */
    public String getTo() {
        return sent.isSent() ? sent.line("den") : chosen().sunday().toString();
    }

    private Week chosen() {
        return Week.find(visit.parameter(Addresses.WEEK)).orElseGet(stations::thisWeek);
    }

    /** Id of the key that signs. */
    public String getKey() {
        return key;
    }

    /** Where it can be had. */
    public String getKeyFile() {
        return KEYS + key + ".pem";
    }

    public String getBack() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getStation().code()));
    }

    public String getAction() {
        return visit.getAddress().toString();
    }
}
