package vn.loa.accounts.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.AccountAdministration;
import vn.loa.accounts.AccountChange.Done;
import vn.loa.accounts.ChoosePassword;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NewAccount;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.InvalidInput;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Taxonomies;

/** Opens an account. Its holder chooses the password by a link, which is shown here this once. */
@Named
@RequestScoped
public class NewPersonBacking {
    private static final String USERNAME = "tai-khoan";

    @Inject
    private AccountAdministration administration;

    @Inject
    private ChoosePassword choice;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private PickFields picks;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable PersonForm form;
    private String username = "";
    private String link = "";

    @PostConstruct
    void begin() {
        form = new PersonForm(visit, taxonomies, picks);
    }

    public void open() {
        var problems = new LinkedHashMap<String, String>();
        if (!NewAccount.isUsername(username)) {
            problems.put(USERNAME, visit.text("person.problem.username"));
        }
        problems.putAll(getForm().problems());
        if (problems.isEmpty()) {
            try {
                open(username, problems);
            } catch (InvalidInput | NotPermitted refused) {
                problems.put("dia-ban", visit.text("person.problem.place"));
            }
        }
        getForm().mark(problems);
        problems.values().forEach(NewPersonBacking::say);
    }

    private void open(String name, Map<String, String> problems) {
        if (administration.expect(user.require(), name, getForm().content(true)) instanceof Done) {
            link = choice.invite(user.require(), name)
                    .map(made -> NewPasswordBacking.address(visit, made.secret()))
                    .orElse("");
        } else {
            problems.put(USERNAME, visit.say("person.problem.taken", name));
        }
    }

    private static void say(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    public PersonForm getForm() {
        return Objects.requireNonNull(form, "the form is there from the beginning");
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String written) {
        username = written == null ? "" : NewAccount.username(written);
    }

    /** To hand over; empty until the account has been opened. */
    public String getLink() {
        return link;
    }
}
