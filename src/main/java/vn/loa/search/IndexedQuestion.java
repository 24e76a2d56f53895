package vn.loa.search;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import vn.loa.common.TimeSource;
import vn.loa.questions.Question;
import vn.loa.taxonomy.Topic;

/** A public question with its answer as the index holds it. */
final class IndexedQuestion {
    private IndexedQuestion() {}

    static JsonObject of(Subject subject, Question question, String revision) {
        var document = new IndexDocument(subject, question.slug(), revision)
                .words("title", question.title())
                .words("summary", question.asked())
                .words("body", question.answer())
                .words("suggestion", question.title())
                .codes("topic", topics(question));
        question.topic().ifPresent(topic -> document.named("names", topic.label()));
        question.agency().ifPresent(agency -> document.named("names", agency.name()));
        question.locality().ifPresent(place -> {
            document.codes("locality", LocalityNames.around(List.of(place)));
            document.named("names", place.label());
            LocalityNames.labelsAround(List.of(place)).forEach(label -> document.named("around", label));
        });
        question.publishedAt().ifPresent(moment -> {
            document.moment("publishedAt", moment);
            document.number("year", moment.atZone(TimeSource.ZONE).getYear());
        });
        return document.build();
    }

    /** The topic and those above it. */
    private static List<String> topics(Question question) {
        var codes = new ArrayList<String>();
        for (var next = question.topic(); next.isPresent(); next = next.flatMap(Topic::parent)) {
            codes.add(next.get().code());
        }
        return codes;
    }
}
