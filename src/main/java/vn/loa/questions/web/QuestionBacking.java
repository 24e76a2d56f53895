package vn.loa.questions.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Jsons;
import vn.loa.common.Texts;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Visit;
import vn.loa.questions.PublicQuestions;

/** The page of one question with its answer. */
@Named
@RequestScoped
public class QuestionBacking {
    @Inject
    private PublicQuestions questions;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private PublicQuestions.@Nullable Shown question;

    /** Reads the page, or answers that there is none. */
    public void load() {
        var found = questions.visit(visit.route("slug"));
        if (found instanceof PublicQuestions.Visited.Open open) {
            question = open.question();
        } else if (found instanceof PublicQuestions.Visited.Withdrawn withdrawn) {
            absence.withdrawn(Texts.of(Texts.FALLBACK, withdrawn.title()), withdrawn.reason());
        } else if (found instanceof PublicQuestions.Visited.Forgotten forgotten) {
            absence.withdrawn(
                    Texts.none(), visit.text(forgotten.takenBack() ? "question.taken-back" : "question.forgotten"));
        } else {
            absence.unknown();
        }
    }

    public PublicQuestions.@Nullable Shown getQuestion() {
        return question;
    }

    /** The paragraphs of a text: an empty line parts them. */
    public List<String> paragraphs(String text) {
        return Stream.of(text.split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** What search engines say of the page: how the answer begins. */
    public String getDescription() {
        var shown = question;
        if (shown == null) {
            return "";
        }
        return shown.beginning();
    }

    /** In the words of schema.org, as JSON-LD that can stand in a script element: it has no {@code <}, {@code >} or {@code &}. */
    public String getJson() {
        var shown = question;
        if (shown == null) {
            return "{}";
        }
        var url = visit.absolute(shown.path());
        var answer = Jsons.object()
                .add("@type", "Answer")
                .add("text", shown.answer())
                .add("dateCreated", shown.answeredAt().toString())
                .add("url", url + "#tra-loi")
                .add(
                        "author",
                        Jsons.object().add("@type", "GovernmentOrganization").add("name", visit.of(shown.agency())));
        var asked = Jsons.object()
                .add("@type", "Question")
                .add("name", shown.title())
                .add("text", shown.asked())
                .add("dateCreated", shown.receivedAt().toString())
                .add("answerCount", 1)
                .add("acceptedAnswer", answer);
        return Jsons.object()
                .add("@context", "https://schema.org")
                .add("@type", "QAPage")
                .add("url", url)
                .add("inLanguage", Texts.FALLBACK)
                .add("mainEntity", asked)
                .build()
                .toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
