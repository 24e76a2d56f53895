package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.common.Reading;

/** Reads what the back office shows of the files of one product. The number of statements does not grow with them. */
@ApplicationScoped
@Transactional
@Reading
public class FileDesks {
    @Inject
    private WorkPages pages;

    /** Empty when there is, for them, no such product. */
    public Optional<FileDesk> find(String slug, Actor by) {
        return pages.find(slug, by).map(FileDesk::new);
    }
}
