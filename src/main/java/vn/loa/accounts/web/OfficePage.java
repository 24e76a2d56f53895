package vn.loa.accounts.web;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.accounts.Role;
import vn.loa.common.web.Addresses;

/**
 * The pages of the back office in the order of its menu, and who may open them. An address stands for all below it that no longer one
 * stands for. What is no page of this list is open to nobody.
 */
public enum OfficePage {
    DESK(Addresses.DESK, "desk", EnumSet.allOf(Role.class)),
    /** Its link is on the first page of those for whom it is. */
    NEWS(Addresses.NEWS, "", EnumSet.of(Role.COMMUNE_OFFICER)),
    /** It is the first page of officers; its link for others is on the list of stations. */
    COMMUNES(Addresses.COMMUNES, "", EnumSet.of(Role.COMMUNE_OFFICER, Role.PUBLISHER, Role.ADMINISTRATOR)),
    PRODUCTS("/quan-tri/san-pham", "products", Readers.OF_PRODUCTS),
    /** Its link is on the list of products. */
    NEW_PRODUCT("/quan-tri/san-pham/moi", "", EnumSet.of(Role.EDITOR)),
    /** What the page on which files are sent asks for. */
    DESK_API(Addresses.DESK_API, "", EnumSet.of(Role.EDITOR)),
    /** Names of units and agencies for what is typed. */
    PICKS(Addresses.PICKS, "", EnumSet.allOf(Role.class)),
    /** Its link is on the list of products. */
    ARCHIVES(Addresses.ARCHIVES, "", EnumSet.of(Role.EDITOR)),
    /** Sheets of products, and reports. */
    ARCHIVE_FILES(Addresses.ARCHIVE_FILES, "", EnumSet.of(Role.EDITOR, Role.LANGUAGE_REVIEWER, Role.PUBLISHER)),
    QUESTIONS("/quan-tri/hoi-dap", "questions", EnumSet.of(Role.EDITOR, Role.PUBLISHER, Role.COMMUNE_OFFICER)),
    PROGRAMMES(
            Addresses.PROGRAMMES_AT_WORK,
            "programmes",
            EnumSet.of(Role.COMMUNE_OFFICER, Role.PUBLISHER, Role.ADMINISTRATOR)),
    /** As-run logs as files, and tables for them. */
    LOG_FILES(Addresses.LOG_FILES, "", EnumSet.of(Role.COMMUNE_OFFICER, Role.PUBLISHER, Role.ADMINISTRATOR)),
    PLANS("/quan-tri/ke-hoach", "plans", Readers.OF_PLANS),
    /** Its link is on the list of plans. */
    NEW_PLAN("/quan-tri/ke-hoach/moi", "", EnumSet.of(Role.EDITOR)),
    /** Takes documents that become plans. */
    PLAN_IMPORT(Addresses.PLAN_IMPORT, "", EnumSet.of(Role.EDITOR)),
    /** The documents that plans were read from. */
    PLAN_FILES(Addresses.PLAN_FILES, "", Readers.OF_PLANS),
    /** What the page asks for on which subtitles are written. */
    SUBTITLES(Addresses.SUBTITLES, "", Readers.OF_PRODUCTS),
    SYNONYMS("/quan-tri/tu-dong-nghia", "synonyms", EnumSet.of(Role.EDITOR)),
    SEARCHES("/quan-tri/luot-tim", "searches", EnumSet.of(Role.EDITOR, Role.PUBLISHER)),
    /** What was looked for in a week as a table for spreadsheets. */
    SEARCHES_FILE(Addresses.SEARCHES_FILE, "", EnumSet.of(Role.EDITOR, Role.PUBLISHER)),
    EMBEDS("/quan-tri/nhung", "embeds", EnumSet.of(Role.ADMINISTRATOR, Role.PUBLISHER)),
    /** The registry of embeds as a table for spreadsheets. */
    EMBED_FILE(Addresses.EMBED_FILE, "", EnumSet.of(Role.ADMINISTRATOR, Role.PUBLISHER)),
    PEOPLE("/quan-tri/nguoi-dung", "people", EnumSet.of(Role.ADMINISTRATOR)),
    SYSTEM("/quan-tri/he-thong", "system", EnumSet.of(Role.ADMINISTRATOR)),
    LOOK(Addresses.LOOK, Shelf.SYSTEM, "look", EnumSet.of(Role.ADMINISTRATOR)),
    /** Pictures of the emblem, and what is tried of the look. */
    LOOK_FILES(Addresses.LOOK_FILES, "", EnumSet.of(Role.ADMINISTRATOR)),
    TOPICS("/quan-tri/chu-de", Shelf.SYSTEM, "topics", EnumSet.of(Role.ADMINISTRATOR)),
    AUDIENCES("/quan-tri/doi-tuong", Shelf.SYSTEM, "audiences", EnumSet.of(Role.ADMINISTRATOR)),
    GENRES("/quan-tri/the-loai", Shelf.SYSTEM, "genres", EnumSet.of(Role.ADMINISTRATOR)),
    UNITS("/quan-tri/dia-ban", Shelf.SYSTEM, "units", EnumSet.of(Role.ADMINISTRATOR)),
    /** Takes tables of units. */
    UNIT_FILE(Addresses.UNIT_FILE, "", EnumSet.of(Role.ADMINISTRATOR)),
    AGENCIES("/quan-tri/co-quan", Shelf.SYSTEM, "agencies", EnumSet.of(Role.ADMINISTRATOR)),
    CHANNELS("/quan-tri/kenh", Shelf.SYSTEM, "channels", EnumSet.of(Role.ADMINISTRATOR)),
    TARGETS(Addresses.TARGETS, Shelf.SYSTEM, "targets", EnumSet.of(Role.ADMINISTRATOR)),
    LANGUAGES("/quan-tri/ngon-ngu", Shelf.SYSTEM, "languages", EnumSet.of(Role.ADMINISTRATOR)),
    TEXTS("/quan-tri/loi-van", "texts", EnumSet.of(Role.ADMINISTRATOR, Role.LANGUAGE_REVIEWER)),
    JOBS("/quan-tri/cong-viec", Shelf.SYSTEM, "jobs", EnumSet.of(Role.ADMINISTRATOR)),
    INDEX("/quan-tri/chi-muc", Shelf.SYSTEM, "index", EnumSet.of(Role.ADMINISTRATOR)),
    AUDIT("/quan-tri/nhat-ky", Shelf.SYSTEM, "audit", EnumSet.of(Role.ADMINISTRATOR)),
    /** The entries of the audit trail as a table for spreadsheets. */
    AUDIT_FILE(Addresses.AUDIT_FILE, "", EnumSet.of(Role.ADMINISTRATOR)),
    GUIDES(Addresses.GUIDES, "guides", EnumSet.allOf(Role.class)),
    NEW_PERSON("/quan-tri/mo-tai-khoan", "", EnumSet.of(Role.ADMINISTRATOR)),
    /** Also for those who have no role yet. Its link is their name. */
    ACCOUNT("/tai-khoan", "", EnumSet.noneOf(Role.class)),
    SECOND_FACTOR("/tai-khoan/hai-buoc", "", EnumSet.noneOf(Role.class));

