package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.catalog.AddTrack;
import vn.loa.catalog.Recognition;
import vn.loa.catalog.Recognitions;
import vn.loa.common.Violation;
import vn.loa.media.uploads.UploadLimits;

/** Looks whether the files that a line names are there and can become what they shall be, by what is known without reading them. */
@ApplicationScoped
class CheckFiles {
    private static final int MOST = 100;

    @Inject
    private Recognitions recognitions;

    @Inject
    private AddTrack tracks;

    @Inject
    private UploadLimits limits;

    /**
     * What is known at one look at a sheet.
     *
     * @param known of the files of the products that the lines are about
     * @param rules what is wrong with tracks of a kind, a language and a role; filled as it is asked for
     */
    record Look(ArchiveFiles files, Vocabulary words, KnownFiles.Of known, Map<TrackPlan, List<Violation>> rules) {}

    /** Whether one of them is to be brought in. @param product empty for a new one @param faults those that are found are added */
    boolean look(Optional<String> product, Map<String, String> cells, Look look, List<LineFault> faults) {
        var wishes = FileWish.read(cells.getOrDefault(SheetColumn.FILES.code(), ""));
        if (wishes.size() > MOST) {
            faults.add(fault("files-many", String.valueOf(MOST)));
            return false;
        }
        var isMore = false;
        var paths = new HashSet<String>();
        for (var wish : wishes) {
            if (!paths.add(wish.path())) {
                faults.add(fault("file-twice", wish.path()));
            } else if (!isThere(product, wish, look, faults)) {
                isMore = true;
                look(wish, look, faults);
            }
        }
        return isMore;
    }

    private static boolean isThere(Optional<String> product, FileWish wish, Look look, List<LineFault> faults) {
        if (product.isEmpty()) {
            return false;
        }
        var found = look.files().find(wish.path()).orElse(null);
        try {
            return found != null && FileComparison.isNoted(product.get(), found, look.known())
                    || FileComparison.isNamed(product.get(), wish, found, look.files(), look.known());
        } catch (IOException damaged) {
            faults.add(fault("file-unreadable", wish.path()));
            return true;
        }
    }

    private void look(FileWish wish, Look look, List<LineFault> faults) {
        var found = look.files().find(wish.path());
        if (found.isEmpty()) {
            faults.add(fault(look.files().hasDoubtfulNames() ? "file-missing-names" : "file-missing", wish.path()));
        } else if (found.get().swollen()) {
            faults.add(fault("file-swollen", wish.path()));
        } else if (found.get().length() == 0) {
            faults.add(fault("file-empty", wish.path()));
        } else if (found.get().length() > limits.mostBytes()) {
            faults.add(fault("file-large", wish.path() + " (" + (limits.mostBytes() >> 20) + " MB)"));
        } else {
            plan(wish, look, faults);
        }
    }

    private void plan(FileWish wish, Look look, List<LineFault> faults) {
        try {
            var guess = new Recognition(recognitions.kindOf(wish.name()).orElse(null), "vi", false, null, null);
            var plan = TrackPlan.of(wish, guess, look.words());
            if (plan.kind() == null) {
                faults.add(fault("file-kind", wish.path()));
            }
            look.rules()
                    .computeIfAbsent(plan, none -> tracks.faults(plan.kind(), plan.language(), plan.role()))
                    .forEach(wrong -> faults.add(fault(
                            "file-" + wrong.field(), wish.path() + ": " + said(wrong.field(), wish, look.words()))));
        } catch (LineRefused refused) {
            faults.addAll(refused.faults());
        }
    }

    private static String said(String field, FileWish wish, Vocabulary words) {
        return switch (field) {
            case "language" -> wish.language() + " (" + String.join(", ", words.languages()) + ")";
            case "role" -> wish.role();
            default -> wish.kind();
        };
    }

    private static LineFault fault(String kind, String detail) {
        return new LineFault(SheetColumn.FILES.code(), kind, detail);
    }
}
