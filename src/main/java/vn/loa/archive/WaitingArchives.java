package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.loa.media.uploads.NeededUpload;

/** An archive may wait for weeks until somebody lets it be carried out: until it has ended the bytes that were sent stay. */
@ApplicationScoped
@Transactional
class WaitingArchives implements NeededUpload {
    @Inject
    private ArchiveRuns runs;

    @Override
    public boolean isNeeded(String id) {
        return runs.open(id).isPresent();
    }
}
