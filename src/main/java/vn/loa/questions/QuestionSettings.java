package vn.loa.questions;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.SchemaMigration;

/** What whoever runs the portal decides about questions. */
@ApplicationScoped
public class QuestionSettings {
    private static final int MOST_DAYS = 3_660;

    @Inject
    @ConfigProperty(name = "loa.questions.days", defaultValue = "15")
    private int dueDays;

    @Inject
    @ConfigProperty(name = "loa.questions.retention.days", defaultValue = "180")
    private int retentionDays;

    /** How many days there are for an answer, unless somebody says otherwise. */
    public int dueDays() {
        return dueDays;
    }

    /** How long what a sender wrote, and how to reach them, is kept once their question has ended. */
    public Duration retention() {
        return Duration.ofDays(retentionDays);
    }

    void check(@Observes @Priority(SchemaMigration.FIRST + 10) @Initialized(ApplicationScoped.class) Object start) {
        require("loa.questions.days", dueDays);
        require("loa.questions.retention.days", retentionDays);
    }

    private static void require(String setting, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalStateException(
                    "The setting " + setting + " must be from 1 to " + MOST_DAYS + ", not " + days);
        }
    }
}
