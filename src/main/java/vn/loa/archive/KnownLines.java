package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Which product a line is about: the one that its key has become, or the one at the address that follows an @, as exports name products that were not brought in. */
@ApplicationScoped
@Transactional
class KnownLines {
    static final String BY_ADDRESS = "@";

    @Inject
    private ArchiveLines lines;

    /** Address of the product; empty when the line is about a new one. */
    Optional<String> product(String key) {
        var bound = lines.product(key);
        return bound.isEmpty() && key.startsWith(BY_ADDRESS)
                ? lines.address(key.substring(BY_ADDRESS.length()))
                : bound;
    }
}
