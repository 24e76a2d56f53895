package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Role;
import vn.loa.catalog.LanguageMatrix;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;

/** Where each cell of a {@link LanguageMatrix} leads to: the work that is to be done for it. */
@Named
@RequestScoped
public class LanguageCells {
    private static final Set<String> WRITTEN = Set.of("subtitle", "transcript");

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    /** Where to go for what this cell says; null when there is nothing for them to do or to look at. */
    public @Nullable String path(LanguageMatrix matrix, LanguageMatrix.Row row, LanguageMatrix.Cell cell) {
        return cell.isIdle() ? null : path(matrix, row, cell.part(), cell.state(), cell.track());
    }

    /** The same for what waits beside it. */
    public @Nullable String nextPath(LanguageMatrix matrix, LanguageMatrix.Row row, LanguageMatrix.Cell cell) {
        return cell.next() == null ? null : path(matrix, row, cell.part(), cell.next(), cell.nextTrack());
    }

    private @Nullable String path(
            LanguageMatrix matrix, LanguageMatrix.Row row, String part, String state, @Nullable Long track) {
        var product = Addresses.WORK_LIST + "/" + matrix.slug();
        var isEditor = user.require().is(Role.EDITOR);
        if (track != null) {
            // What was sent back is mended where it is written.
            return visit.href(
                    isEditor && state.equals("rejected") && WRITTEN.contains(part)
                            ? product + "/phu-de/" + track
                            : product + "#ban-" + track);
        }
        if (!isEditor) {
            return null;
        }
        return switch (part) {
            case "summary" -> visit.href(product + "/sua#tom-tat-" + row.code());
            case "subtitle" -> visit.href(product + "/phu-de/" + row.code());
            // The page of files takes what is dropped on it for this, whatever it is called.
            default -> visit.href(product + "/" + Addresses.FILES + "?loai=" + part + "&tieng=" + row.code());
        };
    }

    /** Whether this cell waits for whoever looks. */
    public boolean waits(LanguageMatrix.Row row, LanguageMatrix.Cell cell) {
        return row.mine() && ("ready".equals(cell.state()) || "ready".equals(cell.next()));
    }
}
