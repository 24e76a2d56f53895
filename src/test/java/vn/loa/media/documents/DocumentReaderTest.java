package vn.loa.media.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.media.sandbox.Executables;
import vn.loa.media.sandbox.ProcessLimits;
import vn.loa.media.sandbox.ProgramFailed;
import vn.loa.media.sandbox.ProgramFailed.Fault;
import vn.loa.testing.Machine;
import vn.loa.testing.Pdf;
import vn.loa.testing.Until;

/** The process of its own that reads a document. */
@EnabledOnOs(OS.LINUX)
class DocumentReaderTest {
    private static final String SECRET = "CANARY-5d1e0b77-never-to-be-seen";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_document_is_read_within_the_sandbox_and_without_the_parts_that_a_machine_forbids(boolean isolated)
            throws Exception {
        var reader = reader(isolated);

        var read = reader.read(file(Documents.docx("<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>")));

        assertThat(read.blocks())
                .containsExactly(new Block.Paragraph(0, new Passage("Kế hoạch", Alignment.LEFT, false, false)));
        assertThat(reader.read(file(Pdf.of("x"))).pages()).contains(1);
    }

    @Test
    void a_refusal_comes_with_its_reason() throws Exception {
        var document = file(Documents.docx("", "word/vbaProject.bin", "x"));

        var refused =
                catchThrowableOfType(DocumentRefused.class, () -> reader(true).read(document));

        assertThat(refused.refusal()).isEqualTo(Refusal.MACROS);
        assertThat(refused.detail()).contains("word/vbaProject.bin");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_document_that_asks_for_other_files_or_for_the_network_gets_neither(boolean isolated) throws Exception {
        var canary = Files.writeString(folder.resolve("canary.txt"), SECRET);
        var connections = new AtomicInteger();
        var reader = reader(isolated);
        try (var listener = listen(connections)) {
            var address = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            for (var document : hostile(canary.toUri().toString(), address)) {
                var said = said(reader, file(document));
                assertThat(said).isNotEmpty().doesNotContain(SECRET);
            }
        }
        assertThat(connections).hasValue(0);
    }

    private static List<byte[]> hostile(String file, String address) {
        var documents = new ArrayList<byte[]>();
        for (var target : List.of(file, address)) {
            documents.add(Documents.zip(
                    "[Content_Types].xml",
                    "<!DOCTYPE x [<!ENTITY % p SYSTEM '" + target + "'> %p; <!ENTITY a SYSTEM '" + target
                            + "'>]><x>&a;</x>"));
            documents.add(Documents.docx(
                    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
                    "word/_rels/document.xml.rels",
                    Documents.relationship("attachedTemplate", target)));
            documents.add(
                    Documents.docx("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='" + target + "'/>"));
            documents.add(Documents.odt("", "<text:p><draw:image xlink:href='" + target + "'/></text:p>"));
            documents.add(Documents.pdf(pdf -> {
                pdf.addPage(new PDPage());
                var action = new PDActionURI();
                action.setURI(target);
                pdf.getDocumentCatalog().setOpenAction(action);
            }));
            documents.add(Pdf.of(
                    "x",
                    "<</Type/Catalog/Pages 2 0 R>>",
                    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
                    "<</Length 0/F(" + target + ")/FFilter/FlateDecode>>stream\n\nendstream"));
        }
        return documents;
    }

    private static ServerSocket listen(AtomicInteger connections) throws IOException {
        var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> {
            while (!listener.isClosed()) {
                try {
                    listener.accept().close();
                    connections.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return listener;
    }

    private static String said(DocumentReader reader, Path file) {
        try {
            return reader.read(file).toString();
        } catch (DocumentRefused refused) {
            return refused.getMessage();
        }
    }

    /** A class that reads what it is not given, in the place of the reader. */
    @Test
    void a_document_that_takes_the_process_over_sees_nothing_of_this_machine() throws Exception {
        if (!Machine.hasProgram("bwrap", "that a process which a document has taken over sees no other file")) {
            return;
        }
        var canary = Files.writeString(folder.resolve("canary.txt"), SECRET);
        var connections = new AtomicInteger();
        try (var listener = listen(connections)) {
            var taken = command(Intruder.class);
            var document = file((canary + "\n" + listener.getLocalPort()).getBytes());

            var failed = catchThrowableOfType(
                    ProgramFailed.class,
                    () -> reader(taken, DocumentReader.LIMITS).read(document));

            assertThat(failed.detail())
                    .contains("file: NoSuchFileException", "network: ")
                    .doesNotContain(SECRET);
        }
        assertThat(connections).hasValue(0);
    }

    @Test
    void a_document_that_takes_more_memory_than_there_is_is_refused() throws Exception {
        var drawn = "BT /F 1 Tf " + "(aaaaaaaaaaaaaaaaaaaa)Tj ".repeat(500_000) + "ET";
        var document = file(Pdf.of(
                "x",
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                "<</Length " + drawn.length() + ">>stream\n" + drawn + "\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"));

        var refused =
                catchThrowableOfType(DocumentRefused.class, () -> reader(true).read(document));

        assertThat(refused.refusal()).isEqualTo(Refusal.TOO_COMPLEX);
        assertThat(refused.detail()).contains("memory");
    }

    @Test
    void a_document_that_takes_more_processor_time_than_it_may_is_refused() throws Exception {
        if (!Machine.hasProgram("prlimit", "that a document cannot keep the reader busy")) {
            return;
        }
        var usual = DocumentReader.LIMITS;
        var second = new ProcessLimits(
                usual.wall(), usual.silence(), Duration.ofSeconds(1), usual.memory(), usual.fileSize(), usual.output());
        var document = file(Documents.docx(""));

        var refused = catchThrowableOfType(
                DocumentRefused.class,
                () -> reader(command(Looping.class), second).read(document));

        assertThat(refused.refusal()).isEqualTo(Refusal.TOO_COMPLEX);
    }

    @Test
    void a_process_that_crashes_is_no_fault_of_the_document() throws Exception {
        var taken = command(Crashing.class);
        var document = file(Documents.docx(""));

        assertThatThrownBy(() -> reader(taken, DocumentReader.LIMITS).read(document))
                .isInstanceOfSatisfying(
                        ProgramFailed.class,
                        failed -> assertThat(failed.fault()).isEqualTo(Fault.CRASHED));
    }

    @Test
    void a_sandbox_that_does_not_start_is_no_crash_of_the_reader() throws Exception {
        var tools = Files.createDirectories(folder.resolve("tools"));
        var script = Files.writeString(
                tools.resolve("setsid"),
                "#!/bin/sh\necho 'setsid: fork: Resource temporarily unavailable' >&2\nexit 1\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        var reader = new DocumentReader(
                new Executables(List.of(tools)), ReaderCommand.ofThisProcess(), folder, DocumentReader.LIMITS);

        assertThatThrownBy(() -> reader.read(file(Documents.docx(""))))
                .isInstanceOfSatisfying(
                        ProgramFailed.class,
                        failed -> assertThat(failed.fault()).isEqualTo(Fault.NOT_STARTED));
    }

    @Test
    void while_a_document_is_read_nobody_waits_with_another() throws Exception {
        var temporaries = Files.createDirectories(folder.resolve("temporaries"));
        var reader =
                new DocumentReader(Executables.ofSystem(), command(Looping.class), temporaries, DocumentReader.LIMITS);
        var first = file(Documents.docx(""));
        var reading = new Thread(() -> catchThrowable(() -> reader.read(first)));
        reading.start();
        Until.holds(() -> {
            try (var files = Files.list(temporaries)) {
                return files.findAny().isPresent();
            }
        });

        assertThatThrownBy(() -> reader.read(file(Documents.docx("")))).isInstanceOf(ReaderBusy.class);

        reading.interrupt();
        reading.join();
    }

    @Test
    void a_disk_without_room_to_read_in_is_told_as_such() {
        assertThat(DocumentReader.notHandedOver(new IOException("/tmp/loa: No space left on device"))
                        .fault())
                .isEqualTo(Fault.NO_SPACE);
        assertThat(DocumentReader.notHandedOver(new IOException("/tmp/loa: Permission denied"))
                        .fault())
                .isEqualTo(Fault.CRASHED);
    }

    @Test
    void nothing_is_left_behind() throws Exception {
        var temporaries = Files.createDirectories(folder.resolve("temporaries"));
        var reader = new DocumentReader(
                Executables.ofSystem(), ReaderCommand.ofThisProcess(), temporaries, DocumentReader.LIMITS);

        reader.read(file(Pdf.of("x")));

        assertThat(temporaries).isEmptyDirectory();
    }

    private DocumentReader reader(boolean isolated) throws IOException {
        var folders = new ArrayList<Path>();
        if (!isolated) {
            var tools = Files.createDirectories(folder.resolve("tools"));
            var script = Files.writeString(tools.resolve("bwrap"), "#!/bin/sh\nexit 1\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
            folders.add(tools);
        }
        folders.addAll(Executables.ofSystem().folders());
        return new DocumentReader(
                new Executables(folders), ReaderCommand.ofThisProcess(), folder, DocumentReader.LIMITS);
    }

    private DocumentReader reader(ReaderCommand command, ProcessLimits limits) {
        return new DocumentReader(Executables.ofSystem(), command, folder, limits);
    }

    private static ReaderCommand command(Class<?> main) {
        return new ReaderCommand(
                ReaderCommand.ofThisProcess().home(), List.of(ReaderCommand.placeOf(main.getName())), main.getName());
    }

    private Path file(byte[] document) throws IOException {
        return Files.write(Files.createTempFile(folder, "document", ""), document);
    }

    /** Reads and calls what its argument's file names. */
    public static final class Intruder {
        public static void main(String[] arguments) throws IOException {
            if (arguments.length == 0) {
                return;
            }
            var wanted = Files.readAllLines(Path.of(arguments[0]));
            try {
                System.err.println("file: " + Files.readString(Path.of(wanted.get(0))));
            } catch (IOException e) {
                System.err.println("file: " + e.getClass().getSimpleName());
            }
            try (var socket = new java.net.Socket("127.0.0.1", Integer.parseInt(wanted.get(1)))) {
                System.err.println("network: " + socket);
            } catch (IOException e) {
                System.err.println("network: " + e.getClass().getSimpleName());
            }
            System.exit(3);
        }
    }

    /** Never ends. */
    public static final class Looping {
        public static void main(String[] arguments) {
            for (var i = 0L; arguments.length > 0; i++) {
                System.setProperty("loop", Long.toString(i));
            }
        }
    }

    /** Ends as a process does that the kernel killed. */
    public static final class Crashing {
        public static void main(String[] arguments) {
            if (arguments.length > 0) {
                Runtime.getRuntime().halt(137);
            }
        }
    }
}
