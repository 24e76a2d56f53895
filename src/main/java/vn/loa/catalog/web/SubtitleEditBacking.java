package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.SubtitlePage;
import vn.loa.catalog.SubtitlePages;
import vn.loa.common.Jsons;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;

/** Where subtitles are written: {@code /quan-tri/san-pham/{slug}/phu-de/{name}}. The cues themselves its script asks for. */
@Named
@RequestScoped
public class SubtitleEditBacking {
    private static final List<String> SAYINGS = List.of(
            "saving",
            "saved",
            "kept",
            "not-kept",
            "offline",
            "failed",
            "count",
            "empty-count",
            "unsent",
            "sent",
            "found",
            "replaced",
            "nothing-found",
            "shift-too-far",
            "shift-too-late",
            "shift-past-end",
            "past-end",
            "created",
            "warned",
            "no-warning",
            "no-wave",
            "no-sound",
            "cue",
            "cue-empty",
            "added",
            "removed",
            "changed",
            "more",
            "same",
            "mine",
            "theirs",
            "merged",
            "bad-time",
            "bad-shift",
            "restored",
            "imported",
            "nothing-said",
            "written-meanwhile",
            "handed",
            "sent-back",
            "untranslated",
            "unwritten");

    @Inject
    private SubtitlePages pages;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private @Nullable SubtitlePage page;

    public void begin() {
        page = pages.find(visit.route("slug"), visit.route("name"), user.require())
                .orElse(null);
        if (page == null) {
            absence.unknown();
        } else if (!page.name().equals(visit.route("name"))) {
            // A change is written where that is which it changes.
            Redirect.to(
                    visit.link(Address.of(Addresses.WORK_LIST + "/" + page.slug() + "/phu-de/" + page.name())),
                    FacesContext.getCurrentInstance());
        }
    }

    public @Nullable SubtitlePage getPage() {
        return page;
    }

    /** Why they were sent back, with the seconds that are named. */
    public List<WorkNotes.Part> getNotes() {
        return page == null || page.note() == null ? List.of() : WorkNotes.of(page.note());
    }

    public String getBack() {
        return visit.href(Addresses.WORK_LIST + "/" + visit.route("slug"));
    }

    /** Where the script asks for the cues. */
    public String getService() {
        return Addresses.SUBTITLES + "/" + visit.route("slug") + "/";
    }

    /** Under which the browser keeps what is not saved yet; one person's. */
    public String getKeptAs() {
        return "loa:phu-de:" + user.require().name() + ":" + visit.route("slug") + ":" + visit.route("name");
    }

    /** The sentences that the script says, by their names. */
    public String getSayings() {
        var sayings = Jsons.object();
        SAYINGS.forEach(name -> sayings.add(name, visit.text("subtitles.edit." + name)));
        return sayings.build().toString();
    }
}
