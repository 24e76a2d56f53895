package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Role;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;

/** How a role does its work, on one sheet of paper: {@code /quan-tri/huong-dan/{role}}; without a role in the address that of whoever asks. */
@Named
@RequestScoped
public class GuideBacking {
    /** In addresses, in the order of the work. */
    private static final Map<String, Role> NAMES = Map.of(
            "bien-tap-vien", Role.EDITOR,
            "tham-dinh-ngon-ngu", Role.LANGUAGE_REVIEWER,
            "nguoi-duyet", Role.PUBLISHER,
            "quan-tri-vien", Role.ADMINISTRATOR,
            "can-bo-xa", Role.COMMUNE_OFFICER);

    private static final List<String> ORDER =
            List.of("bien-tap-vien", "tham-dinh-ngon-ngu", "nguoi-duyet", "can-bo-xa", "quan-tri-vien");

    /** Keys of what is written on the sheet; the shortcuts are those of the pages that the role works on. */
    private static final Map<Role, List<Shortcut>> SHORTCUTS = Map.of(
            Role.EDITOR,
            List.of(
                    new Shortcut("Ctrl + S", "guide.key.save"),
                    new Shortcut("Alt + P, R", "guide.key.hear"),
                    new Shortcut("Alt + J, L", "subtitles.edit.key.second"),
                    new Shortcut("Alt + [, ]", "subtitles.edit.key.time"),
                    new Shortcut("Alt + .", "subtitles.edit.key.on"),
                    new Shortcut("Alt + ↑, ↓", "subtitles.edit.key.go"),
                    new Shortcut("Alt + N, Delete", "guide.key.make"),
                    new Shortcut("Alt + S, M", "guide.key.cut"),
                    new Shortcut("Alt + W", "subtitles.edit.key.warning"),
                    new Shortcut("Ctrl + Z, Y", "subtitles.edit.key.undo")),
            Role.LANGUAGE_REVIEWER,
            List.of(
                    new Shortcut("Alt + P", "subtitles.edit.key.play"),
                    new Shortcut("Alt + R", "subtitles.edit.key.again"),
                    new Shortcut("Alt + ↑, Alt + ↓", "subtitles.edit.key.go"),
                    new Shortcut("Alt + W", "subtitles.edit.key.warning")),
            Role.PUBLISHER,
            List.of(
                    new Shortcut("K", "player.key.play"),
                    new Shortcut("J, L", "player.key.ten"),
                    new Shortcut("C", "player.key.captions"),
                    new Shortcut("<, >", "player.key.speed")),
            Role.ADMINISTRATOR,
            List.of(new Shortcut("Tab, Enter", "guide.key.move"), new Shortcut("Ctrl + P", "guide.key.print")),
            Role.COMMUNE_OFFICER,
            List.of(
                    new Shortcut("K", "player.key.play"),
                    new Shortcut("J, L", "player.key.ten"),
                    new Shortcut("Ctrl + P", "guide.key.print")));

    private static final int MOST = 12;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private String name = "";

    /** @param keys as keyboards name them @param label key of what they do */
    public record Shortcut(String keys, String label) {}

    /** Another sheet. @param current whether it is the one that is shown */
    public record Sheet(String path, String label, boolean current) {}

    public void load() {
        var wanted = visit.route("role");
        name = wanted.isEmpty() ? own() : wanted;
        if (!NAMES.containsKey(name)) {
            absence.unknown();
        }
    }

    private String own() {
        return ORDER.stream()
                .filter(each -> user.actor()
                        .filter(actor -> actor.is(NAMES.getOrDefault(each, Role.EDITOR)))
                        .isPresent())
                .findFirst()
                .orElse(ORDER.get(0));
    }

    private Role role() {
        return NAMES.getOrDefault(name, Role.EDITOR);
    }

    /** What keys of texts begin with. */
    private String keys() {
        return "guide." + role().code();
    }

    public String getTitle() {
        return visit.text(keys() + ".title");
    }

    public String getLead() {
        return visit.text(keys() + ".lead");
    }

    /** What they do, in order: numbers of the texts. */
    public List<String> getSteps() {
        return keysOf(".step.", ".what");
    }

    /** What to keep in mind. */
    public List<String> getNotes() {
        return keysOf(".note.", "");
    }

    private List<String> keysOf(String part, String end) {
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(number -> keys() + part + number)
                .filter(key -> visit.hasText(key + end))
                .toList();
    }

    /** What to do when something goes wrong, whoever it is. */
    public List<String> getTroubles() {
        return Stream.of("guide.trouble.1", "guide.trouble.2", "guide.trouble.3")
                .toList();
    }

    public List<Shortcut> getShortcuts() {
        return Optional.ofNullable(SHORTCUTS.get(role())).orElse(List.of());
    }

    public List<Sheet> getSheets() {
        return ORDER.stream()
                .map(each -> new Sheet(
                        Addresses.GUIDES + "/" + each,
                        "office.role." + NAMES.getOrDefault(each, Role.EDITOR).code(),
                        each.equals(name)))
                .toList();
    }
}
