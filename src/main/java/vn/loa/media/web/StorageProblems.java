package vn.loa.media.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import vn.loa.common.Messages;
import vn.loa.common.web.Problem;
import vn.loa.media.StorageAway;

/** Answers 507 when the storage of blobs is full, and 503 when it does not keep what it is given otherwise, and says so in the log: nothing else is away. */
@Provider
@ApplicationScoped
public class StorageProblems implements ExceptionMapper<StorageAway> {
    private static final Logger LOG = System.getLogger(StorageProblems.class.getName());

    @Override
    public Response toResponse(StorageAway away) {
        LOG.log(Level.WARNING, "The media storage does not do its work: {0}", away.getMessage());
        return away.isForWantOfRoom()
                ? Problem.because(
                        507,
                        "no-space",
                        "There is no room on the disk of the portal",
                        Messages.complete(messages -> messages.text("media.trouble.no-space")))
                : Problem.away();
    }
}
