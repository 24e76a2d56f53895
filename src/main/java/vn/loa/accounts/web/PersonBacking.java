package vn.loa.accounts.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.AccountAdministration;
import vn.loa.accounts.AccountChange;
import vn.loa.accounts.AccountChange.Done;
import vn.loa.accounts.AccountChange.LastAdministrator;
import vn.loa.accounts.AccountChange.Stale;
import vn.loa.accounts.AccountSecrets;
import vn.loa.accounts.AccountView;
import vn.loa.accounts.ChoosePassword;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.LinkToProvider;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.provider.Provider;
import vn.loa.common.InvalidInput;
import vn.loa.common.web.Absence;
import vn.loa.common.web.BothWrote;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Taxonomies;

/** One account, for administrators: what somebody may do, whether they may sign in, and a link by which they choose a password. */
@Named
@RequestScoped
public class PersonBacking {
    @Inject
    private AccountAdministration administration;

    @Inject
    private AccountSecrets secrets;

    @Inject
    private ChoosePassword passwords;

    @Inject
    private LinkToProvider links;

    @Inject
    private Provider provider;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private PickFields picks;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private @Nullable AccountView account;
    private @Nullable PersonForm form;
    private long version;
    private Map<String, String> base = Map.of();
    private String link = "";
    private boolean twoSteps;
    private @Nullable ProviderForm providerForm;

    @PostConstruct
    void begin() {
        form = new PersonForm(visit, taxonomies, picks);
        try {
            administration.find(user.require(), visit.route("name")).ifPresent(this::show);
            twoSteps = account != null && secrets.hasSecondFactor(user.require(), account.username());
        } catch (NotPermitted beyondTheirPlace) {
            account = null;
        }
        providerForm =
                new ProviderForm(links, provider, visit, user.require(), account == null ? null : account.username());
    }

    private void show(AccountView found) {
        account = found;
        version = found.version();
        base = PersonForm.fields(found);
        getForm().show(found);
    }

    /** Answers that there is nobody of this name, or not where they administer: then no act has done anything. */
    public void load() {
        if (account == null) {
            absence.unknown();
        }
    }

    public void save() {
        var found = account;
        if (found == null) {
            return;
        }
        var met = getForm().meet(base, found);
        version = found.version();
        base = PersonForm.fields(found);
        if (met.isClash()) {
            getForm()
                    .mark(met.theirs().keySet().stream()
                            .collect(Collectors.toMap(field -> field, field -> visit.text("edit.both.here"))));
            say(FacesMessage.SEVERITY_ERROR, visit.text("edit.both"));
            return;
        }
        var problems = getForm().problems();
        if (problems.isEmpty()) {
            change(found.enabled(), met.taken().isEmpty() ? "person.saved" : "edit.joined");
        }
        getForm().mark(problems);
        problems.values().forEach(problem -> say(FacesMessage.SEVERITY_ERROR, problem));
    }

    public void close() {
        enable(false, "person.closed");
    }

    public void reopen() {
        enable(true, "person.reopened");
    }

    private void enable(boolean enabled, String done) {
        if (account != null) {
            getForm().show(account);
            change(enabled, done);
        }
    }

    private void change(boolean enabled, String done) {
        try {
            var seen = version;
            tell(
                    administration.change(
                            user.require(),
                            getAccount().username(),
                            current -> current == seen,
                            getForm().content(enabled)),
                    done);
        } catch (InvalidInput | NotPermitted refused) {
            say(FacesMessage.SEVERITY_ERROR, visit.text("person.problem.place"));
        }
    }

    private void tell(AccountChange change, String done) {
        if (change instanceof Done success) {
            show(success.account());
            say(FacesMessage.SEVERITY_INFO, visit.text(done));
            if (success.endedLink()) {
                endedLink(success.account());
            }
        } else if (change instanceof Stale) {
            say(FacesMessage.SEVERITY_ERROR, visit.text("person.problem.stale"));
        } else if (change instanceof LastAdministrator) {
            say(FacesMessage.SEVERITY_ERROR, visit.text("person.problem.last"));
        } else {
            say(FacesMessage.SEVERITY_ERROR, visit.text("office.notice.truc-trac"));
        }
    }

    /** Who has nothing else to come in by gets another one: the one that was handed over was for what they were then. */
    private void endedLink(AccountView changed) {
        var isRenewed = changed.awaited() && changed.enabled() && isInvited(changed.username());
        say(FacesMessage.SEVERITY_INFO, visit.text(isRenewed ? "person.link.renewed" : "person.link.ended"));
    }

    /** Makes a link, which is shown this once. */
    public void invite() {
        if (account != null && !isInvited(account.username())) {
            say(FacesMessage.SEVERITY_ERROR, visit.text("person.problem.closed"));
        }
    }

    private boolean isInvited(String username) {
        var made = passwords.invite(user.require(), username);
        made.ifPresent(invitation -> link = NewPasswordBacking.address(visit, invitation.secret()));
        return made.isPresent();
    }

    /** For who has lost what the second step needs. */
    public void resetSecondFactor() {
        if (account != null && secrets.resetSecondFactor(user.require(), account.username())) {
            twoSteps = false;
            say(FacesMessage.SEVERITY_INFO, visit.text("person.second.reset"));
        }
    }

    /** Whether it is one's own: how one signs in oneself is decided elsewhere, where the password or a code is asked for first. */
    public boolean isOwn() {
        return account != null && account.username().equals(user.require().name());
    }

    /** Whether they have a second step of signing in. */
    public boolean isTwoSteps() {
        return twoSteps;
    }

    /** By what the provider knows them through which people may sign in. */
    public ProviderForm getProvider() {
        return Objects.requireNonNull(providerForm, "the form is there from the beginning");
    }

    static void say(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }

    public boolean isThere() {
        return account != null;
    }

    public AccountView getAccount() {
        return Objects.requireNonNull(account, "there is no such account");
    }

    public PersonForm getForm() {
        return Objects.requireNonNull(form, "the form is there from the beginning");
    }

    /** To hand over; empty unless it has just been made. */
    public String getLink() {
        return link;
    }

    /** The version that the administrator has seen. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long seen) {
        version = seen;
    }

    /** What the fields held when the page was made. */
    public String getBase() {
        return BothWrote.written(base);
    }

    public void setBase(@Nullable String sent) {
        base = BothWrote.read(sent == null ? "" : sent).orElse(Map.of());
    }
}
