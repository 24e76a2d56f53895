package vn.loa.programmes;

import java.util.List;

/**
 * What a station would rather play: works of all of these. A code that is empty stands for any.
 *
 * @param language of the voice that is heard
 */
public record Preference(String genre, String language, String topic, String audience) {
    /** So many say what a station likes; behind them nothing is preferred. */
    public static final int MOST = 12;

    /** Genres, those that come first first. */
    public static List<Preference> ofGenres(List<String> codes) {
        return codes.stream().map(code -> new Preference(code, "", "", "")).toList();
    }

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return equals(new Preference("", "", "", ""));
    }

    boolean matches(Candidate each) {
        return (genre.isEmpty() || genre.equals(each.genre()))
                && (language.isEmpty() || language.equals(each.language()))
                && (topic.isEmpty() || each.topics().contains(topic))
                && (audience.isEmpty() || each.audiences().contains(audience));
    }

    /** Whether one has to know what a work is about, or for whom it is. */
    boolean asksForSubjects() {
        return !topic.isEmpty() || !audience.isEmpty();
    }
}
