package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.loa.accounts.Actor;
import vn.loa.catalog.WorkExports;
import vn.loa.catalog.WorkExports.Work;
import vn.loa.catalog.WorkFilter;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.media.BlobStore;
import vn.loa.taxonomy.Taxonomies;

/**
 * Gives products out as the sheet by which they can be brought in: brought in again, it changes nothing. With their files as an archive, too. What people shown have said about themselves is in none of it. Everything is
 * written as it is read, so that memory does not grow with it.
 */
@ApplicationScoped
public class ExportWorks {
    private static final Logger LOG = System.getLogger(ExportWorks.class.getName());
    private static final String SHEET = "san-pham.xlsx";
    private static final int AT_ONCE = 50;

    @Inject
    private WorkExports works;

    @Inject
    private ArchiveKeys archiveKeys;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private BlobStore blobs;

    @Inject
    private RunSteps steps;

    /** As what a list is given out. */
    public enum Form {
        CSV,
        XLSX,
        /** A workbook with the files that it names. */
        ZIP
    }

    /** A list that is given out. */
    @FunctionalInterface
    public interface Given {
        /** @param out left open */
        void to(OutputStream out) throws IOException;
    }

    /**
     * Not within a transaction. Who is handed files is written down before the first byte.
     *
     * @param asked how the list was narrowed, for the audit trail
     * @param words in which whoever asks reads what kinds, roles and states are called
     * @return empty when the files are more than {@link WorkExports#MOST_BYTES} together
     * @throws vn.loa.accounts.NotPermitted when it is not theirs to see what is not public, or to be handed files
     */
    public Optional<Given> list(WorkFilter filter, Form form, String asked, Messages words, Actor by) {
        var ids = works.ids(filter, by);
        if (form == Form.ZIP) {
            var bytes = works.bytes(ids, by);
            if (bytes > WorkExports.MOST_BYTES) {
                return Optional.empty();
            }
            steps.handedOut(by, SHEET, "%d works, %d bytes, %s".formatted(ids.size(), bytes, asked));
        }
        return Optional.of(out -> {
            if (form == Form.ZIP) {
                archive(ids, words, by, out);
            } else {
                sheet(ids, words, by, false, form == Form.CSV ? new CsvWriter(out) : new XlsxWriter(out));
            }
        });
    }

    /** The sheet without products, with a line that shows how one is written. @param words of the language in which it is explained */
    public void template(Form form, Messages words, OutputStream out) throws IOException {
        var guide = new SheetGuide(words);
        try (var writer = form == Form.CSV ? new CsvWriter(out) : new XlsxWriter(out)) {
            var columns = SheetColumn.all(new Vocabulary(taxonomies).written());
            writer.head(columns.stream().map(SheetColumn.Cell::header).toList());
            writer.row(columns.stream().map(guide::example).toList());
            writer.explain(guide.title(), guide.rows(columns, taxonomies));
        }
    }

    /** @param isWithFiles whether those that it names come with it, as far as they may */
    private void sheet(List<Long> ids, Messages words, Actor by, boolean isWithFiles, SheetWriter writer)
            throws IOException {
        try (writer) {
            var columns = SheetColumn.all(new Vocabulary(taxonomies).written());
            writer.head(columns.stream().map(SheetColumn.Cell::header).toList());
            each(
                    ids,
                    by,
                    (work, keys) -> writer.row(columns.stream()
                            .map(cell -> isWithFiles && work.isForbidden()
                                    ? forbidden(cell, work, keys, words)
                                    : text(cell, work, keys, words))
                            .toList()));
        }
    }

    private interface Doing {
        void with(Work work, Map<String, String> keys) throws IOException;
    }

    private void each(List<Long> ids, Actor by, Doing doing) throws IOException {
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            var some = works.works(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), by);
            var keys = archiveKeys.keys(by.name(), some.stream().map(Work::slug).toList());
            for (var work : some) {
                doing.with(work, keys);
            }
        }
    }

    private void archive(List<Long> ids, Messages words, Actor by, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        // Media are packed already.
        zip.setLevel(Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(SHEET));
        sheet(ids, words, by, true, new XlsxWriter(zip));
        zip.closeEntry();
        each(ids, by, (work, keys) -> {
            for (var file : work.isForbidden() ? List.<WorkExports.File>of() : work.files()) {
                add(FileWish.pathOf(work.slug(), file.track(), file.name()), file, zip);
            }
        });
        zip.finish();
    }

    private void add(String path, WorkExports.File file, ZipOutputStream zip) throws IOException {
        var kept = blobs.open(file.sha256());
        if (kept.isEmpty()) {
            // What has begun to be sent is not broken off for one that is missing.
            LOG.log(Level.ERROR, "A file that is named is not kept, and is missing in an archive: " + file.sha256());
            return;
        }
        try (var blob = kept.get()) {
            zip.putNextEntry(new ZipEntry(path));
            blob.stream(0).transferTo(zip);
            zip.closeEntry();
        }
    }

    /** What a line says of a product whose files do not come with it. */
    private static String forbidden(SheetColumn.Cell cell, Work work, Map<String, String> keys, Messages words) {
        return switch (cell.column()) {
            case FILES -> "";
            case NOTE -> words.text("archive.export.forbidden");
            default -> text(cell, work, keys, words);
        };
    }

    private static String text(SheetColumn.Cell cell, Work work, Map<String, String> keys, Messages words) {
        var content = work.content();
        return switch (cell.column()) {
            case KEY -> keys.getOrDefault(work.slug(), ArchiveKeys.ofAddress(work.slug()));
            case GENRE -> content.genre();
            case YEAR -> String.valueOf(content.year());
            case TITLE -> exactly(content.title(), cell);
            case SUMMARY -> exactly(content.summary(), cell);
            case BODY -> exactly(content.body(), cell);
            case TOPICS -> Cells.joined(content.topics());
            case AUDIENCES -> Cells.joined(content.audiences());
            case LOCALITIES -> Cells.joined(content.localities());
            case AGENCY -> content.agency() == null ? "" : content.agency();
            case DELIVERABLE -> content.deliverable() == null ? "" : content.deliverable();
            case REPLAY -> content.replay() ? "có" : "không";
            case CREDITS ->
                Cells.joined(content.credits().stream()
                        .map(credit -> Cells.credit(credit.role(), credit.name()))
                        .toList());
            // What people shown have said is nobody's business on a memory stick: a sheet brings it in, and leaves it
            // as it is.
            case CONSENTS -> SheetColumn.KEPT;
            case CHAPTERS -> ChapterWords.written(work.chapters(), cell.language());
            case FILES -> files(work, words);
            case STATE -> words.text("work.state." + work.state());
            case ADDRESS -> work.slug();
            case NOTE -> "";
        };
    }

    private static String files(Work work, Messages words) {
        var wishes = new ArrayList<String>();
        work.files()
                .forEach(file -> wishes.add(new FileWish(
                                FileWish.pathOf(work.slug(), file.track(), file.name()),
                                FileWords.ofKind(file.kind(), words),
                                file.language(),
                                FileWords.ofRole(file.role(), words))
                        .written()));
        return Cells.joined(wishes);
    }

    private static String exactly(Texts texts, SheetColumn.Cell cell) {
        return texts.exactly(cell.language()).orElse("");
    }
}
