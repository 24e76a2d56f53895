package vn.loa.catalog;

import jakarta.persistence.Embeddable;

/** Who did what for a work. */
@Embeddable
public class Credit {
    private String role;
    private String name;

    protected Credit() {}

    /** @param role as it is shown: {@code Biên kịch}, {@code Đạo diễn} … */
    public Credit(String role, String name) {
        this.role = role;
        this.name = name;
    }

    public String role() {
        return role;
    }

    public String name() {
        return name;
    }
}
