package vn.loa.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.common.Texts;

/** The languages that works may be in, as people name them: {@code tiếng Mông}, {@code hmong}, {@code người Tày}. Immutable. */
final class Tongues {
    /** What may stand around the name of a language and says nothing more. */
    private static final Set<String> AROUND =
            Set.of("bang", "nghe", "xem", "doc", "noi", "long", "phu", "de", "co", "dich", "ra", "sang", "ban");

    /** Of longer sentences a language is only a part. */
    private static final int MOST_BESIDE = 3;

    private static final String LANGUAGE = "tieng";
    private static final List<List<String>> PEOPLE = List.of(List.of("nguoi"), List.of("dan", "toc"));

    private static final Set<String> MONG = Set.of("mong", "hmong");

    /** The name of the Mông with its first letter apart, however it is parted. */
    private static final Pattern H_APART =
            Pattern.compile("(?iu)(?<![\\p{L}\\p{M}\\p{N}])(h)[\\s'’‘ʼ.\\p{Pd}]+(?=m[oô]ng(?![\\p{L}\\p{M}\\p{N}]))");

    private final Map<String, List<Spelling>> namesByCode;

    private Tongues(Map<String, List<Spelling>> namesByCode) {
        this.namesByCode = Map.copyOf(namesByCode);
    }

    /**
     * A language that is asked for.
     *
     * @param beside what else is
     */
    record Mention(String code, Optional<Words> beside) {}

    /** @param labels what each language is called, by its code */
    static Tongues of(Map<String, Texts> labels) {
        var names = new java.util.HashMap<String, List<Spelling>>();
        labels.forEach((code, label) -> {
            var words = Spelling.of(label.in(Texts.FALLBACK));
            if (words.size() == 2 && words.get(0).bare().equals(LANGUAGE)) {
                var name = new ArrayList<>(List.of(words.get(1)));
                if (MONG.contains(name.get(0).bare())) {
                    // The one people with a name of two spellings.
                    name.addAll(Spelling.of("hmông"));
                }
                names.put(code, List.copyOf(name));
            }
        });
        return new Tongues(names);
    }

    static Tongues none() {
        return new Tongues(Map.of());
    }

    /** The language that is asked for by these words: by its own name anywhere, by the name of its people only when there is nothing else. */
    Optional<Mention> in(Words words) {
        var each = new Words(H_APART.matcher(words.text()).replaceAll("$1")).each();
        var spelled = each.stream().map(Tongues::spelling).toList();
        for (var at = 0; at + 1 < each.size(); at++) {
            if (spelled.get(at).bare().equals(LANGUAGE)) {
                var code = called(spelled.get(at + 1));
                if (code.isPresent()) {
                    return mention(code.get(), each, at, at + 2);
                }
            }
        }
        return people(spelled).map(code -> new Mention(code, Optional.empty()));
    }

    private static Optional<Mention> mention(String code, List<String> each, int from, int to) {
        var beside = new ArrayList<String>();
        for (var at = 0; at < each.size(); at++) {
            if ((at < from || at >= to) && !AROUND.contains(Folding.fold(each.get(at)))) {
                beside.add(each.get(at));
            }
        }
        return beside.size() > MOST_BESIDE
                ? Optional.empty()
                : Optional.of(new Mention(code, Words.of(String.join(" ", beside))));
    }

    private Optional<String> people(List<Spelling> spelled) {
        var last = spelled.get(spelled.size() - 1);
        var before = spelled.subList(0, spelled.size() - 1).stream()
                .map(Spelling::bare)
                .toList();
        return PEOPLE.contains(before) || before.isEmpty() && meansNothingElse(last)
                ? called(last).filter(code -> !code.equals(Texts.FALLBACK))
                : Optional.empty();
    }

    /** Whether it is a name by itself: "tay" is a hand, only "Tày" is a people. "Mong" is to hope, too, but alone nobody looks for that. */
    private static boolean meansNothingElse(Spelling name) {
        return name.hasDiacritics() || MONG.contains(name.bare());
    }

    /** Whether one of these words, as they stand in a text, is the name of this language or of its people. */
    boolean isNamedIn(String text, String code) {
        return Spelling.of(text).stream()
                .anyMatch(word ->
                        namesByCode.getOrDefault(code, List.of()).stream().anyMatch(name -> name.equals(word)));
    }

    private Optional<String> called(Spelling typed) {
        var found = new HashSet<String>();
        namesByCode.forEach((code, names) -> {
            if (names.stream().anyMatch(name -> name.isTypedAs(typed))) {
                found.add(code);
            }
        });
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static Spelling spelling(String word) {
        var read = Spelling.of(word);
        // What is several words, such as a number with its symbol, is the name of no language.
        return read.size() == 1 ? read.get(0) : new Spelling(Folding.fold(word), Folding.fold(word), "");
    }
}
