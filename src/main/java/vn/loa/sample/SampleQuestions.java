package vn.loa.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.questions.LoadSampleQuestion;
import vn.loa.questions.SampleQuestion;

/** Reads the questions of the sample content. */
@ApplicationScoped
class SampleQuestions {
    @Inject
    private LoadSampleQuestion load;

    /** One question, in one transaction; one that is there already is left alone. */
    void load(JsonObject file) {
        var fields = new JsonFields(file);
        var question = new SampleQuestion(
                fields.text("code"),
                fields.optionalText("slug").orElse(null),
                fields.text("topic"),
                fields.optionalText("locality").orElse(null),
                fields.optionalText("agency").orElse(null),
                fields.optionalInstant("receivedAt").orElseThrow(() -> InvalidInput.of("receivedAt", "is required")),
                fields.lines("text"),
                fields.optionalText("title").orElse(null),
                fields.optionalLines("answer", Integer.MAX_VALUE).orElse(null),
                fields.optionalInstant("answeredAt").orElse(null));
        fields.finish();
        load.load(question);
    }
}
