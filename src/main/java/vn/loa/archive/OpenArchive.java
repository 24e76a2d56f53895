package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.loa.media.uploads.Upload;
import vn.loa.media.uploads.UploadStaging;
import vn.loa.media.uploads.Uploads;

/** Opens what somebody brings in: an archive with its sheet, a folder with it, or a sheet alone whose files are there already. */
@ApplicationScoped
class OpenArchive {
    private static final byte[] ZIP = {'P', 'K'};

    /** Of a workbook, packed; in bytes. */
    private static final long LARGEST_WORKBOOK = 64L << 20;

    private static final int PIECE = 1 << 16;

    /** What a text with separators is called. */
    private static final Set<String> TEXTS = Set.of("csv", "tsv", "tab", "txt");

    @Inject
    private Uploads uploads;

    @Inject
    private UploadStaging staging;

    @Inject
    private ArchiveSettings settings;

    /** Without any files: a sheet that was sent alone. */
    private static final class NoFiles implements ArchiveFiles {
        @Override
        public Optional<Found> find(String path) {
            return Optional.empty();
        }

        @Override
        public InputStream open(Found file) throws IOException {
            throw new IOException("There are no files");
        }

        @Override
        public Found sheet() {
            throw new ArchiveRefused(Problem.NO_SHEET, "");
        }

        @Override
        public List<String> paths() {
            return List.of();
        }

        @Override
        public boolean hasDoubtfulNames() {
            return false;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** The files that lines name; close it. @throws ArchiveRefused when nothing of it can be brought in */
    ArchiveFiles files(ArchiveRun run) throws IOException {
        if (run.folder().isPresent()) {
            return new FolderArchive(settings.folder(run.folder().get()));
        }
        var file = file(run);
        if (!isZip(file)) {
            return new NoFiles();
        }
        var zip = new ZipArchive(file);
        if (zip.isWorkbook()) {
            zip.close();
            return new NoFiles();
        }
        return zip;
    }

    /** Reads the sheet, row by row. @throws ArchiveRefused when nothing of it can be brought in */
    void sheet(ArchiveRun run, ArchiveFiles files, SheetRows rows) throws IOException {
        if (files instanceof NoFiles) {
            var file = file(run);
            if (isZip(file)) {
                XlsxSheet.read(file, rows);
            } else {
                requireText(run.name());
                try (var content = Files.newInputStream(file)) {
                    CsvSheet.read(content, rows);
                }
            }
            return;
        }
        var sheet = files.sheet();
        if (sheet.path().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            try (var content = files.open(sheet)) {
                CsvSheet.read(content, rows);
            }
        } else {
            workbook(sheet, files, rows);
        }
    }

    /** What is no archive can only be a text with separators; whatever else it is called, it is not read as one. */
    private static void requireText(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ending.equals("zip")) {
            throw new ArchiveRefused(Problem.UNREADABLE_ARCHIVE, "");
        }
        if (ending.equals("xlsx")) {
            throw new ArchiveRefused(Problem.UNREADABLE_SHEET, name);
        }
        if (name.contains(".") && !TEXTS.contains(ending)) {
            throw new ArchiveRefused(Problem.NOT_A_SHEET, name);
        }
    }

    /** A workbook is an archive of its own, of which the list comes last: so it is laid down first. */
    private static void workbook(ArchiveFiles.Found sheet, ArchiveFiles files, SheetRows rows) throws IOException {
        if (sheet.length() > LARGEST_WORKBOOK || sheet.swollen()) {
            throw new ArchiveRefused(Problem.SHEET_TOO_LARGE, (LARGEST_WORKBOOK >> 20) + " MB");
        }
        var laid = Files.createTempFile("loa-bang", ".xlsx");
        try {
            try (var content = files.open(sheet);
                    OutputStream out = Files.newOutputStream(laid)) {
                var piece = new byte[PIECE];
                for (var read = content.read(piece); read >= 0; read = content.read(piece)) {
                    out.write(piece, 0, read);
                }
            }
            XlsxSheet.read(laid, rows);
        } finally {
            Files.deleteIfExists(laid);
        }
    }

    private Path file(ArchiveRun run) {
        var sent = run.upload()
                .flatMap(uploads::find)
                .filter(upload -> upload.owner().equals(run.owner()))
                .filter(Upload::isComplete);
        // Of nothing there is nothing to be laid down.
        if (sent.filter(upload -> upload.length() == 0).isPresent()) {
            throw new ArchiveRefused(Problem.NOTHING_SENT, run.name());
        }
        return sent.map(staging::file)
                .filter(Files::exists)
                .orElseThrow(() -> new ArchiveRefused(Problem.GONE, run.name()));
    }

    private static boolean isZip(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return Arrays.equals(content.readNBytes(ZIP.length), ZIP);
        }
    }
}
