package vn.loa.administration;

import java.util.List;
import java.util.stream.Stream;
import vn.loa.taxonomy.Medium;

/** What can be chosen for a term besides what it is called: what the pages can draw, and how works are taken in. */
public final class TermTraits {
    /** Symbols of {@code icons.xhtml}. */
    private static final List<String> ICONS = List.of(
            "viec",
            "von",
            "yte",
            "nha",
            "nuoc",
            "tin",
            "luat",
            "hoc",
            "sinhke",
            "dinhduong",
            "trogiup",
            "gioi",
            "vanhoa",
            "chinhsach",
            "khac");

    /** Symbols of {@code scenes.xhtml}. */
    private static final List<String> SCENES =
            List.of("loa", "ruong", "ban", "suoi", "nha", "nui", "cho", "giay", "bang", "lop", "micro");

    /** Grounds of scenes in the style sheet. */
    private static final List<String> COLOURS = List.of("cham", "do", "la", "nau", "nghe");

    private TermTraits() {}

    /** The values of one. @param trait as {@link TermKind#traits} names it */
    public static List<String> choices(String trait) {
        return switch (trait) {
            case "icon" -> ICONS;
            case "scene" -> SCENES;
            case "colour" -> COLOURS;
            case "medium" -> Stream.of(Medium.values()).map(Medium::code).toList();
            default -> List.of();
        };
    }
}
