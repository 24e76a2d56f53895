package vn.loa.media.documents.reader;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.ReadDocument;
import vn.loa.media.documents.Refusal;
import vn.loa.media.documents.SaidLines;

/** Reads documents in this process: what the other one does is the same. */
abstract class ReadsHere {
    @TempDir
    Path folder;

    ReadDocument read(byte[] document) {
        try {
            var file = Files.write(Files.createTempFile(folder, "document", ""), document);
            var said = new ByteArrayOutputStream();
            ReadFile.say(file, new Telling(new PrintStream(said, false, StandardCharsets.UTF_8)));
            return SaidLines.parsed(said.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Refusal refused(byte[] document) {
        return catchThrowableOfType(DocumentRefused.class, () -> read(document)).refusal();
    }

    /** Of each block; cells are parted by strokes. */
    static List<String> texts(ReadDocument read) {
        return read.blocks().stream().map(ReadsHere::text).toList();
    }

    private static String text(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.passage().text();
        } else if (block instanceof Block.TableRow row) {
            return row.cells().stream().map(Block.Cell::text).collect(Collectors.joining(" | "));
        } else if (block instanceof Block.ListItem item) {
            return item.marker() + " " + item.passage().text();
        }
        return ((Block.Heading) block).passage().text();
    }
}
