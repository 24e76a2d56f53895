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
    private String colour;
    private int position;

    protected Genre() {}

    /**
     * @param scene the drawn scene that stands in when a work has no picture
     * @param colour the ground of that scene, by the name of a colour in the style sheet
     */
    public Genre(String code, Texts label, Medium medium, String scene, String colour, int position) {
        this.code = code;
        this.label = label;
        this.medium = medium;
        this.scene = scene;
        this.colour = colour;
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

    /** The ground of the drawn scene, by the name of a colour in the style sheet. */
    public String colour() {
        return colour;
    }

    public int position() {
        return position;
    }
}
