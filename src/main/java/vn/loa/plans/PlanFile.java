package vn.loa.plans;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import vn.loa.media.MediaAsset;

/** A file of a plan: the document as it was published, or an annex. */
@Embeddable
public class PlanFile {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "asset")
    private MediaAsset asset;

    private String title;

    protected PlanFile() {}

    public PlanFile(MediaAsset asset, String title) {
        this.asset = asset;
        this.title = title;
    }

    public MediaAsset asset() {
        return asset;
    }

    public String title() {
        return title;
    }
}
