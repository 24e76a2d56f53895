package vn.loa.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.common.FormSecret;

/**
 * Signed, expiring tokens that plain forms carry. They need no session, so that nobody fills the memory of the portal by asking for
 * forms, and any node knows those of the others. Together with {@link SameOrigin} they keep other sites from sending forms in
 * somebody's name.
 */
@ApplicationScoped
public class FormTokens {
    /** The parameter that forms send it as. */
    public static final String PARAMETER = "the";

    private static final Duration GOOD_FOR = Duration.ofHours(12);
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    @Inject
    private FormSecret secret;

    @Inject
    private Clock clock;

    FormTokens() {}

    FormTokens(FormSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** For what the pages of somebody at work are given tokens, so that who has to sign in again goes on with what they have open. */
    public static String ofDesk(String username) {
        return "desk " + username;
    }

    /** A token for one kind of form. @param purpose names the form, and whom it is for if it is for somebody */
    public String issue(String purpose) {
        var end = clock.instant().plus(GOOD_FOR).getEpochSecond();
        return end + "." + sign(purpose, end);
    }

    /** Whether this is a token that was issued for this purpose within twelve hours. */
    public boolean isGood(String purpose, @Nullable String token) {
        var parts = SHAPE.matcher(token == null ? "" : token);
        return parts.matches()
                && isSigned(purpose, parts)
                && clock.instant().getEpochSecond() < Long.parseLong(parts.group(1));
    }

    /** Whether this is a token that was issued for this purpose within so long. */
    boolean isFresh(String purpose, @Nullable String token, Duration within) {
        var parts = SHAPE.matcher(token == null ? "" : token);
        return parts.matches()
                && isSigned(purpose, parts)
                && clock.instant().minus(within).plus(GOOD_FOR).getEpochSecond() <= Long.parseLong(parts.group(1));
    }

    /** Whether this is a token that was issued for this purpose, however long ago: nothing may be done by it. */
    public boolean isMadeFor(String purpose, @Nullable String token) {
        var parts = SHAPE.matcher(token == null ? "" : token);
        return parts.matches() && isSigned(purpose, parts);
    }

    private boolean isSigned(String purpose, Matcher parts) {
        var expected = sign(purpose, Long.parseLong(parts.group(1))).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, parts.group(2).getBytes(StandardCharsets.US_ASCII));
    }

    private String sign(String purpose, long end) {
        return secret.sign(purpose + "\n" + end);
    }
}
