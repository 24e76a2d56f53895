package vn.loa.plans;

import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Jsons;
import vn.loa.media.documents.Warning;

/**
 * What a document tells of those who worked on it, beside what it says.
 *
 * @param authors as the file names them
 * @param comments beside its text
 * @param changes that are marked and not yet accepted
 * @param attachments files within the file
 */
public record Traces(List<String> authors, int comments, int changes, int attachments) {
    public Traces {
        authors = List.copyOf(authors);
    }

    /** Whether there is nothing to think of before it is given away. */
    public boolean none() {
        return authors.isEmpty() && comments == 0 && changes == 0 && attachments == 0;
    }

    static Traces of(Collection<Warning> warnings) {
        return new Traces(
                warnings.stream()
                        .filter(warning -> warning.kind() == Warning.Kind.AUTHOR)
                        .flatMap(warning -> Arrays.stream(warning.detail().split("; ")))
                        .toList(),
                count(warnings, Warning.Kind.COMMENTS),
                count(warnings, Warning.Kind.CHANGES),
                count(warnings, Warning.Kind.ATTACHMENTS));
    }

    private static int count(Collection<Warning> warnings, Warning.Kind kind) {
        return warnings.stream()
                .filter(warning -> warning.kind() == kind)
                .mapToInt(warning -> Integer.parseInt(warning.detail()))
                .sum();
    }

    String toJson() {
        var names = Jsons.array();
        authors.forEach(names::add);
        return Jsons.object()
                .add("authors", names)
                .add("comments", comments)
                .add("changes", changes)
                .add("attachments", attachments)
                .build()
                .toString();
    }

    /** Reads what {@link #toJson} wrote; null while nobody has looked. */
    static @Nullable Traces parse(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try (var reader = Jsons.reader(new StringReader(json))) {
            var object = reader.readObject();
            return new Traces(
                    object.getJsonArray("authors").getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .toList(),
                    object.getInt("comments"),
                    object.getInt("changes"),
                    object.getInt("attachments", 0));
        }
    }
}