    /** Who reads what is not public yet; who does something to it is decided where it is done. */
    private static final class Readers {
        private static final Set<Role> OF_PRODUCTS =
                EnumSet.of(Role.EDITOR, Role.PUBLISHER, Role.LANGUAGE_REVIEWER, Role.ADMINISTRATOR);
        private static final Set<Role> OF_PLANS = EnumSet.of(Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR);
    }

    /** Where it is found, besides links on pages. */
    private enum Shelf {
        MENU,
        /** On the page of everything that administrators look after. */
        SYSTEM,
        NONE
    }

    private final String path;
    private final Shelf shelf;
    private final String label;
    private final Set<Role> roles;

    OfficePage(String path, String label, Set<Role> roles) {
        this(path, label.isEmpty() ? Shelf.NONE : Shelf.MENU, label, roles);
    }

    OfficePage(String path, Shelf shelf, String label, Set<Role> roles) {
        this.path = path;
        this.shelf = shelf;
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
        return shelf == Shelf.MENU;
    }

    /** Whether the page of everything that administrators look after leads to it. */
    boolean isOfSystem() {
        return shelf == Shelf.SYSTEM || this == PEOPLE || this == EMBEDS || this == TEXTS;
    }

    /** Key of what it is for, where {@link #isOfSystem}. */
    public String getPurpose() {
        return "system.about." + label;
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
