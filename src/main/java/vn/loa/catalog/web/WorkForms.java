package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.PlainText;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Told;
import vn.loa.common.web.Visit;
import vn.loa.editorial.KeepFilter;
import vn.loa.editorial.SubjectKind;

/** Takes what the forms of the list of products at work send, and says what came of it; what is done to many, {@link BulkDeeds} does. They are plain forms, which leave nothing in memory. */
@RequestScoped
public class WorkForms {
    @Inject
    private BulkDeeds deeds;

    @Inject
    private BulkLines lines;

    @Inject
    private KeepFilter filters;

    @Inject
    private FormTokens tokens;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    String token() {
        return tokens.issue(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }

    Told take() {
        if (!tokens.isGood(purpose(), request.getParameter(FormTokens.PARAMETER))) {
            return deeds.expired(parameter("lam"));
        }
        var deed = parameter("lam");
        if (deeds.knows(deed)) {
            return deeds.take(deed);
        }
        return switch (deed) {
            case "giu" -> keep();
            case "bo" -> forget();
            default -> Told.problem(visit.text("work.unknown"), lines.slugs());
        };
    }

    private Told keep() {
        var name = PlainText.line(parameter("ten"));
        var query = WorkAddress.query(WorkAddress.of(parameter("loc")));
        return switch (filters.keep(SubjectKind.PRODUCT, name, query, user.require())) {
            case KEPT -> Told.done(visit.say("work.kept", name));
            case NAME -> Told.problem(visit.say("work.keep.name", KeepFilter.LONGEST_NAME), Set.of());
            case QUERY -> Told.problem(visit.text("work.keep.query"), Set.of());
            case TOO_MANY -> Told.problem(visit.say("work.keep.many", KeepFilter.MOST), Set.of());
        };
    }

    private Told forget() {
        var number = parameter("so");
        var forgotten = number.matches("[0-9]{1,18}")
                ? filters.forget(SubjectKind.PRODUCT, Long.parseLong(number), user.require())
                : Optional.<KeepFilter.Kept>empty();
        return forgotten
                .map(kept -> Told.forgotten(visit.say("work.forgotten", kept.name()), kept.name(), kept.query()))
                .orElseGet(() -> Told.problem(visit.text("work.forgotten.already"), Set.of()));
    }

    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
