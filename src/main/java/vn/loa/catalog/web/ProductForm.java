package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.Step;
import vn.loa.common.InvalidInput;
import vn.loa.common.PlainText;
import vn.loa.common.TimeSource;
import vn.loa.common.web.FormTokens;

/** What a form about one product at work has sent, field by field, and the tokens that such forms carry. */
@RequestScoped
public class ProductForm {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    @Inject
    private FormTokens tokens;

    @Inject
    private CurrentUser user;

    @Inject
    private HttpServletRequest request;

    /** For forms of products; it is one person's, and survives their signing in anew. */
    String token() {
        return tokens.issue(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }

    boolean isOurs() {
        return isOurs(request.getParameter(FormTokens.PARAMETER));
    }

    /** Whether this is a {@link #token} of theirs. */
    boolean isOurs(@Nullable String token) {
        return tokens.isGood(purpose(), token);
    }

    /** What was written into a field; empty when there is none. */
    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").replace("\0", "");
    }

    /** A note, as lines of plain text. @throws InvalidInput when it is too long */
    String note(String name) {
        var note = PlainText.lines(parameter(name)).strip();
        if (note.length() > Step.LONGEST_NOTE) {
            throw InvalidInput.of("note", "must have at most " + Step.LONGEST_NOTE + " characters");
        }
        return note;
    }

    /** Why a field has no {@link #moment}, as the key of a text. @param none of what is said when it holds no date with a time */
    String noMoment(String name, String none) {
        try {
            var year = LocalDateTime.parse(parameter(name)).getYear();
            return year > LATEST ? "working.when.far" : year < EARLIEST ? "working.when.past" : none;
        } catch (DateTimeParseException unreadable) {
            return none;
        }
    }

    /** A date and a time as browsers send them; people of the province mean their own clock. Null when it is none. */
    @Nullable Instant moment(String name) {
        try {
            var at = LocalDateTime.parse(parameter(name));
            return at.getYear() > LATEST || at.getYear() < EARLIEST
                    ? null
                    : at.atZone(TimeSource.ZONE).toInstant();
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    /** The version that they decided on; none when the form does not say. */
    long version() {
        var text = parameter("phien-ban");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    /** Whether a version of a track is the one that its reviewer has looked at; null when the form does not say. */
    @Nullable LongPredicate seen() {
        var text = parameter("da-xem");
        if (!text.matches("[0-9]{1,18}")) {
            return null;
        }
        var seen = Long.parseLong(text);
        return version -> version == seen;
    }
}
