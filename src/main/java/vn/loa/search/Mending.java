package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was meant by words that stand nowhere as they were typed: typed with the keyboard for Vietnamese off, with other diacritics, with one letter
 * changed, or with a space forgotten between two. Only what is found by the mended words as they are spelled is an answer; names of places are no
 * mistakes.
 */
@ApplicationScoped
public class Mending {
    /** In a longer phrase Solr would have to try the synonyms of each word with those of all others, more than it can take. */
    private static final int MOST_MISSPELLED = 4;

    @Inject
    private SolrIndex index;

    @Inject
    private RunTogether together;

    @Inject
    private Slips slips;

    @Inject
    private SoundAlikes soundAlikes;

    @Inject
    private Neighbours neighbours;

    @Inject
    private OtherMarks otherMarks;

    @Inject
    private Beginnings beginnings;

    Mending() {}

    /** To be asked without a container. */
    Mending(SolrIndex index) {
        this.index = index;
        this.otherMarks = new OtherMarks(index);
        this.beginnings = new Beginnings(words -> List.of());
        this.together = new RunTogether(index);
        this.slips = new Slips(index);
        this.neighbours = new Neighbours(index);
        this.soundAlikes = new SoundAlikes(neighbours);
    }

    /** @param answer what the visitor wants to see of it @param correction null when what is spelled otherwise was found by its letters alone */
    record Mended(SolrAnswer answer, @Nullable String correction) {}

    /**
     * Words that no text has.
     *
     * @param byLetters those long enough to be mended by themselves whose letters stand nowhere
     * @param bySpelling those that stand nowhere as they were typed
     */
    private record Unknown(List<String> byLetters, List<String> bySpelling) {}

    /** What was meant by words that nothing has; whatever the visitor wants to see of it. */
    Optional<Mended> mend(Words words, PlaceNames places, Inquiry inquiry) {
        var keyed = Keystrokes.read(words).flatMap(meant -> spelledOutOrNearly(meant, inquiry));
        if (keyed.isPresent()) {
            return keyed;
        }
        var begun = beginnings.meant(words).flatMap(meant -> demanded(meant.text(), inquiry));
        if (begun.isPresent()) {
            return begun;
        }
        if (words.haveDiacritics() && Folding.words(words.text()).size() <= MOST_MISSPELLED) {
            var alike = inquiry.best(query -> query.byLetters(words));
            if (alike.total() > 0) {
                var mended = mended(words, alike, inquiry);
                // Several words together are hardly others by chance, one is.
                if (mended.isPresent() || words.each().size() > 1) {
                    return mended.or(
                            () -> Optional.of(new Mended(inquiry.shown(query -> query.byLetters(words)), null)));
                }
            }
        }
        var read = readOtherwise(words, 0, places, inquiry);
        if (read.isPresent()) {
            return read;
        }
        var unknown = unknown(words, places);
        return byOneLetter(words, unknown.byLetters, inquiry)
                .or(() -> unknown.byLetters.isEmpty()
                        ? Optional.empty()
                        : together.parted(words, unknown.byLetters).flatMap(meant -> spelledOut(meant, inquiry)))
                .or(() -> unknown.bySpelling.isEmpty()
                        ? Optional.empty()
                        : slips.undone(words, unknown.bySpelling)
                                .flatMap(meant -> spelledOutOrNearly(meant, inquiry))
                                .filter(mended -> isAPhrase(mended, words)));
    }

    /**
     * What was meant by words that are words, but hardly those that were meant: they stand together nowhere, and others that sound like them, or have their
     * letters, do.
     *
     * @param found how many texts have them as they were typed: few, or none
     */
    Optional<Mended> readOtherwise(Words words, long found, PlaceNames places, Inquiry inquiry) {
        return asSpoken(words, places, inquiry).or(() -> withOtherMarks(words, found, places, inquiry));
    }

    private Optional<Mended> withOtherMarks(Words words, long found, PlaceNames places, Inquiry inquiry) {
        if (!words.haveDiacritics() || !OtherMarks.mayTell(words)) {
            return Optional.empty();
        }
        var alike = inquiry.best(query -> query.byLetters(words.literal()));
        var variants = new HashMap<String, Collection<String>>(Correction.otherwise(words, passages(alike)));
        words.each().stream()
                .filter(Mending::isCutShort)
                .forEach(word -> variants.put(
                        word, NearSyllables.of(Normalizer.normalize(word.toLowerCase(Locale.ROOT), Form.NFC))));
        return otherMarks
                .meant(words, variants, places.unitWordsIn(words), found)
                .flatMap(meant -> demanded(meant.text(), inquiry));
    }

