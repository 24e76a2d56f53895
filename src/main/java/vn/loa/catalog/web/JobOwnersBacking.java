package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.FileOwners;
import vn.loa.catalog.FileOwners.Owner;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;

/** Says on the page of jobs what their files belong to, which the processing of files does not know. */
@Named("jobOwners")
@RequestScoped
public class JobOwnersBacking {
    @Inject
    private FileOwners owners;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable Map<Long, Owner> found;

    /** Of one of the files of a page; null when it is no product's. @param all ids of the assets of the page, which are read at once */
    public @Nullable Owner of(List<Long> all, long asset) {
        var known = found;
        if (known == null) {
            known = owners.of(all, user.require());
            found = known;
        }
        return known.get(asset);
    }

    public String path(Owner owner) {
        return visit.href(Addresses.WORK_LIST + "/" + owner.slug());
    }
}
