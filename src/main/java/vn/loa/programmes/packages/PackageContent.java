package vn.loa.programmes.packages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.StationSound;
import vn.loa.common.Sha256;
import vn.loa.programmes.FoundDays.Lost;
import vn.loa.programmes.PlayedDay;
import vn.loa.programmes.PublicProgrammes.Span;

/**
 * All that is in a package, but for the bytes of its sounds. Everything that is written into it is made of this alone.
 *
 * @param name of the package and of the folder in which everything in it lies
 * @param portal full address of the portal, without a slash at its end; empty when it is not known
 * @param key id of the key with which it is signed
 * @param since what the station has already; null when everything is in it
 * @param languages what languages are called in Vietnamese, by their codes
 * @param days on which something is played, in order
 * @param left what is planned, and has no place in its slot any more
 */
public record PackageContent(
        String name,
        Span span,
        LocalDate from,
        LocalDate to,
        String portal,
        String key,
        @Nullable EarlierPackage since,
        Map<String, String> languages,
        List<Day> days,
        List<Lost> left) {
    /** Goes into the fingerprint: grows whenever other bytes are made of the same programme. */
    private static final String FORM = "2";

    private static final int SHORT = 6;

    public PackageContent {
        languages = Map.copyOf(languages);
        days = List.copyOf(days);
        left = List.copyOf(left);
    }

    /** A day. @param folder of its stretches */
    record Day(PlayedDay played, String folder, List<Part> parts) {
        Day {
            parts = List.copyOf(parts);
        }
    }

    /** A stretch in which the station is on air. @param folder of its sounds, within that of its day */
    record Part(PlayedDay.Block block, String folder, List<Item> items) {
        Part {
            items = List.copyOf(items);
        }
    }

    /**
     * Something that is played.
     *
     * @param place where it lies at the station
     * @param path of the file from the folder of the package, which leads out of it when an earlier package has brought it
     * @param included whether its bytes are in the package
     */
    record Item(PlayedDay.Line line, PackedSound place, String path, boolean included) {
        StationSound sound() {
            return line.sound();
        }
    }

    /**
     * @param span of which everything can be played
     * @param languages names in Vietnamese, by their codes
     * @param left what is planned of these days and not in the span
     */
    static PackageContent of(
            Span span,
            LocalDate from,
            LocalDate to,
            String portal,
            String key,
            @Nullable EarlierPackage since,
            Map<String, String> languages,
            List<Lost> left) {
        var name = PackageNames.ofPackage(span.code(), from, to);
        var known = since == null ? List.<PackedSound>of() : since.sounds();
        var draft =
                new PackageContent(name, span, from, to, portal, key, since, languages, days(name, span, known), left);
        var whole = name + "-" + draft.fingerprint().substring(0, SHORT);
        return new PackageContent(whole, span, from, to, portal, key, since, languages, days(whole, span, known), left);
    }

    /**
     * The same with all sounds beside it, where others find theirs, too.
     *
     * @param folder of the sounds, seen from the one above that of this content
     */
    static PackageContent beside(
            Span span,
            LocalDate from,
            LocalDate to,
            String portal,
            String key,
            Map<String, String> languages,
            String folder) {
        var name = PackageNames.ofPackage(span.code(), from, to);
        var there = span.days().stream()
                .flatMap(day -> day.blocks().stream())
                .flatMap(block -> block.lines().stream())
                .map(PlayedDay.Line::sound)
                .map(sound -> new PackedSound(
                        sound.product(),
                        sound.language(),
                        sound.sha256(),
                        folder,
                        PackageNames.ofContent(sound.sha256(), sound.contentType())))
                .toList();
        return new PackageContent(
                name, span, from, to, portal, key, null, languages, days(name, span, there), List.of());
    }

    private static List<Day> days(String name, Span span, List<PackedSound> there) {
        var known = new HashMap<String, PackedSound>();
        there.forEach(sound -> known.putIfAbsent(sound.sha256(), sound));
        var days = new ArrayList<Day>();
        for (var played : span.days()) {
            var folder = PackageNames.ofDay(played.date());
            var taken = new HashSet<String>();
            var parts = new ArrayList<Part>();
            for (var block : played.blocks()) {
                var own = PackageNames.ofBlock(block.begins(), taken);
                taken.add(own);
                parts.add(new Part(block, own, items(name, folder + "/" + own, block, known)));
            }
            if (!parts.isEmpty()) {
                days.add(new Day(played, folder, parts));
            }
        }
        return days;
    }

    private static List<Item> items(String name, String folder, PlayedDay.Block block, Map<String, PackedSound> known) {
        var items = new ArrayList<Item>();
        for (var line : block.lines()) {
            var sound = line.sound();
            var there = known.get(sound.sha256());
            var path = folder + "/"
                    + PackageNames.ofSound(
                            items.size() + 1,
                            block.lines().size(),
                            sound.slug(),
                            sound.language(),
                            sound.contentType());
            items.add(
                    there == null
                            ? new Item(
                                    line,
                                    new PackedSound(sound.product(), sound.language(), sound.sha256(), name, path),
                                    path,
                                    true)
                            : new Item(
                                    line,
                                    new PackedSound(
                                            sound.product(),
                                            sound.language(),
                                            sound.sha256(),
                                            there.folder(),
                                            there.path()),
                                    "../" + there.folder() + "/" + there.path(),
                                    false));
        }
        return items;
    }

    /** Tells all that is in the package from all else: the same text twice is the same package. */
    String fingerprint() {
        var bare = PackageNames.ofPackage(span.code(), from, to);
        var known = since == null ? List.<PackedSound>of() : since.sounds();
        var nameless =
                new PackageContent(bare, span, from, to, portal, key, since, languages, days(bare, span, known), left);
        return Sha256.hex(FORM + "\n" + ProgrammeJson.of(nameless));
    }

    Stream<Item> items() {
        return days.stream().flatMap(day -> day.parts().stream()).flatMap(part -> part.items().stream());
    }

    /** Names of the earlier packages in whose folders the sounds lie that are not in this one, in the order in which they are played. */
    List<String> folders() {
        return items().filter(item -> !item.included())
                .map(item -> item.place().folder())
                .distinct()
                .toList();
    }

    /** The bytes of all sounds in it. */
    long soundBytes() {
        return items().filter(Item::included)
                .mapToLong(item -> item.sound().bytes())
                .sum();
    }

    /** Where each sound that is played lies at a station that has this package, and the one that it was made for. */
    Collection<PackedSound> places() {
        var places = new LinkedHashMap<String, PackedSound>();
        items().forEach(item -> places.putIfAbsent(item.place().sha256(), item.place()));
        return places.values();
    }

    /** What a language is called in Vietnamese. */
    String language(String code) {
        return languages.getOrDefault(code, code);
    }
}
