package vn.loa.archive.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import vn.loa.accounts.CurrentUser;
import vn.loa.archive.BringArchive;
import vn.loa.archive.BringArchive.View;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;

/** Where many products are brought in at once, and what was brought in: {@code /quan-tri/nhap-nhieu}. */
@Named
@RequestScoped
public class ArchivesBacking {
    @Inject
    private BringArchive archives;

    @Inject
    private FaultWords words;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private List<View> all = List.of();
    private List<String> folders = List.of();

    /** Takes what a form sends, or reads the list. */
    public void begin() {
        var by = user.require();
        if (sent.isSent()) {
            take();
        }
        if (!FacesContext.getCurrentInstance().getResponseComplete()) {
            all = archives.list(by);
            folders = archives.folders(by);
        }
    }

    private void take() {
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("archive.expired"));
            return;
        }
        Optional<Long> begun = sent.getButton().equals("thu-muc")
                ? archives.ofFolder(sent.line("ten"), user.require())
                : archives.ofUpload(sent.line("tep"), user.require());
        begun.ifPresentOrElse(
                id -> Redirect.to(visit.href(Addresses.ARCHIVES + "/" + id), FacesContext.getCurrentInstance()),
                () -> sent.refuse(visit.text("archive.none")));
    }

    public List<View> getAll() {
        return all;
    }

    public List<String> getFolders() {
        return folders;
    }

    /** How far one is. */
    public String state(View view) {
        return words.state(view);
    }

    /** Where its page is. */
    public String address(View view) {
        return visit.href(Addresses.ARCHIVES + "/" + view.id());
    }

    public String getAction() {
        return visit.href(Addresses.ARCHIVES);
    }

    public String getFiles() {
        return Addresses.ARCHIVE_FILES;
    }

    /** Where the script sends an archive. */
    public String getApi() {
        return Addresses.DESK_API;
    }

    /** That it shows there. */
    public String getApiToken() {
        return sent.token(FormTokens.ofDesk(user.require().name()));
    }

    public String getToken() {
        return sent.token(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }
}
