package vn.loa.accounts.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.AccountContent;
import vn.loa.accounts.AccountView;
import vn.loa.accounts.Role;
import vn.loa.common.PlainText;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;
import vn.loa.taxonomy.Taxonomies;

/** What administrators write down about somebody: the fields of a form and what may be chosen in them. For one request. */
public final class PersonForm {
    private final Visit visit;
    private final Taxonomies taxonomies;
    private final PickFields picks;
    private String displayName = "";
    private String[] roles = {};
    private String[] languages = {};
    private String locality = "";

    PersonForm(Visit visit, Taxonomies taxonomies, PickFields picks) {
        this.visit = visit;
        this.taxonomies = taxonomies;
        this.picks = picks;
    }

    /** Something to choose. @param value what is sent for it */
    public record Choice(String value, String label) {}

    void show(AccountView account) {
        displayName = account.displayName();
        roles = account.roles().toArray(String[]::new);
        languages = account.languages().toArray(String[]::new);
        locality = account.locality() == null ? "" : account.locality();
    }

    /** What is wrong, in words; empty when nothing is. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        if (displayName.isEmpty()) {
            problems.add(visit.text("person.problem.name"));
        } else if (displayName.length() > AccountContent.LONGEST_NAME) {
            problems.add(visit.say("person.problem.long", AccountContent.LONGEST_NAME));
        }
        if (held().contains(Role.LANGUAGE_REVIEWER) && languages.length == 0) {
            problems.add(visit.text("person.problem.languages"));
        }
        if (held().contains(Role.COMMUNE_OFFICER) && locality.isEmpty()) {
            problems.add(visit.text("person.problem.commune"));
        }
        var unclear = picks.trouble(Kind.UNIT, locality, visit.getWords());
        if (!unclear.isEmpty()) {
            problems.add(unclear);
        }
        return problems;
    }

    AccountContent content(boolean enabled) {
        return new AccountContent(
                displayName,
                held(),
                Optional.of(locality).filter(code -> !code.isEmpty()),
                Set.copyOf(new LinkedHashSet<>(Arrays.asList(languages))),
                enabled);
    }

    private Set<Role> held() {
        return Arrays.stream(roles).flatMap(code -> Role.find(code).stream()).collect(Collectors.toUnmodifiableSet());
    }

    public List<Choice> getRoleChoices() {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.code(), visit.text("office.role." + role.code())))
                .toList();
    }

    public List<Choice> getLanguageChoices() {
        return taxonomies.languagesOfWorks().stream()
                .map(language -> new Choice(language.code(), visit.of(language.label())))
                .toList();
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(@Nullable String written) {
        displayName = written == null ? "" : PlainText.line(written);
    }

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String @Nullable [] chosen) {
        roles = chosen == null ? new String[0] : chosen.clone();
    }

    public String[] getLanguages() {
        return languages.clone();
    }

    public void setLanguages(String @Nullable [] chosen) {
        languages = chosen == null ? new String[0] : chosen.clone();
    }

    /** In words. */
    public String getLocality() {
        return picks.shown(Kind.UNIT, locality, visit.getWords());
    }

    public void setLocality(@Nullable String written) {
        locality = written == null ? "" : picks.code(Kind.UNIT, written, visit.getWords());
    }
}
