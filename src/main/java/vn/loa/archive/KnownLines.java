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

    /** Whether it names a product by its address: such a key stands for no other product, and for none that is to be made. */
    static boolean isAddress(String key) {
        return key.startsWith(BY_ADDRESS);
    }

    /** Address of the product; empty when the line is about a new one. */
    Optional<String> product(String key) {
        return isAddress(key) ? lines.address(key.substring(BY_ADDRESS.length())) : lines.product(key);
    }
}
