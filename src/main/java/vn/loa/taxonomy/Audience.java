package vn.loa.taxonomy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import vn.loa.common.Texts;

/** Whom a work is for: poor households, near-poor ones, commune officers … */
@Entity
public class Audience {
    @Id
    private String code;

    @Version
    private long version;

    private Texts label;
    private int position;

    protected Audience() {}

    public Audience(String code, Texts label, int position) {
        this.code = code;
        this.label = label;
        this.position = position;
    }

    public String code() {
        return code;
    }

    public Texts label() {
        return label;
    }

    public int position() {
        return position;
    }
}
