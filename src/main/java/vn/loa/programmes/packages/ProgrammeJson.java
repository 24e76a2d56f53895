package vn.loa.programmes.packages;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.LocalDateTime;
import java.util.function.Function;
import vn.loa.common.Jsons;
import vn.loa.common.TimeSource;
import vn.loa.programmes.packages.PackageContent.Item;

/** Writes what is in a package for programs: as the API writes a programme, with the place of each file besides. All that is in a package follows from it. */
final class ProgrammeJson {
    private static final int VERSION = 1;
    private static final double MILLIS = 1000;

    private ProgrammeJson() {}

    static String of(PackageContent content) {
        var span = content.span();
        var since = content.since();
        var named = Jsons.object()
                .add("format", "loa-package")
                .add("version", VERSION)
                .add("name", content.name())
                .add("locality", locality(content));
        var programme = about(named, content)
                .add("revision", span.revision())
                .add(
                        "since",
                        since == null
                                ? JsonValue.NULL
                                : Jsons.object()
                                        .add("id", since.id())
                                        .add("name", since.name())
                                        .build())
                .add("holidays", holidays(content))
                .add("slots", slots(content));
        // Not in all: who has a package finds the same file again.
        if (!content.left().isEmpty()) {
            programme.add("leftOut", left(content));
        }
        return programme.build().toString() + "\n";
    }

    static JsonObjectBuilder locality(PackageContent content) {
        return Jsons.object()
                .add("code", content.span().code())
                .add("label", content.span().place().toJsonObject());
    }

    /** Adds which days it is about, and whose they are. */
    static JsonObjectBuilder about(JsonObjectBuilder json, PackageContent content) {
        return json.add("timeZone", TimeSource.ZONE.getId())
                .add("from", content.from().toString())
                .add("to", content.to().toString())
                .add("portal", content.portal())
                .add("key", content.key())
                .add("changedAt", content.span().changedAt().toString());
    }

    private static JsonArrayBuilder left(PackageContent content) {
        var left = Jsons.array();
        content.left()
                .forEach(each -> left.add(Jsons.object()
                        .add("begins", moment(each.at()))
                        .add("title", each.title().toJsonObject())
                        .add("language", each.language())));
        return left;
    }

    static JsonArrayBuilder holidays(PackageContent content) {
        var holidays = Jsons.array();
        content.span().days().forEach(day -> {
            var name = day.holiday();
            if (name != null) {
                holidays.add(Jsons.object().add("date", day.date().toString()).add("name", name));
            }
        });
        return holidays;
    }

    private static JsonArrayBuilder slots(PackageContent content) {
        return slots(
                content,
                item -> item(item, content)
                        .add(
                                "file",
                                Jsons.object()
                                        .add("path", item.path())
                                        .add("included", item.included())
                                        .add("type", item.sound().contentType())
                                        .add("bytes", item.sound().bytes())
                                        .add("sha256", item.sound().sha256())));
    }

    /** @param written how one thing that is played is written */
    static JsonArrayBuilder slots(PackageContent content, Function<Item, JsonObjectBuilder> written) {
        var slots = Jsons.array();
        content.days()
                .forEach(day -> day.parts().forEach(part -> {
                    var items = Jsons.array();
                    part.items().forEach(item -> items.add(written.apply(item)));
                    slots.add(Jsons.object()
                            .add("date", day.played().date().toString())
                            .add("begins", moment(part.block().begins()))
                            .add("ends", moment(part.block().ends()))
                            .add("extra", part.block().extra())
                            .add("items", items));
                }));
        return slots;
    }

    /** What is played, but for where its file is. */
    static JsonObjectBuilder item(Item item, PackageContent content) {
        var line = item.line();
        var sound = item.sound();
        return Jsons.object()
                .add("begins", moment(line.at()))
                .add("ends", moment(line.end()))
                .add("product", sound.slug())
                .add("title", sound.title().toJsonObject())
                .add("genre", sound.genre())
                .add("genreLabel", sound.genreLabel().toJsonObject())
                .add("language", sound.language())
                .add("languageLabel", content.language(sound.language()))
                .add("standIn", sound.standIn())
                .add("priority", line.priority().code())
                .add("durationSeconds", sound.length().toMillis() / MILLIS)
                .add("url", content.portal() + sound.page());
    }

    private static String moment(LocalDateTime moment) {
        return TimeSource.moment(moment).toString();
    }
}
