package vn.loa.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Seconds;
import vn.loa.search.Parts.Part;

/**
 * A part of what was found that has the words.
 *
 * @param place milliseconds from the beginning for a cue, the number of a page (0 when nobody knows it), the position of a section
 * @param url address within the portal that opens just this part, from the root
 * @param label what the part is called; null for a cue
 * @param snippet safe HTML: what stands there, the found words in {@code <mark>}
 * @param language code of what stands there
 */
public record FoundPart(
        PartKind kind, long place, String url, @Nullable String label, String snippet, String language) {

    /** Where the page of a work has its documents: of formats without pages, that is as near as an address comes. */
    private static final String DOCUMENTS = "#tai-ve";

    /** Whether it opens the file of a document and not a page of the portal. */
    public boolean isFile() {
        return kind == PartKind.PAGE && url.contains("#page=");
    }

    /**
     * Those that are public as they were indexed, in the order of time where all are moments.
     *
     * @param parts of one work or plan; null for none
     * @param now the revision of everything public, by its id in the index
     * @param whole address of the work or plan
     */
    static List<FoundPart> of(@Nullable List<Part> parts, Map<String, String> now, String whole) {
        var moments = parts != null && parts.stream().allMatch(part -> part.kind() == PartKind.CUE);
        return Stream.ofNullable(parts)
                .flatMap(List::stream)
                .filter(part -> part.revision().equals(now.get(part.whole().key())))
                .sorted(Comparator.comparing(part -> moments ? part.place() : 0L))
                .map(part -> new FoundPart(
                        part.kind(),
                        part.place(),
                        address(part, whole),
                        part.label(),
                        Snippet.html(part.passage()),
                        part.language()))
                .toList();
    }

    private static String address(Part part, String whole) {
        return switch (part.kind()) {
            case CUE -> whole + "?t=" + Seconds.text(part.place()) + shown(part);
            case SECTION -> whole + "#" + part.anchor();
            case PAGE -> part.anchor().isEmpty() ? whole + DOCUMENTS : part.anchor();
        };
    }

    /** The voice that says it then: another, chosen by the language of the page, keeps another time. And the subtitles that have it. */
    private static String shown(Part part) {
        if (part.anchor().isEmpty()) {
            return "";
        }
        var voice = "&tieng=" + part.anchor();
        return part.language().equals(part.anchor()) ? voice : voice + "&phu-de=" + part.language();
    }
}
