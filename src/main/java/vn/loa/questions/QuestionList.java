package vn.loa.questions;

import java.util.List;
import vn.loa.common.Page;
import vn.loa.common.Texts;

/**
 * A page of the list of questions, and what it can be narrowed to: each choice with the number of questions that it would leave, as everything else is
 * chosen.
 *
 * @param filter what it was asked for, by the codes of today
 * @param states by the life of a question, those that are late first; without labels
 */
public record QuestionList(
        QuestionFilter filter,
        Page<QuestionLine> lines,
        List<Choice> states,
        List<Choice> agencies,
        List<Choice> topics) {
    public QuestionList {
        states = List.copyOf(states);
        agencies = List.copyOf(agencies);
        topics = List.copyOf(topics);
    }

    public static QuestionList empty() {
        return new QuestionList(QuestionFilter.none(), Page.empty(1, Page.LARGEST), List.of(), List.of(), List.of());
    }

    public record Choice(String code, Texts label, long count) {}
}
