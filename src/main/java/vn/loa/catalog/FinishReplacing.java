package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.loa.accounts.Actor;
import vn.loa.editorial.Chronicle;

/** Takes films away that others have replaced, once nothing shows them any more; those of each product in a transaction of its own. */
@ApplicationScoped
@Transactional
public class FinishReplacing {
    @Inject
    private Products products;

    @Inject
    private ReplacedTracks replaced;

    @Inject
    private Chronicle chronicle;

    /** Ids of products with films that wait for that. */
    public List<Long> waiting() {
        return products.withReplacedFilms();
    }

    /** Does nothing while one of them is still needed. */
    public void finish(long id) {
        products.find(id).ifPresent(this::finish);
    }

    private void finish(Product product) {
        products.lock(product);
        var isOther = false;
        for (var film : List.copyOf(product.tracks())) {
            if (product.tracks().contains(film) && film.kind() == TrackKind.VIDEO && film.isApproved()) {
                replaced.begin(film);
                isOther |= replaced.settle(film, Actor.PROCESSING);
            }
        }
        if (isOther && product.publication().isOnline()) {
            products.flush();
            chronicle.published(product);
        }
    }
}
