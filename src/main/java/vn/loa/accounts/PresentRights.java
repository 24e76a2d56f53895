package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.loa.common.Reading;

/** What somebody may do now, for work that goes on while they are away: rights that they have lost since they began it do not count. */
@ApplicationScoped
@Transactional
@Reading
public class PresentRights {
    @Inject
    private Accounts accounts;

    /** Empty when there is no such account, or it is closed. */
    public Optional<Actor> of(String username) {
        return accounts.find(username).filter(Account::isEnabled).map(Account::actor);
    }
}
