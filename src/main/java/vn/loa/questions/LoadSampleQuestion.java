package vn.loa.questions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import vn.loa.accounts.Actor;
import vn.loa.common.Slug;
import vn.loa.editorial.Chronicle;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Topics;

/** Brings a question of the sample content to where it stands in its life, once: one that is there already is left alone. */
@ApplicationScoped
@Transactional
public class LoadSampleQuestion {
    @Inject
    private Questions questions;

    @Inject
    private Agencies agencies;

    @Inject
    private Topics topics;

    @Inject
    private Localities localities;

    @Inject
    private Chronicle chronicle;

    @Inject
    private QuestionSettings settings;

    @Inject
    private Clock clock;

    public void load(SampleQuestion file) {
        var code = TrackingCode.typed(file.code())
                .orElseThrow(() -> new IllegalStateException("Not a tracking code: " + file.code()));
        if (questions.find(code).isPresent()) {
            return;
        }
        var place = file.locality();
        var question = new Question(
                code,
                topics.find(file.topic()).orElseThrow(),
                place == null ? null : localities.find(place).orElseThrow(),
                true,
                true,
                file.receivedAt());
        questions.add(question);
        questions.add(new Letter(question.requireId(), file.text(), null));
        record(question, "receive");
        if (file.agency() != null) {
            live(question, file, agencies.find(file.agency()).orElseThrow());
        }
        questions.flush();
        if (question.isOnline()) {
            chronicle.published(question);
        }
    }

    private void live(Question question, SampleQuestion file, Agency agency) {
        question.assign(
                agency,
                LocalDate.ofInstant(file.receivedAt(), clock.getZone()).plusDays(settings.dueDays()),
                file.receivedAt());
        record(question, "assign");
        if (file.title() == null || file.answer() == null || file.answeredAt() == null) {
            return;
        }
        question.answer(file.title(), file.text(), file.answer(), file.answeredAt());
        record(question, "answer");
        if (file.slug() != null) {
            question.publish(new Slug(file.slug()), file.answeredAt(), clock.instant());
            record(question, "publish");
        }
    }

    private void record(Question question, String action) {
        chronicle.record(question, action, Actor.SAMPLE, null);
    }
}
