package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import vn.loa.common.Messages;
import vn.loa.common.web.Visit;
import vn.loa.programmes.FoundDays.Lost;

/** Says what is planned and cannot be played, and why. */
@RequestScoped
public class LostWords {
    @Inject
    private ProgrammeForms forms;

    @Inject
    private Visit visit;

    /** {@code Thứ Hai, 23/11/2026, 05:00:00: Con bò nhà ông Páo (Tiếng Mông), chưa có tệp cho đài}. */
    String line(Lost each) {
        return Messages.in(visit.getLanguage())
                .text(
                        "package.lost",
                        forms.day(each.at().toLocalDate()) + ", "
                                + visit.getWords().second(each.at()),
                        each.title().isEmpty() ? visit.text("programme.unknown") : visit.of(each.title()),
                        forms.language(each.language()),
                        visit.text("package.lost." + each.why().code()));
    }
}
