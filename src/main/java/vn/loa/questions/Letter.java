package vn.loa.questions;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody wrote, in their own words, and how to reach them: all that is known of a sender, and the first thing to be erased. */
@Entity
@Table(name = "question_letter")
class Letter {
    static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_CONTACT = 100;

    @Id
    private long question;

    @Version
    private long version;

    private String text;
    private @Nullable String contact;

    protected Letter() {}

    /** @param question id of the question that was made of it */
    Letter(long question, String text, @Nullable String contact) {
        this.question = question;
        this.text = text;
        this.contact = contact;
    }

    String text() {
        return text;
    }

    Optional<String> contact() {
        return Optional.ofNullable(contact);
    }
}
