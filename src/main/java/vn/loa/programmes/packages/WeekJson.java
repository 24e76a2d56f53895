package vn.loa.programmes.packages;

import jakarta.json.JsonObjectBuilder;
import java.util.List;
import vn.loa.common.Jsons;
import vn.loa.programmes.Week;
import vn.loa.programmes.packages.PackageContent.Item;
import vn.loa.programmes.packages.WeekFiles.Named;

/**
 * Writes a week for systems that are sent it: what the API says of a programme, with what was sent along.
 *
 * @param sounds whether the sounds were
 */
record WeekJson(PackageContent content, Week week, long revision, boolean urgent, boolean sounds) {
    private static final int VERSION = 1;

    /** @param files everything else that is sent along */
    String of(List<Named> files) {
        var along = Jsons.array();
        files.forEach(file -> along.add(Jsons.object()
                .add("path", file.path())
                .add("type", file.type())
                .add("bytes", file.bytes())
                .add("sha256", file.sha256())));
        var named = Jsons.object()
                .add("format", "loa-programme")
                .add("version", VERSION)
                .add("locality", ProgrammeJson.locality(content))
                .add("week", week.code())
                .add("revision", revision)
                .add("urgent", urgent);
        return ProgrammeJson.about(named, content)
                        .add("holidays", ProgrammeJson.holidays(content))
                        .add("slots", ProgrammeJson.slots(content, this::item))
                        .add("files", along)
                        .build()
                        .toString()
                + "\n";
    }

    private JsonObjectBuilder item(Item item) {
        var sound = item.sound();
        var audio = Jsons.object()
                .add("url", content.portal() + sound.url())
                .add("type", sound.contentType())
                .add("bytes", sound.bytes())
                .add("sha256", sound.sha256());
        if (sounds) {
            audio.add("path", WeekFiles.path(sound));
        }
        return ProgrammeJson.item(item, content).add("audio", audio);
    }
}
