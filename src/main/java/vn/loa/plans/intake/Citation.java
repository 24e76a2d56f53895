package vn.loa.plans.intake;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Another document as a paragraph names it.
 *
 * @param reference number and symbol; of a law, which is cited without, its name
 * @param issuer as it stands there
 * @param subject what it is about, as it stands there
 * @param lead words right before it that tell why it is cited, folded
 * @param from where its kind is named
 * @param to behind the last of what is told of it
 * @param nested whether it stands within what is told of another one
 * @param bracketed whether it stands in brackets behind another one
 */
record Citation(
        String reference,
        DocumentKind kind,
        Optional<Dates.Read> date,
        @Nullable String issuer,
        @Nullable String subject,
        String lead,
        int from,
        int to,
        boolean nested,
        boolean bracketed,
        Set<Doubt> doubts) {}
