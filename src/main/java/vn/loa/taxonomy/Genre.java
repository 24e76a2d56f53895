package vn.loa.taxonomy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import vn.loa.common.Texts;

/** The kind of a work: radio skit, documentary, leaflet … An administrator may add more. */
@Entity
public class Genre {
    @Id
    private String code;

    @Version
    private long version;

    private Texts label;
    private Medium medium;
    private String scene;
    private int position;

    protected Genre() {}

    /** @param scene the drawn scene that stands in when a work has no picture */
    public Genre(String code, Texts label, Medium medium, String scene, int position) {
        this.code = code;
        this.label = label;
        this.medium = medium;
        this.scene = scene;
        this.position = position;
    }

    public String code() {
        return code;
    }

    public Texts label() {
        return label;
    }

    public Medium medium() {
        return medium;
    }

    public String scene() {
        return scene;
    }

    public int position() {
        return position;
    }
}
