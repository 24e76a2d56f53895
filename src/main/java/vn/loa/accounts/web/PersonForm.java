package vn.loa.accounts.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.AccountContent;
import vn.loa.accounts.AccountView;
import vn.loa.accounts.Role;
import vn.loa.common.PlainText;
import vn.loa.common.web.Reconciled;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;
import vn.loa.taxonomy.Taxonomies;

/** What administrators write down about somebody: the fields of a form and what may be chosen in them. For one request. */
public final class PersonForm {
    private static final String NAME = "ten";
    private static final String PLACE = "dia-ban";
    private static final String LANGUAGES = "tieng";
    private static final String ROLE = "vai-tro.";
    private static final String LANGUAGE = "tieng.";
    private static final String CHOSEN = "1";

    private final Visit visit;
    private final Taxonomies taxonomies;
    private final PickFields picks;
    private String displayName = "";
    private String[] roles = {};
    private String[] languages = {};
    private String locality = "";
    private Map<String, String> faults = Map.of();
    private Map<String, String> theirs = Map.of();

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

    /** What is wrong, in words, by field in their order; empty when nothing is. */
    Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        if (displayName.isEmpty()) {
            problems.put(NAME, visit.text("person.problem.name"));
        } else if (displayName.length() > AccountContent.LONGEST_NAME) {
            problems.put(NAME, visit.say("person.problem.long", AccountContent.LONGEST_NAME));
        }
        if (held().contains(Role.LANGUAGE_REVIEWER) && languages.length == 0) {
            problems.put(LANGUAGES, visit.text("person.problem.languages"));
        }
        if (held().contains(Role.COMMUNE_OFFICER) && locality.isEmpty()) {
            problems.put(PLACE, visit.text("person.problem.commune"));
        }
        var unclear = picks.trouble(Kind.UNIT, locality, visit.getWords());
        if (!unclear.isEmpty()) {
            problems.put(PLACE, unclear);
        }
        return problems;
    }

    /** Marks fields in which something is wrong. */
    void mark(Map<String, String> problems) {
        faults = Map.copyOf(problems);
    }

    /** What is wrong in a field; empty when nothing is. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    /** What it says of somebody: each role and each language by itself, so that two who change different ones do not get in each other's way. */
    static Map<String, String> fields(AccountView account) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(NAME, account.displayName());
        fields.put(PLACE, account.locality() == null ? "" : account.locality());
        account.roles().forEach(role -> fields.put(ROLE + role, CHOSEN));
        account.languages().forEach(language -> fields.put(LANGUAGE + language, CHOSEN));
        return fields;
    }

    /** Takes over what others have saved since the page was made, where nobody wrote here. @param base what the page held then */
    Reconciled meet(Map<String, String> base, AccountView now) {
        var mine = new LinkedHashMap<String, String>();
        mine.put(NAME, displayName);
        mine.put(PLACE, locality);
        var there = fields(now);
        var once = new LinkedHashMap<>(base);
        Stream.concat(
                        Arrays.stream(Role.values()).map(role -> ROLE + role.code()),
                        taxonomies.languagesOfWorks().stream().map(language -> LANGUAGE + language.code()))
                .forEach(box -> {
                    mine.put(box, "");
                    there.putIfAbsent(box, "");
                    once.putIfAbsent(box, "");
                });
        Arrays.stream(roles).forEach(role -> mine.put(ROLE + role, CHOSEN));
        Arrays.stream(languages).forEach(language -> mine.put(LANGUAGE + language, CHOSEN));
        var met = Reconciled.of(once, mine, there);
        displayName = met.values().getOrDefault(NAME, "");
        locality = met.values().getOrDefault(PLACE, "");
        roles = chosen(met.values(), ROLE);
        languages = chosen(met.values(), LANGUAGE);
        theirs = met.theirs();
        return met;
    }

    private static String[] chosen(Map<String, String> fields, String prefix) {
        return fields.entrySet().stream()
                .filter(field ->
                        field.getKey().startsWith(prefix) && !field.getValue().isEmpty())
                .map(field -> field.getKey().substring(prefix.length()))
                .toArray(String[]::new);
    }

    /** What somebody else has saved in a field in which something was written, too; null when nobody has. */
    public @Nullable String theirs(String field) {
        var value = theirs.get(field);
        return value == null ? null : field.equals(PLACE) ? picks.shown(Kind.UNIT, value, visit.getWords()) : value;
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
