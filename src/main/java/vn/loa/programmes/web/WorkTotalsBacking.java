package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.programmes.log.LogFile;
import vn.loa.programmes.log.LogFiles;
import vn.loa.programmes.log.LogSum;
import vn.loa.programmes.log.LogTotals;
import vn.loa.programmes.log.LogTotals.OfPlace;
import vn.loa.programmes.log.LogTotals.Totals;
import vn.loa.programmes.log.StationLog;

/** What the communes of somebody have aired in a month: {@code /quan-tri/lich-phat/nhat-ky}. */
@Named
@RequestScoped
public class WorkTotalsBacking {
    private static final String PATH = Addresses.PROGRAMMES_AT_WORK + "/" + Addresses.LOG_BOOK;
    private static final int MOST_WORKS = 300;

    @Inject
    private LogTotals totals;

    @Inject
    private StationLog log;

    @Inject
    private LogFiles files;

    @Inject
    private LogWords words;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable Totals found;
    private @Nullable LogFile file;

    public void begin() {
        var by = user.require();
        var month = words.asked(log.thisMonth());
        forms.found(() -> Optional.of(totals.of(month, by))).ifPresent(all -> {
            found = all;
            if (visit.parameter("tep").matches("[0-9]{1,18}")) {
                file = files.find(null, Long.parseLong(visit.parameter("tep")), by)
                        .orElse(null);
            }
        });
    }

    public boolean isThere() {
        return found != null;
    }

    public Totals getAll() {
        return Objects.requireNonNull(found, "nobody asked for them");
    }

    /** What was aired most often; the table for spreadsheets has all. */
    public List<LogSum> getWorks() {
        return getAll().works().subList(0, Math.min(MOST_WORKS, getAll().works().size()));
    }

    public @Nullable LogFile getFile() {
        return file;
    }

    /** Whether somebody sent a form for a table without any. */
    public boolean isFileMissing() {
        return visit.parameter("tep").equals(LogFileServlet.NO_FILE);
    }

    /** The log of a commune in the month. */
    public String log(OfPlace place) {
        return words.at(Addresses.PROGRAMMES_AT_WORK + "/" + place.code() + "/" + Addresses.LOG_BOOK, getAll().month());
    }

    public String getBefore() {
        return words.at(PATH, getAll().month().minusMonths(1));
    }

    /** The month after; empty when it has not begun. */
    public String getAfter() {
        return getAll().month().isBefore(log.thisMonth())
                ? words.at(PATH, getAll().month().plusMonths(1))
                : "";
    }

    public String getPaper() {
        return visit.href(Addresses.LOG_FILES + "/tong-hop/" + getAll().month() + ".xlsx");
    }

    /** Where tables are sent. */
    public String getTables() {
        return visit.href(Addresses.LOG_FILES + "/gui");
    }

    public String getBack() {
        return visit.link(Address.of(Addresses.PROGRAMMES_AT_WORK));
    }
}
