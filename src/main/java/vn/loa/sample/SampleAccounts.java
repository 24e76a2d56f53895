package vn.loa.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.accounts.Account;
import vn.loa.accounts.Accounts;
import vn.loa.accounts.Passwords;
import vn.loa.accounts.Role;
import vn.loa.common.JsonFields;
import vn.loa.taxonomy.Localities;

/**
 * Opens the accounts of the sample content, whose password everybody can read, where nobody else can reach them: while the portal
 * listens to its own machine only, or when {@code loa.sample.accounts} says so. Otherwise those that an earlier start has made
 * are closed.
 */
@ApplicationScoped
class SampleAccounts {
    private static final Logger LOG = System.getLogger(SampleAccounts.class.getName());

    @Inject
    @ConfigProperty(name = "loa.sample.accounts")
    private Optional<Boolean> wanted;

    @Inject
    @ConfigProperty(name = "loa.bind")
    private Optional<String> bind;

    @Inject
    private Accounts accounts;

    @Inject
    private Localities localities;

    @Inject
    private Passwords passwords;

    @Inject
    private Clock clock;

    /** Makes those that are missing, and opens or closes them all. */
    @Transactional
    public void load(SampleFolder folder) {
        if (!areWanted()) {
            close();
            LOG.log(
                    Level.INFO,
                    "The sample accounts are closed, because the portal listens at {0}; LOA_SAMPLE_ACCOUNTS=true opens them",
                    bind.orElse("an unknown address"));
            return;
        }
        var file = new JsonFields(folder.accounts());
        var password = file.secret("password");
        var rows = file.objects("accounts", Row::read);
        file.finish();
        var missing = rows.stream()
                .filter(row -> accounts.find(row.username()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            // Everybody knows the password, so a salt for each would protect nothing and only delay the start.
            var hash = passwords.hash(password);
            missing.forEach(row -> accounts.add(account(row, hash)));
        }
        accounts.samples().forEach(account -> account.enable(true));
        if (!isReachableFromHereOnly()) {
            LOG.log(Level.WARNING, "Everybody who reaches the portal can sign in with the sample accounts");
        }
    }

    /** Nobody signs in with them from now on. */
    @Transactional
    public void close() {
        accounts.samples().forEach(account -> account.enable(false));
    }

    private record Row(
            String username, String name, Set<Role> roles, Optional<String> locality, Set<String> languages) {
        static Row read(JsonFields fields) {
            var roles = new HashSet<Role>();
            for (var code : fields.textList("roles")) {
                Role.find(code).ifPresentOrElse(roles::add, () -> fields.violated("roles", "is not a role: " + code));
            }
            return new Row(
                    fields.text("username"),
                    fields.text("name"),
                    roles,
                    fields.optionalText("locality"),
                    Set.copyOf(fields.textList("languages")));
        }
    }

    private Account account(Row row, String hash) {
        var account = new Account(row.username(), row.name(), hash, true, clock.instant());
        var locality = row.locality()
                .map(name -> localities.find(name).orElseThrow(() -> new IllegalStateException("No locality " + name)));
        account.entrust(row.roles(), locality.orElse(null), row.languages());
        return account;
    }

    private boolean areWanted() {
        return wanted.orElseGet(this::isReachableFromHereOnly);
    }

    private boolean isReachableFromHereOnly() {
        return bind.filter(SampleAccounts::isOfThisMachineOnly).isPresent();
    }

    /** Whether what listens at this address hears its own machine only. */
    static boolean isOfThisMachineOnly(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
