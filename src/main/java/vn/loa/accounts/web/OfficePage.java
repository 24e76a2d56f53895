package vn.loa.accounts.web;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.accounts.Role;
import vn.loa.common.web.PublicRoutes;

/**
 * The pages of the back office in the order of its menu, and who may open them. An address stands for all below it that no longer one
 * stands for. What is no page of this list is open to nobody.
 */
public enum OfficePage {
    DESK("/quan-tri", "desk", EnumSet.allOf(Role.class)),
    PRODUCTS("/quan-tri/san-pham", "products", EnumSet.of(Role.EDITOR, Role.LANGUAGE_REVIEWER, Role.PUBLISHER)),
    /** What the page on which files are sent asks for. */
    DESK_API(PublicRoutes.DESK_API, "", EnumSet.of(Role.EDITOR)),
    QUESTIONS("/quan-tri/hoi-dap", "questions", EnumSet.of(Role.EDITOR, Role.PUBLISHER, Role.COMMUNE_OFFICER)),
    PLANS("/quan-tri/ke-hoach", "plans", EnumSet.of(Role.EDITOR, Role.PUBLISHER)),
    /** Takes documents that become plans. */
    PLAN_IMPORT(PublicRoutes.PLAN_IMPORT, "", EnumSet.of(Role.EDITOR)),
    /** The documents that plans were read from. */
    PLAN_FILES(PublicRoutes.PLAN_FILES, "", EnumSet.of(Role.EDITOR, Role.PUBLISHER)),
    SYNONYMS("/quan-tri/tu-dong-nghia", "synonyms", EnumSet.of(Role.EDITOR)),
    EMBEDS("/quan-tri/nhung", "embeds", EnumSet.of(Role.ADMINISTRATOR, Role.PUBLISHER)),
    PEOPLE("/quan-tri/nguoi-dung", "people", EnumSet.of(Role.ADMINISTRATOR)),
    NEW_PERSON("/quan-tri/mo-tai-khoan", "", EnumSet.of(Role.ADMINISTRATOR)),
    /** Also for those who have no role yet. Its link is their name. */
    ACCOUNT("/tai-khoan", "", EnumSet.noneOf(Role.class)),
    SECOND_FACTOR("/tai-khoan/hai-buoc", "", EnumSet.noneOf(Role.class));

    private final String path;
    private final String label;
    private final Set<Role> roles;

    OfficePage(String path, String label, Set<Role> roles) {
        this.path = path;
        this.label = label;
        this.roles = roles;
    }

    /** The page that stands for a path within the application. */
    static Optional<OfficePage> of(String path) {
        return Stream.of(values())
                .filter(page -> page.isAt(path))
                .max((one, other) -> Integer.compare(one.path.length(), other.path.length()));
    }

    private boolean isAt(String address) {
        // The desk is the root of all others, so it stands for itself alone.
        return address.equals(path) || this != DESK && address.startsWith(path + "/");
    }

    boolean isOpenTo(Set<Role> held) {
        return roles.isEmpty() || roles.stream().anyMatch(held::contains);
    }

    public String getPath() {
        return path;
    }

    /** Whether the menu leads to it; to the others lead links on pages. */
    boolean isInMenu() {
        return !label.isEmpty();
    }

    /** Key of its name in the menu. */
    public String getLabel() {
        return "office.menu." + label;
    }

    /** Those who may open it; empty when all may who have an account. */
    Set<Role> roles() {
        return roles;
    }
}
