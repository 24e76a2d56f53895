package vn.loa.plans;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import vn.loa.common.Jsons;
import vn.loa.plans.intake.IntakeBlock;

/** The text of a document as the extractor found it, as it is kept with a plan: what was recognised in it can be shown again at any time. */
final class StoredReading {
    private StoredReading() {}

    static String write(List<IntakeBlock> blocks) {
        var all = Jsons.array();
        for (var block : blocks) {
            all.add(Jsons.object()
                    .add("text", block.text())
                    .add("kind", block.kind().name())
                    .add("centred", block.centred())
                    .add("bold", block.bold())
                    .add("italic", block.italic())
                    .add("page", block.page()));
        }
        return Jsons.object().add("blocks", all).build().toString();
    }

    static List<IntakeBlock> read(String stored) {
        try (var reader = Jsons.reader(new StringReader(stored))) {
            return reader.readObject().getJsonArray("blocks").getValuesAs(JsonObject.class).stream()
                    .map(block -> new IntakeBlock(
                            block.getString("text"),
                            IntakeBlock.Kind.valueOf(block.getString("kind")),
                            block.getBoolean("centred"),
                            block.getBoolean("bold"),
                            block.getBoolean("italic"),
                            block.getInt("page")))
                    .toList();
        }
    }
}
