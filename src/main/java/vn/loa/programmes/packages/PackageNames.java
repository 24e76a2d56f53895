package vn.loa.programmes.packages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.common.Texts;
import vn.loa.media.MediaAddress;

/**
 * What folders and files of a package are called: in letters, digits and hyphens of ASCII, which every player, file system and program for archives can read, and so that sorting them by name is the
 * order in which they are played.
 */
final class PackageNames {
    /** Of the words of a title: with all folders before it a path stays below what Windows takes. */
    private static final int LONGEST_WORDS = 60;

    private static final List<String> WEEKDAYS =
            List.of("thu-hai", "thu-ba", "thu-tu", "thu-nam", "thu-sau", "thu-bay", "chu-nhat");

    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

    private PackageNames() {}

    /** The beginning of the name of a package: {@code loa-01393-20261123-20261129}. @param code of the commune in addresses */
    static String ofPackage(String code, LocalDate from, LocalDate to) {
        var day = DateTimeFormatter.BASIC_ISO_DATE;
        return "loa-" + plain(code, "xa") + "-" + day.format(from) + "-" + day.format(to);
    }

    /** The folder of a day: {@code 2026-11-23-thu-hai}. */
    static String ofDay(LocalDate day) {
        return day + "-" + WEEKDAYS.get(day.getDayOfWeek().getValue() - 1);
    }

    /**
     * The folder of a stretch in which a station is on air, within that of its day: {@code 0530}.
     *
     * @param taken names of those before it on that day
     */
    static String ofBlock(LocalDateTime begins, Set<String> taken) {
        var name = (begins.getSecond() == 0 ? MINUTE : SECOND).format(begins);
        var unique = name;
        for (var next = 2; taken.contains(unique); next++) {
            unique = name + "-" + next;
        }
        return unique;
    }

    /**
     * A file, within the folder of its stretch: {@code 03-con-bo-cua-nha-ong-pao-hmn.mp3}.
     *
     * @param number from 1
     * @param count of files in that folder
     */
    static String ofSound(int number, int count, String words, String language, String contentType) {
        var digits = Math.max(2, Integer.toString(count).length());
        return String.format(
                Locale.ROOT,
                "%0" + digits + "d-%s-%s.%s",
                number,
                plain(words, "am-thanh"),
                plain(language, "khac"),
                MediaAddress.extension(contentType));
    }

    /** A file that is called by what is in it: {@code 3fa2….mp3}. */
    static String ofContent(String sha256, String contentType) {
        return sha256 + "." + MediaAddress.extension(contentType);
    }

    /** @param otherwise when nothing of it is left */
    private static String plain(String text, String otherwise) {
        var words = trimmed(OTHERS.matcher(Texts.fold(text)).replaceAll("-"));
        if (words.length() > LONGEST_WORDS) {
            var end = words.lastIndexOf('-', LONGEST_WORDS);
            words = trimmed(words.substring(0, end > LONGEST_WORDS / 2 ? end : LONGEST_WORDS));
        }
        return words.isEmpty() ? otherwise : words;
    }

    private static String trimmed(String words) {
        return words.replaceAll("^-|-$", "");
    }
}
