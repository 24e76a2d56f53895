package vn.loa.common.web;

import java.util.Set;

/**
 * The addresses of pages and services that more than one place of the code names, and the parameters that they read. Those that hold segments of their own are completed
 * where they are used; {@link PublicRoutes} and {@link OfficeRoutes} list what is there.
 */
public final class Addresses {
    /** Where embeds of single products begin; the page on which their code is made is the folder itself. */
    public static final String EMBEDS = "/nhung";

    /** The embed of a list. */
    public static final String EMBEDDED_LIST = EMBEDS + "/danh-sach";

    /** The list of questions and answers. */
    public static final String QUESTIONS = "/hoi-dap";

    /** Where a citizen asks. */
    public static final String ASK = QUESTIONS + "/gui";

    /** Where a citizen follows a question. */
    public static final String FOLLOW = QUESTIONS + "/tra-cuu";

    /** The programmes of loudspeakers. */
    public static final String PROGRAMMES = "/lich-phat";

    /** The last segment of the address of the page that plays the programme of a station. */
    public static final String PLAYOUT = "phat";

    /** Where the pictures of the emblem lie: no pages. */
    public static final String EMBLEMS = "/bieu-trung";

    /** Where people sign in. */
    public static final String SIGN_IN = "/tai-khoan/dang-nhap";

    /** Where people choose a password by a link that an administrator has made. */
    public static final String NEW_PASSWORD = "/tai-khoan/mat-khau-moi";

    /** Where whoever runs a new portal makes its first administrator. */
    public static final String FOUNDING = "/tai-khoan/thiet-lap";

    /** The pages among those of the back office that are for people who are not known yet. */
    public static final Set<String> FOR_STRANGERS = Set.of(SIGN_IN, NEW_PASSWORD, FOUNDING);

    /** The first page of the back office. */
    public static final String DESK = "/quan-tri";

    /** What is new, for those whose first page is that of their commune. */
    public static final String NEWS = DESK + "/tin-moi";

    /** What somebody who looks after the station of a commune needs each day. */
    public static final String COMMUNES = DESK + "/xa";

    /** The list of products at work. */
    public static final String WORK_LIST = "/quan-tri/san-pham";

    /** The last segment of the address where a product begins; no product has it as its name. */
    public static final String NEW = "moi";

    /** The last segment of the address of the page on which the files of a product are sent and followed. */
    public static final String FILES = "tep";

    /** The last segment of the address of a page that shows how the public will see a product. */
    static final String PREVIEW = "xem-truoc";

    /** The same of the page that is shown in it. */
    static final String PREVIEWED = "trang";

    /** What the page asks for on which subtitles are written: no pages. */
    public static final String SUBTITLES = "/quan-tri/phu-de";

    /** Where the scripts of the back office find the part of the API that they use: no pages. */
    public static final String DESK_API = "/quan-tri/api";

    /** Where the form of a product saves what is written while somebody writes: no pages. */
    public static final String DRAFTS = DESK_API + "/ban-thao";

    /** Where the scripts of the back office find names of units and agencies for what is typed: no pages. */
    public static final String PICKS = "/quan-tri/chon";

    /** Where many products are brought in at once. */
    public static final String ARCHIVES = "/quan-tri/nhap-nhieu";

    /** Where the back office hands out sheets of products, empty and filled, and reports on those that were brought in: no pages. */
    public static final String ARCHIVE_FILES = "/quan-tri/tep-nhap-nhieu";

    /** The list of plans at work. */
    public static final String PLAN_LIST = "/quan-tri/ke-hoach";

    /** Where the back office takes documents that become plans: no page. */
    public static final String PLAN_IMPORT = "/quan-tri/nhap-ke-hoach";

    /** Where the back office hands the originals of plans out again: no pages. */
    public static final String PLAN_FILES = "/quan-tri/tep-ke-hoach";

    /** The list of questions for those who answer. */
    public static final String QUESTIONS_AT_WORK = "/quan-tri/hoi-dap";

    /** The programmes for those who plan them. */
    public static final String PROGRAMMES_AT_WORK = "/quan-tri/lich-phat";

    /** The last segment of the address of the page on which a station is set up. */
    public static final String SETTINGS = "thiet-lap";

    /** The last segment of the address of the page on which browsers that play are paired with their station. */
    public static final String PLAYERS = "may-phat";

    /** The segment of the addresses of as-run logs. */
    public static final String LOG_BOOK = "nhat-ky";

    /** Where the back office hands out as-run logs as files, and takes tables for them: no pages. */
    public static final String LOG_FILES = "/quan-tri/tep-nhat-ky-phat";

    /** The last segment of the address of the page by which something is played at once. */
    public static final String AT_ONCE = "khan";

    /** The last segment of the address of the page on which packages for a station are made. */
    public static final String PACKAGES = "goi";

    /** The last segment of the address of the page that says what was sent of a station. */
    public static final String SENT = "gui-di";

    /** Where administrators say to which systems programmes are sent. */
    public static final String TARGETS = "/quan-tri/noi-nhan";

    /** How each role does its work, a sheet of paper for each. */
    public static final String GUIDES = "/quan-tri/huong-dan";

    /** Where an administrator says what the portal is called and how it looks; the front page as it would be lies below. */
    public static final String LOOK = "/quan-tri/he-thong/giao-dien";

    /** How a look is tried: as by day. */
    public static final String LIGHT = "sang";

    /** The same where the system is dark. */
    public static final String DARK = "toi";

    /** Where the back office takes pictures of the emblem, and hands out what is tried: no pages. */
    public static final String LOOK_FILES = "/quan-tri/tep-giao-dien";

    /** Where the back office takes tables of administrative units: no page. */
    public static final String UNIT_FILE = "/quan-tri/tep-dia-ban";

    /** Where the back office hands out the audit trail as a table for spreadsheets: no page. */
    public static final String AUDIT_FILE = "/quan-tri/nhat-ky-bang";

    /** Where the back office hands out what was looked for as a table for spreadsheets: no page. */
    public static final String SEARCHES_FILE = "/quan-tri/luot-tim-bang";

    /** Where the back office hands out the registry of embeds as a table for spreadsheets: no page. */
    public static final String EMBED_FILE = "/quan-tri/nhung-bang";

    /** Parameter for the order in which a list of products stands. */
    public static final String ORDER = "sap-xep";

    /** Parameter of the programme of a station: the week, as {@code 2026-W48}. */
    public static final String WEEK = "tuan";

    /** Parameter of the programme of a station: the day, as {@code 2026-11-27}. */
    public static final String DAY = "ngay";

    /** Parameter of pages of logs: the month, as {@code 2026-11}. */
    public static final String MONTH = "thang";

    /** Parameter of logs of what was sent: the code of what came of it. */
    public static final String OUTCOME = "ket-qua";

    /** Parameter of the page for signing in that says where to go on. */
    public static final String RETURN = "tiep";

    /** Parameter of pages of the back office for what has happened before the page was shown. */
    public static final String NOTICE = "luu-y";

    private Addresses() {}
}
