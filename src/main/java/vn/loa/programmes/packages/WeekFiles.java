package vn.loa.programmes.packages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.loa.catalog.StationSound;
import vn.loa.common.Sha256;
import vn.loa.programmes.FoundDays.Lost;
import vn.loa.programmes.FoundDays.Silence;
import vn.loa.programmes.Week;

/**
 * A week of a station, written for systems that are sent it: as a package would have it, but with files that lie beside each other, and sounds that are called by what is in them, so that all weeks and stations share them.
 * What is written is the same each time. Immutable.
 */
public final class WeekFiles {
    /** The folder of all sounds, beside those of stations. */
    public static final String SOUNDS = "am-thanh";

    /** The programme itself, which names everything else. */
    public static final String PROGRAMME = PackageFiles.JSON;

    /** From the folder of a week. */
    private static final String TO_SOUNDS = "../../" + SOUNDS + "/";

    private final PackageContent beside;
    private final Week week;
    private final List<Lost> left;
    private final SigningKey key;

    /** @param left what is planned in it and cannot be played */
    WeekFiles(PackageContent beside, Week week, List<Lost> left, SigningKey key) {
        this.beside = beside;
        this.week = week;
        this.left = List.copyOf(left);
        this.key = key;
    }

    /** How {@link PackageContents} is told where sounds lie. */
    static String folder() {
        return "../" + SOUNDS;
    }

    /**
     * A file that is sent along.
     *
     * @param path from the folder of the week
     */
    public record Named(String path, String type, long bytes, String sha256) {}

    /** Of its commune, in addresses. */
    public String station() {
        return beside.span().code();
    }

    public Week week() {
        return week;
    }

    /** What is planned and cannot be played, in order: for the portal alone, since some of it nobody else may hear of. */
    public List<Lost> left() {
        return left;
    }

    /** Whether nothing is played in it, or nobody is shown it any longer. */
    public boolean isEmpty() {
        return beside.days().isEmpty();
    }

    /** Tells all that is in it from all else. */
    public String fingerprint() {
        return Sha256.hex(ProgrammeJson.of(beside));
    }

    /**
     * The programme, as JSON.
     *
     * @param revision grows with each change
     * @param urgent whether it was changed for something that cannot wait
     * @param sounds whether its sounds are sent along
     * @param files everything else that is
     */
    public byte[] programme(long revision, boolean urgent, boolean sounds, List<Named> files) {
        return bytes(new WeekJson(beside, week, revision, urgent, sounds).of(files));
    }

    /** As {@code text/calendar}. By its name. */
    public Map<String, byte[]> calendar() {
        return Map.of(PackageFiles.CALENDAR, bytes(PackageFiles.calendar(beside)));
    }

    /** By their names. They lead to the sounds in {@link #SOUNDS}. */
    public Map<String, byte[]> playlists() {
        return PackageFiles.playlists(beside);
    }

    /** What is played, each once: what cannot wait first, then in the order in which it is played first. */
    public Collection<StationSound> sounds() {
        return sounds(
                beside.items().sorted(Comparator.comparing(item -> !item.line().isUrgent())));
    }

    /** Of these, what cannot wait. */
    public Collection<StationSound> urgentSounds() {
        return sounds(beside.items().filter(item -> item.line().isUrgent()));
    }

    private static Collection<StationSound> sounds(Stream<PackageContent.Item> items) {
        var sounds = new LinkedHashMap<String, StationSound>();
        items.map(PackageContent.Item::sound).forEach(sound -> sounds.putIfAbsent(sound.sha256(), sound));
        return List.copyOf(sounds.values());
    }

    /** What the file of a sound is called in {@link #SOUNDS}. */
    public static String name(StationSound sound) {
        return PackageNames.ofContent(sound.sha256(), sound.contentType());
    }

    static String path(StationSound sound) {
        return TO_SOUNDS + name(sound);
    }

    /** Where the bytes of sounds come from. */
    @FunctionalInterface
    public interface Sounds {
        /** Close it. @param sha256 of the bytes */
        InputStream open(String sha256) throws IOException;
    }

    /** Writes all of it as a package for a station without internet. @param file where nothing is yet */
    public void pack(Sounds sounds, Path file) throws IOException {
        PackageWriter.write(packed(), key, sounds::open, file, percent -> {});
    }

    /** What is in the package. It names what no slot has room for, as any package does, but nothing that nobody may hear of any more. */
    PackageContent packed() {
        return PackageContent.of(
                beside.span(),
                beside.from(),
                beside.to(),
                beside.portal(),
                beside.key(),
                null,
                beside.languages(),
                left.stream().filter(each -> each.why() == Silence.NO_ROOM).toList());
    }

    /** Id of the key by which {@link #sign} signs. */
    public String key() {
        return key.id();
    }

    /** By the key that signs packages: Ed25519, 64 bytes. */
    public byte[] sign(byte[] bytes) {
        return key.sign(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
