package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.editorial.Act;
import vn.loa.editorial.PublicationState;

/**
 * What {@link ProductPolicy} leaves to publishers, and editors may do with a draft of their own that the public has never seen: put it away, and take it
 * out again. It is theirs when they began it or see it through.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OwnDrafts {
    @Inject
    private Assignments assignments;

    @Inject
    private AuditTrail audit;

    /** @throws vn.loa.accounts.NotPermitted unless they may do this to it, be it because it is their own draft */
    void requireActor(Actor by, Product product, Act act) {
        if (!isOfItsEditors(by, product, act) || !isTheirs(by, product)) {
            ProductPolicy.requireActor(by, product, act);
        }
    }

    /** What they may do to it, and can as it stands. */
    Set<Act> acts(Actor by, Product product) {
        var acts = EnumSet.noneOf(Act.class);
        acts.addAll(ProductPolicy.acts(by, product));
        for (var act : Set.of(Act.ARCHIVE, Act.RETURN)) {
            if (product.publication().allows(act)
                    && !acts.contains(act)
                    && isOfItsEditors(by, product, act)
                    && isTheirs(by, product)) {
                acts.add(act);
            }
        }
        return acts;
    }

    /** Whether this concerns nobody but those who write it. */
    private static boolean isOfItsEditors(Actor by, Product product, Act act) {
        var publication = product.publication();
        return ProductPolicy.mayEdit(by, product)
                && publication.publishedAt().isEmpty()
                && (act == Act.ARCHIVE || act == Act.RETURN && publication.state() == PublicationState.ARCHIVED);
    }

    private boolean isTheirs(Actor by, Product product) {
        var id = product.requireId();
        return assignments
                        .of(id)
                        .filter(person -> person.username().equals(by.name()))
                        .isPresent()
                || audit.isDoer(by.name(), "create", product.kind().code(), id);
    }
}
