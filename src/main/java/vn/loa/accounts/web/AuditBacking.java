package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.loa.accounts.AuditFilter;
import vn.loa.accounts.AuditLog;
import vn.loa.accounts.AuditLog.Line;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.Page;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;

/** Who did what: {@code /quan-tri/nhat-ky}. */
@Named
@RequestScoped
public class AuditBacking {
    private static final int SIZE = 50;

    @Inject
    private AuditLog log;

    @Inject
    private AuditNotes notes;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private AuditQuery query = new AuditQuery(AuditFilter.none(), List.of());
    private Page<Line> lines = Page.empty(1, SIZE);
    private Paging paging = Paging.none();
    private AuditLog.Choices choices = new AuditLog.Choices(List.of(), List.of());
    private boolean allowed = true;

    /** A kind or an act to narrow the list to. */
    public record Option(String code, String text, boolean chosen) {}

    public void load() {
        query = AuditQuery.of(visit::parameter);
        try {
            var by = user.require();
            choices = log.choices(by);
            if (query.unreadable().isEmpty()) {
                lines = log.page(query.filter(), Paging.number(visit.parameter(Paging.PARAMETER)), SIZE, by);
                paging = Paging.of(lines, visit.getAddress());
                notes.prepare(lines.items());
            }
        } catch (NotPermitted ofAPlace) {
            allowed = false;
        }
    }

    /** Whether it is theirs: the trail is of the whole portal. */
    public boolean isAllowed() {
        return allowed;
    }

    public AuditFilter getFilter() {
        return query.filter();
    }

    /** What was written for days and is none; empty when all could be read. */
    public String getUnreadable() {
        return String.join(", ", query.unreadable());
    }

    public Page<Line> getLines() {
        return lines;
    }

    public Paging getPaging() {
        return paging;
    }

    public List<Option> getKinds() {
        return choices.kinds().stream()
                .map(code ->
                        new Option(code, kind(code), code.equals(query.filter().kind())))
                .toList();
    }

    public List<Option> getActions() {
        return choices.actions().stream()
                .map(code -> new Option(
                        code,
                        visit.textOr("deed." + code, "deed.other"),
                        code.equals(query.filter().action())))
                .toList();
    }

    /** What it was done to, in words. */
    public String kind(String code) {
        return notes.kind(code);
    }

    /** What was done, in words: those of its kind, else those that all kinds share. */
    public String deed(Line line) {
        return notes.deed(line);
    }

    /** What is noted about it, in words. */
    public String note(Line line) {
        return notes.words(line);
    }

    /** Who did it: the name of an account, or which part of the portal. */
    public String who(String name) {
        return notes.who(name);
    }

    /** The address of these entries as a table. */
    public String getFile() {
        var address = visit.getAddress().without(Paging.PARAMETER);
        var file = Address.of(Addresses.AUDIT_FILE);
        for (var parameter : address.parameters()) {
            file = file.and(parameter.getKey(), parameter.getValue());
        }
        return file.toString();
    }
}
