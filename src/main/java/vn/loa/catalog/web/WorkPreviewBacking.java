package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.WorkContent;
import vn.loa.catalog.WorkContents;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;

/** How the public will see a product, on a phone and on a desk: {@code /quan-tri/san-pham/{slug}/xem-truoc}. */
@Named
@RequestScoped
public class WorkPreviewBacking {
    @Inject
    private WorkContents contents;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private @Nullable WorkContent product;

    public void load() {
        product = contents.find(visit.route("slug"), user.require()).orElse(null);
        if (product == null) {
            absence.unknown();
        }
    }

    public @Nullable WorkContent getProduct() {
        return product;
    }

    public String getBack() {
        return visit.href(Addresses.WORK_LIST + "/" + visit.route("slug"));
    }

    /** The page itself, as it will be. */
    public String getShown() {
        return visit.href(Addresses.WORK_LIST + "/" + visit.route("slug") + "/trang");
    }
}
