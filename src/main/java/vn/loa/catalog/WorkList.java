package vn.loa.catalog;

import java.util.List;
import java.util.Map;
import vn.loa.catalog.WorkFilter.Whose;
import vn.loa.common.Page;
import vn.loa.common.Texts;

/**
 * A page of the list of products at work, and what the list can be narrowed to: each choice with the number of products that it would
 * leave, as everything else is chosen. Choices without products are left out, but for the one that is chosen.
 *
 * @param filter what it was asked for, by the codes of today
 * @param states by the life of a product; without labels
 * @param topics below each topic those under it
 * @param languages by what is complete in them
 * @param years the latest first; without labels
 * @param all products when none is left out for whose it is
 * @param whose how many of {@code all} are whose
 * @param ofAnyLanguage products when none is left out for its languages
 */
public record WorkList(
        WorkFilter filter,
        Page<WorkLine> lines,
        List<Choice> states,
        List<Choice> genres,
        List<Choice> topics,
        List<Choice> languages,
        List<Choice> years,
        List<Choice> localities,
        long all,
        Map<Whose, Long> whose,
        long ofAnyLanguage) {

    public WorkList {
        states = List.copyOf(states);
        genres = List.copyOf(genres);
        topics = List.copyOf(topics);
        languages = List.copyOf(languages);
        years = List.copyOf(years);
        localities = List.copyOf(localities);
        whose = Map.copyOf(whose);
    }

    public static WorkList empty() {
        return new WorkList(
                WorkFilter.none(),
                Page.empty(1, Page.LARGEST),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                Map.of(),
                0);
    }

    /** @param depth how many stand above it */
    public record Choice(String code, Texts label, int depth, long count) {
        static Choice of(String code, long count) {
            return new Choice(code, Texts.none(), 0, count);
        }
    }
}
