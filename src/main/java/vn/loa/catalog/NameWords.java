package vn.loa.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.loa.taxonomy.Language;

/** The words of the name of a file, in any form of Unicode, and what they say of its language. */
final class NameWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼ`]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** After these a language follows. */
    private static final Set<String> LEADS = Set.of("tieng", "sub", "dub", "phude", "longtieng", "lang");

    /** What parts a name into fields; spaces and hyphens only part words of one. */
    private static final String FIELDS = "._()[]{}+,&#@~";

    /** Members of the macrolanguage {@code hmn} of ISO 639-3 that are spoken in Viet Nam, as programs write them. */
    private static final Set<String> OF_HMONG = Set.of("mww", "hnj", "hmv", "hmz", "hmd");

    private static final int LED = 3;
    private static final int ALONE = 2;
    private static final int AT_THE_END = 1;
    private static final int NOT = 0;
    private static final int LETTERS_OF_SHORT_CODES = 2;

    /** @param text in NFC and small letters; @param field whether it stands for itself between marks that part fields */
    private record Word(String text, String folded, boolean field) {}

    private final List<Word> words = new ArrayList<>();

    /** Whether it is written with diacritics, so that a word without them means another one: rửa tay is not Tày. */
    private final boolean accented;

    /** @param name without its ending */
    NameWords(String name) {
        var plain = APOSTROPHES
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
                .replaceAll("");
        var found = WORD.matcher(plain);
        while (found.find()) {
            words.add(new Word(
                    found.group(), fold(found.group()), parts(plain, found.start() - 1) && parts(plain, found.end())));
        }
        accented = words.stream().anyMatch(word -> !word.text.equals(word.folded));
    }

    private static boolean parts(String name, int at) {
        return at < 0 || at >= name.length() || FIELDS.indexOf(name.charAt(at)) >= 0;
    }

    private static String fold(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }

    /** Whether it has these words beside each other, whatever their diacritics. */
    boolean has(String... wanted) {
        for (var i = 0; i + wanted.length <= words.size(); i++) {
            var same = true;
            for (var k = 0; k < wanted.length; k++) {
                same &= words.get(i + k).folded.equals(wanted[k]);
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** How surely it says this language: the greater the surer, and of what is as sure what stands later; 0 when it does not. */
    int saying(Language language) {
        var names = names(language);
        return IntStream.range(0, words.size())
                .map(at -> rank(
                        Math.max(
                                asCode(at, language),
                                names.stream()
                                        .filter(name -> isAt(at, name))
                                        .mapToInt(name -> surety(at, name.size()))
                                        .max()
                                        .orElse(NOT)),
                        at))
                .max()
                .orElse(NOT);
    }

    private int rank(int sure, int at) {
        return sure == NOT ? NOT : sure * (words.size() + 1) + at;
    }

    private int asCode(int at, Language language) {
        var word = words.get(at);
        var isCode = word.text.equals(language.code())
                || word.text.equals(language.mediaCode())
                || word.text.equals(language.bcp47().split("-", 2)[0])
                || language.mediaCode().equals("hmn") && OF_HMONG.contains(word.text);
        if (!isCode) {
            return NOT;
        }
        if (word.field || led(at)) {
            return LED;
        }
        // Two letters may be a syllable, as in đơn vị.
        return word.text.length() > LETTERS_OF_SHORT_CODES ? ALONE : isLast(at + 1) ? AT_THE_END : NOT;
    }

    private int surety(int at, int size) {
        if (led(at)) {
            return LED;
        }
        if (size == 1 && words.get(at).field) {
            return ALONE;
        }
        return isLast(at + size) ? AT_THE_END : NOT;
    }

    private boolean isAt(int at, List<String> name) {
        if (at + name.size() > words.size()) {
            return false;
        }
        var exact = accented && !led(at) && !(name.size() == 1 && words.get(at).field);
        return IntStream.range(0, name.size()).allMatch(i -> {
            var word = words.get(at + i);
            return exact ? word.text.equals(name.get(i)) : word.folded.equals(fold(name.get(i)));
        });
    }

    private boolean led(int at) {
        return at > 0 && LEADS.contains(words.get(at - 1).folded);
    }

    private boolean isLast(int end) {
        return end == words.size();
    }

    /** What people call it, each as its words: in Vietnamese, English and itself, without what all names of languages have. */
    private static List<List<String>> names(Language language) {
        var names = new ArrayList<String>(language.label().asMap().values());
        names.add(language.endonym());
        return names.stream()
                .map(NameWords::bare)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> bare(String name) {
        var parts = new ArrayList<String>();
        new NameWords(name).words.forEach(word -> parts.add(word.text));
        if (parts.size() > 1 && parts.get(0).equals("tiếng")) {
            parts.remove(0);
        }
        return parts;
    }
}