    /** Whether it lacks a letter, or has one too many, with nothing wrong in its diacritics: they tell the word. */
    private static boolean isCutShort(String word) {
        return Words.mayHoldSlipBesideOthers(word)
                && !NearSyllables.isSyllable(Folding.fold(word))
                && new Words(word).haveDiacritics();
    }

    /** What was meant by words that were written as they are spoken, and stand together nowhere: also when a text has them far from one another. */
    private Optional<Mended> asSpoken(Words words, PlaceNames places, Inquiry inquiry) {
        return soundAlikes
                .meant(words, places.unitWordsIn(words))
                .flatMap(meant -> Optional.of(meant)
                        .filter(typed -> !typed.haveDiacritics())
                        .flatMap(typed -> spelledOut(typed, inquiry))
                        .filter(mended -> isAPhrase(mended, words))
                        .or(() -> demanded(meant.text(), inquiry)));
    }

    private boolean isAPhrase(Mended mended, Words typed) {
        return Optional.ofNullable(mended.correction)
                .flatMap(Words::of)
                .map(meant -> neighbours.areAPhrase(meant, typed))
                .orElse(true);
    }

    private Optional<Mended> byOneLetter(Words words, List<String> mistyped, Inquiry inquiry) {
        return mistyped.isEmpty()
                ? Optional.empty()
                : mended(words, inquiry.best(query -> query.byLetters(words.withSlipsIn(mistyped))), inquiry);
    }

    private Optional<Mended> mended(Words words, SolrAnswer similar, Inquiry inquiry) {
        return Correction.of(words, passages(similar))
                .filter(correction -> Words.of(correction)
                        .filter(meant -> neighbours.areAPhrase(meant, words))
                        .isPresent())
                .flatMap(correction -> demanded(correction, inquiry));
    }

    /** What has all these words, whose letters are right, as most texts spell them; those with diacritics as they are, if any text has them so. */
    private Optional<Mended> spelledOut(Words meant, Inquiry inquiry) {
        var alike = Optional.of(meant)
                .filter(Words::haveDiacritics)
                .map(spelled -> inquiry.best(query -> query.demanding(spelled)))
                .filter(answer -> answer.total() > 0)
                .orElseGet(() -> inquiry.best(query -> query.byLetters(meant.literal())));
        return alike.total() == 0 ? Optional.empty() : demanded(Correction.spelled(meant, passages(alike)), inquiry);
    }

    /** The same, or what has most of these words: they are hardly meant otherwise. */
    private Optional<Mended> spelledOutOrNearly(Words meant, Inquiry inquiry) {
        Function<ProductQuery, SolrQuery> most = query -> query.asking(Optional.of(meant));
        return spelledOut(meant, inquiry)
                .or(() -> Optional.of(inquiry.best(most))
                        .filter(answer -> answer.total() > 0)
                        .map(answer -> new Mended(inquiry.shown(most), Correction.spelled(meant, passages(answer)))));
    }

    private Optional<Mended> demanded(String correction, Inquiry inquiry) {
        return Words.of(correction)
                .flatMap(meant -> inquiry.shownIfAny(query -> query.demanding(meant)))
                .map(answer -> new Mended(answer, correction));
    }

    private Unknown unknown(Words words, PlaceNames places) {
        var named = places.unitWordsIn(words);
        var suspects = words.each().stream()
                .filter(Words::mayHoldSlipBesideOthers)
                .filter(word -> !named.contains(word))
                .toList();
        if (suspects.isEmpty()) {
            return new Unknown(List.of(), List.of());
        }
        var counts = new PhraseCounts();
        for (var i = 0; i < suspects.size(); i++) {
            for (var field : List.of("all", "all_f")) {
                counts.count(field + i, field, suspects.get(i));
            }
        }
        var answer = index.ask("/find", counts.query());
        return new Unknown(
                IntStream.range(0, suspects.size())
                        .filter(i -> answer.matches("all_f" + i) == 0)
                        .mapToObj(suspects::get)
                        .filter(Words::mayHoldSlip)
                        .toList(),
                IntStream.range(0, suspects.size())
                        .filter(i -> answer.matches("all" + i) == 0)
                        .mapToObj(suspects::get)
                        .toList());
    }

    private static List<String> passages(SolrAnswer answer) {
        return answer.passages().values().stream()
                .flatMap(fields -> fields.entrySet().stream())
                .filter(field -> !field.getKey().equals(Finder.LABELS))
                .flatMap(field -> field.getValue().stream())
                .toList();
    }
}
