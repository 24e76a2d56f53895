package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.loa.accounts.Role.ADMINISTRATOR;
import static vn.loa.accounts.Role.COMMUNE_OFFICER;
import static vn.loa.accounts.Role.EDITOR;
import static vn.loa.accounts.Role.LANGUAGE_REVIEWER;
import static vn.loa.accounts.Role.PUBLISHER;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.loa.accounts.Role;
import vn.loa.common.Messages;
import vn.loa.common.TimeSource;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.OfficeRoutes;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Who may do what in the back office: every page and every button, by every role, here and elsewhere. That whoever may do it can, tests of each feature show. */
@UsesPortal
class OfficeDeedsIT {
    private static final String HERE = "01393";
    private static final String ELSEWHERE = "01273";
    private static final String LANGUAGE = "tyz";
    private static final Path PAGES = Path.of(System.getProperty("basedir", "")).resolve("src/main/webapp");
    private static final Pattern BUTTON = Pattern.compile("name=\"lam\" value=\"([^\"]+)\"");
    private static final Pattern FACES = Pattern.compile("<(?:p|h):command\\w+[^>]* action=\"#\\{([\\w.]+)}\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"the\" value=\"([^\"]+)\"");
    private static final Pattern NAMED = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern READ = Pattern.compile("name=\"ban\" value=\"([^\"]*)\"");

    /** What people are told whose role or place it is that keeps them from it, and nothing else. */
    private static final List<String> OF_ROLE_OR_PLACE = Stream.of(
                    "working.refused.not-permitted",
                    "work.refused.not-permitted",
                    "plan.refused.not-permitted",
                    "plan.many.refused.not-permitted",
                    "question.not-permitted",
                    "programme.not-permitted",
                    "system.not-allowed",
                    "synonyms.not-allowed",
                    "registry.not-permitted",
                    "texts.none")
            .map(Messages.in("vi")::text)
            .toList();

    private static final String WORK = "/quan-tri/san-pham/{slug}";
    private static final String PLAN = "/quan-tri/ke-hoach/{slug}";
    private static final String CASE = "/quan-tri/hoi-dap/{slug}";
    private static final String STATIONS = Addresses.PROGRAMMES_AT_WORK;
    private static final String STATION = STATIONS + "/" + HERE;
    private static final String SET_UP = STATION + "/" + Addresses.SETTINGS;
    private static final String PACKAGES = STATION + "/" + Addresses.PACKAGES;
    private static final String WEEK = STATION + "/{week}";
    private static final String SLOT = STATION + "/{slot}";
    private static final String LOG = STATION + "/" + Addresses.LOG_BOOK;
    private static final String BROADCAST = LOG + "/{broadcast}";
    private static final String PLAYERS = STATION + "/" + Addresses.PLAYERS;
    private static final String SENT = STATION + "/" + Addresses.SENT;
    private static final String TARGETS = Addresses.TARGETS;
    private static final String TARGET = TARGETS + "/{target}";
    private static final String COMMUNE = Addresses.COMMUNES + "/" + HERE;
    private static final String LOOK = Addresses.LOOK;
    private static final String ARCHIVES = Addresses.ARCHIVES;
    private static final Set<Role> READERS = EnumSet.of(EDITOR, PUBLISHER, LANGUAGE_REVIEWER, ADMINISTRATOR);
    private static final Set<Role> EDITORS = EnumSet.of(EDITOR);
    private static final Set<Role> PUBLISHERS = EnumSet.of(PUBLISHER);
    private static final Set<Role> BOTH = EnumSet.of(EDITOR, PUBLISHER);
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(ADMINISTRATOR);
    private static final Set<Role> OVERSEERS = EnumSet.of(PUBLISHER, ADMINISTRATOR);
    private static final Set<Role> PLANNERS = EnumSet.of(COMMUNE_OFFICER, PUBLISHER, ADMINISTRATOR);
    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);

    /** What something has come to before somebody tries something with it. */
    private enum Stage {
        NONE(""),
        DRAFT("product"),
        FILMED("product"),
        IN_REVIEW("product", "review"),
        APPROVED("product", "review", "approved"),
        SCHEDULED("product", "review", "approved", "scheduled"),
        PUBLISHED("product", "review", "approved", "published"),
        PLAN("plan"),
        PLAN_WITH_FILE("plan"),
        PLAN_AWAY("plan", "archived"),
        PLAN_WITHDRAWN("plan", "review", "approved", "published", "withdrawn"),
        PLAN_IN_REVIEW("plan", "review"),
        PLAN_APPROVED("plan", "review", "approved"),
        PLAN_PUBLISHED("plan", "review", "approved", "published"),
        RECEIVED("question"),
        ASSIGNED("question"),
        ANSWERED("question"),
        CLOSED("question"),
        ON_AIR("station");

        private final String kind;
        private final List<String> steps;

        Stage(String kind, String... steps) {
            this.kind = kind;
            this.steps = List.of(steps);
        }
    }

    /**
     * A row.
     *
     * @param source the page, or the part of pages, that holds its button
     * @param ofPlace whether those of this place may do it, too; else it is for those of the whole province alone
     * @param shown whether the page shows the button at that stage to those who may; others need more than that
     */
    private record Deed(
            String source,
            String action,
            String path,
            Stage stage,
            Set<Role> roles,
            boolean ofPlace,
            boolean shown,
            Map<String, String> fields) {
        /** Whether it looks for something, leads to another page or says what they have read themselves: it concerns nobody else, so everybody may who is shown the page. */
        boolean keepsNothing() {
            return action.equals("tim") || path.equals(Addresses.DESK) || path.equals(STATIONS) && action.equals("mo");
        }

        Deed elsewhereShown() {
            return new Deed(source, action, path, stage, roles, ofPlace, false, fields);
        }

        @Override
        public String toString() {
            return source + " " + action;
        }
    }

    private static Deed of(String source, String action, String path, Stage stage, Set<Role> roles, String... fields) {
        return deed(source, action, path, stage, roles, true, fields);
    }

    private static Deed whole(String source, String action, String path, Set<Role> roles, String... fields) {
        return deed(source, action, path, Stage.NONE, roles, false, fields);
    }

    private static Deed deed(
            String source,
            String action,
            String path,
            Stage stage,
            Set<Role> roles,
            boolean ofPlace,
            String... fields) {
        var named = new HashMap<String, String>();
        for (var i = 0; i < fields.length; i += 2) {
            named.put(fields[i], fields[i + 1]);
        }
        return new Deed(source, action, path, stage, roles, ofPlace, true, named);
    }

    private static final String ACTS = "WEB-INF/includes/office/acts.xhtml";
    private static final String SENT_LOG = "WEB-INF/includes/programmes/delivery-log.xhtml";
    private static final String TRACK = "WEB-INF/includes/office/track.xhtml";
    private static final String FILES = "WEB-INF/includes/files/";
    private static final String DAY = "WEB-INF/includes/programmes/commune.xhtml";
    private static final String TOLD = "WEB-INF/includes/programmes/log-told.xhtml";
    private static final String PRESSING = "WEB-INF/includes/programmes/emergencies.xhtml";
    private static final String ORIGINALS = "WEB-INF/includes/plans/work/originals.xhtml";
    private static final String ROWS = "WEB-INF/includes/plans/work/rowtools.xhtml";

    private static final List<Deed> TABLE = List.of(
            of(ACTS, "gui-duyet", WORK, Stage.DRAFT, EDITORS),
            of(ACTS, "lay-ve", WORK, Stage.IN_REVIEW, EDITORS),
            of(ACTS, "duyet", WORK, Stage.IN_REVIEW, PUBLISHERS),
            of(ACTS, "tra-lai", WORK, Stage.IN_REVIEW, PUBLISHERS, "ly-do", "Thiếu."),
            of(ACTS, "dang", WORK, Stage.APPROVED, PUBLISHERS),
            of(
                    ACTS,
                    "hen-gio",
                    WORK,
                    Stage.APPROVED,
                    PUBLISHERS,
                    "luc",
                    LocalDate.now(TimeSource.ZONE).plusDays(200) + "T07:30"),
            of(ACTS, "bo-hen", WORK, Stage.SCHEDULED, PUBLISHERS),
            of(ACTS, "mo-lai", WORK, Stage.PUBLISHED, EDITORS),
            of(ACTS, "go", WORK, Stage.PUBLISHED, PUBLISHERS, "ly-do", "Sai."),
            of(ACTS, "cat", WORK, Stage.DRAFT, PUBLISHERS),
            deed(ACTS, "uu-tien", WORK, Stage.DRAFT, PUBLISHERS, false, "muc", "important", "den", "2199-01-02T07:30"),
            of(ACTS, "giao", WORK, Stage.DRAFT, BOTH, "giao-cho", "-"),
            of(ACTS, "lay-ra", WORK, Stage.APPROVED, PUBLISHERS, "ly-do", "Sai.")
                    .elsewhereShown(),
            of("catalog/work.xhtml", "rut-dong-y", WORK, Stage.DRAFT, BOTH, "nguoi", "Chị Mẫu"),
            of("catalog/work.xhtml", "nhan-ban", WORK, Stage.DRAFT, EDITORS),
            of(TRACK, "duyet-ban", WORK, Stage.DRAFT, EnumSet.of(LANGUAGE_REVIEWER)),
            of(TRACK, "tra-ban", WORK, Stage.DRAFT, EnumSet.of(LANGUAGE_REVIEWER), "ghi-chu", "Sai."),
            of(TRACK, "lay-lai-ban", WORK, Stage.DRAFT, EnumSet.of(LANGUAGE_REVIEWER))
                    .elsewhereShown(),
            of("catalog/work.xhtml", "lay-lai-ban", WORK, Stage.DRAFT, EnumSet.of(LANGUAGE_REVIEWER))
                    .elsewhereShown(),
            of(
                    "catalog/work-edit.xhtml",
                    "luu",
                    WORK + "/sua",
                    Stage.DRAFT,
                    EDITORS,
                    "ten.vi",
                    "Khác",
                    "tom-tat.vi",
                    "Khác",
                    "the-loai",
                    "tin-bai",
                    "nam",
                    "2025",
                    "dia-ban",
                    HERE),
            of("catalog/work-edit.xhtml", "mo-lai", WORK + "/sua", Stage.PUBLISHED, EDITORS),
            of("WEB-INF/includes/office/described.xhtml", "tim", WORK + "/sua", Stage.DRAFT, EDITORS),
            of("catalog/work-history.xhtml", "khoi-phuc", WORK + "/lich-su", Stage.DRAFT, EDITORS)
                    .elsewhereShown(),
            of(
                    FILES + "chapters.xhtml",
                    "chia-chuong",
                    WORK + "/tep",
                    Stage.DRAFT,
                    EDITORS,
                    "luc.1",
                    "0:00",
                    "ten.1.vi",
                    "Đầu"),
            of(FILES + "alt.xhtml", "ta-anh", WORK + "/tep", Stage.FILMED, BOTH, "loi.vi", "Một cái cây"),
            of(FILES + "pictures.xhtml", "chon-anh", WORK + "/tep", Stage.FILMED, EDITORS, "luc", "10"),
            of(FILES + "track.xhtml", "thu-lai", WORK + "/tep", Stage.DRAFT, EDITORS)
                    .elsewhereShown(),
            of(
                    FILES + "track.xhtml",
                    "sua-ban",
                    WORK + "/tep",
                    Stage.DRAFT,
                    EDITORS,
                    "tieng",
                    "tyz",
                    "vai",
                    "original"),
            of(FILES + "track.xhtml", "bo-tep", WORK + "/tep", Stage.DRAFT, EDITORS),
            of("catalog/work-list.xhtml", "gui-duyet", "/quan-tri/san-pham", Stage.DRAFT, EDITORS),
            of(
                    "catalog/work-list.xhtml",
                    "them-chu-de",
                    "/quan-tri/san-pham",
                    Stage.DRAFT,
                    EDITORS,
                    "chu-de-chon",
                    "y-te"),
            of(
                    "catalog/work-list.xhtml",
                    "bo-chu-de",
                    "/quan-tri/san-pham",
                    Stage.DRAFT,
                    EDITORS,
                    "chu-de-chon",
                    "y-te"),
            of(
                    "catalog/work-list.xhtml",
                    "them-doi-tuong",
                    "/quan-tri/san-pham",
                    Stage.DRAFT,
                    EDITORS,
                    "doi-tuong-chon",
                    "ho-ngheo"),
            of(
                    "catalog/work-list.xhtml",
                    "bo-doi-tuong",
                    "/quan-tri/san-pham",
                    Stage.DRAFT,
                    EDITORS,
                    "doi-tuong-chon",
                    "ho-ngheo"),
            of(
                    "catalog/work-list.xhtml",
                    "them-dia-ban",
                    "/quan-tri/san-pham",
                    Stage.DRAFT,
                    EDITORS,
                    "dia-ban-chon",
                    "01273"),
            of(
                    "catalog/work-list.xhtml",
                    "bo-dia-ban",
                    "/quan-tri/san-pham",
                    Stage.DRAFT,
                    EDITORS,
                    "dia-ban-chon",
                    "01273"),
            of(
                    "catalog/work-list.xhtml",
                    "doi-the-loai",
                    "/quan-tri/san-pham",
                    Stage.DRAFT,
                    EDITORS,
                    "the-loai-chon",
                    "tieu-pham"),
            of("catalog/work-list.xhtml", "giao", "/quan-tri/san-pham", Stage.DRAFT, BOTH, "giao-cho", "-")
                    .elsewhereShown(),
            of(
                    "WEB-INF/includes/office/keep.xhtml",
                    "giu",
                    "/quan-tri/san-pham?the-loai=tin-bai",
                    Stage.NONE,
                    READERS,
                    "ten",
                    "Tin",
                    "loc",
                    "the-loai=tin-bai"),
            of(
                            "home/desk.xhtml",
                            "da-xem",
                            Addresses.DESK,
                            Stage.NONE,
                            EnumSet.complementOf(EnumSet.of(COMMUNE_OFFICER)))
                    .elsewhereShown(),
            of(
                            "home/desk.xhtml",
                            "chua-xem",
                            Addresses.DESK,
                            Stage.NONE,
                            EnumSet.complementOf(EnumSet.of(COMMUNE_OFFICER)))
                    .elsewhereShown(),
            of("WEB-INF/includes/office/kept.xhtml", "bo", "/quan-tri/san-pham", Stage.NONE, READERS)
                    .elsewhereShown(),
            of("plans/work-list.xhtml", "gui-duyet", "/quan-tri/ke-hoach", Stage.PLAN, EDITORS),
            of("plans/work-list.xhtml", "cat", "/quan-tri/ke-hoach", Stage.PLAN, BOTH)
                    .elsewhereShown(),
            of(
                    "WEB-INF/includes/plans/work/below.xhtml",
                    "de-nghi",
                    PLAN,
                    Stage.PLAN,
                    EDITORS,
                    "co-quan-moi",
                    "Sở Thử"),
            of(
                            "WEB-INF/includes/plans/work/below.xhtml",
                            "de-nghi:khac",
                            PLAN,
                            Stage.PLAN,
                            EDITORS,
                            "co-quan-moi",
                            "Sở Thử Nữa")
                    .elsewhereShown(),
            of("WEB-INF/includes/office/told.xhtml", "giu", "/quan-tri/san-pham", Stage.NONE, READERS)
                    .elsewhereShown(),
            of(
                    "plans/work.xhtml",
                    "luu",
                    PLAN,
                    Stage.PLAN,
                    EDITORS,
                    "subject",
                    "Khác",
                    "kind",
                    "KH",
                    "level",
                    "commune",
                    "locality",
                    HERE),
            of(
                    "plans/work.xhtml",
                    "gui",
                    PLAN,
                    Stage.PLAN,
                    EDITORS,
                    "subject",
                    "Khác",
                    "kind",
                    "KH",
                    "level",
                    "commune",
                    "locality",
                    HERE,
                    "agency",
                    "so-vhttdl-cao-bang"),
            of("plans/work.xhtml", "them:deliverables", PLAN, Stage.PLAN, EDITORS),
            of("plans/work.xhtml", "them:sections", PLAN, Stage.PLAN, EDITORS),
            of("plans/work.xhtml", "them:legalBases", PLAN, Stage.PLAN, EDITORS),
            of("plans/work.xhtml", "them:recipients", PLAN, Stage.PLAN, EDITORS),
            of("plans/work.xhtml", "lay:subject", PLAN, Stage.PLAN, EDITORS).elsewhereShown(),
            of(ROWS, "len:sections:0", PLAN, Stage.PLAN, EDITORS).elsewhereShown(),
            of(ROWS, "xuong:sections:0", PLAN, Stage.PLAN, EDITORS),
            of(ROWS, "bo:sections:0", PLAN, Stage.PLAN, EDITORS),
            of("plans/work.xhtml", "duyet", PLAN, Stage.PLAN_IN_REVIEW, PUBLISHERS),
            of("plans/work.xhtml", "tra", PLAN, Stage.PLAN_IN_REVIEW, PUBLISHERS, "loi-nhan", "Thiếu."),
            of("plans/work.xhtml", "rut", PLAN, Stage.PLAN_IN_REVIEW, EDITORS),
            of("plans/work.xhtml", "dang", PLAN, Stage.PLAN_APPROVED, PUBLISHERS),
            of("plans/work.xhtml", "cat", PLAN, Stage.PLAN, BOTH),
            of("plans/work.xhtml", "tra", PLAN, Stage.PLAN_AWAY, BOTH, "loi-nhan", "Nhầm."),
            of("plans/work.xhtml", "cat", PLAN, Stage.PLAN_WITHDRAWN, PUBLISHERS),
            of("plans/work.xhtml", "mo", PLAN, Stage.PLAN_PUBLISHED, EDITORS).elsewhereShown(),
            of("plans/work.xhtml", "go", PLAN, Stage.PLAN_PUBLISHED, PUBLISHERS, "loi-nhan", "Sai.")
                    .elsewhereShown(),
            of(ORIGINALS, "xem-tep", PLAN, Stage.PLAN_WITH_FILE, EDITORS, "so", "{file}"),
            of(ORIGINALS, "dua-tep", PLAN, Stage.PLAN_WITH_FILE, EDITORS, "so", "{file}")
                    .elsewhereShown(),
            of(ORIGINALS, "thoi-tep", PLAN, Stage.PLAN_WITH_FILE, EDITORS, "so", "{file}")
                    .elsewhereShown(),
            of("questions/case.xhtml", "lien-he", CASE, Stage.RECEIVED, BOTH),
            of(
                    "questions/case.xhtml",
                    "giao",
                    CASE,
                    Stage.RECEIVED,
                    EDITORS,
                    "co-quan",
                    "so-vhttdl-cao-bang",
                    "han",
                    "2199-01-02"),
            of(
                    "questions/case.xhtml",
                    "tra-loi",
                    CASE,
                    Stage.ASSIGNED,
                    EDITORS,
                    "tieu-de",
                    "Hỏi",
                    "cau-hoi",
                    "Hỏi?",
                    "tra-loi",
                    "Đáp."),
            of("questions/case.xhtml", "dong", CASE, Stage.RECEIVED, BOTH, "ly-do", "Trùng."),
            of("questions/case.xhtml", "dang", CASE, Stage.ANSWERED, PUBLISHERS).elsewhereShown(),
            of("questions/case.xhtml", "tra-lai", CASE, Stage.ANSWERED, PUBLISHERS, "ly-do", "Thiếu."),
            of("questions/case.xhtml", "go", CASE, Stage.ANSWERED, PUBLISHERS, "ly-do", "Sai.")
                    .elsewhereShown(),
            of("questions/case.xhtml", "mo-lai", CASE, Stage.CLOSED, BOTH).elsewhereShown(),
            whole("administration/units.xhtml", "nhap", "/quan-tri/dia-ban", ADMINISTRATORS)
                    .elsewhereShown(),
            whole("administration/units.xhtml", "bo", "/quan-tri/dia-ban", ADMINISTRATORS)
                    .elsewhereShown(),
            whole("administration/agencies.xhtml", "them", "/quan-tri/co-quan", ADMINISTRATORS, "vi", "Thử"),
            whole("administration/agencies.xhtml", "nhan", "/quan-tri/co-quan", ADMINISTRATORS, "de-nghi", "x")
                    .elsewhereShown(),
            whole("administration/agencies.xhtml", "gop", "/quan-tri/co-quan", ADMINISTRATORS, "de-nghi", "x")
                    .elsewhereShown(),
            whole("administration/agencies.xhtml", "khong", "/quan-tri/co-quan", ADMINISTRATORS, "de-nghi", "x")
                    .elsewhereShown(),
            whole("administration/agency.xhtml", "sua", "/quan-tri/co-quan/chinh-phu", ADMINISTRATORS, "vi", "Thử"),
            whole("administration/agency.xhtml", "bo", "/quan-tri/co-quan/chinh-phu", ADMINISTRATORS),
            whole(
                    "administration/channels.xhtml",
                    "them",
                    "/quan-tri/kenh",
                    ADMINISTRATORS,
                    "vi",
                    "Thử",
                    "loai",
                    "portal"),
            whole("administration/channel.xhtml", "sua", "/quan-tri/kenh/{channel}", ADMINISTRATORS, "vi", "Thử")
                    .elsewhereShown(),
            whole("administration/channel.xhtml", "do", "/quan-tri/kenh/{channel}", ADMINISTRATORS)
                    .elsewhereShown(),
            whole("administration/channel.xhtml", "quen", "/quan-tri/kenh/{channel}", ADMINISTRATORS)
                    .elsewhereShown(),
            whole("administration/channel.xhtml", "bo", "/quan-tri/kenh/{channel}", ADMINISTRATORS)
                    .elsewhereShown(),
            whole(
                    "administration/languages.xhtml",
                    "them",
                    "/quan-tri/ngon-ngu",
                    ADMINISTRATORS,
                    "ma",
                    "kk",
                    "vi",
                    "Thử",
                    "ten",
                    "Thử",
                    "tag",
                    "kk",
                    "tep",
                    "kaz",
                    "thu-tu",
                    "99"),
            whole(
                    "administration/languages.xhtml",
                    "sua",
                    "/quan-tri/ngon-ngu",
                    ADMINISTRATORS,
                    "ma",
                    "tyz",
                    "vi",
                    "Thử",
                    "ten",
                    "Thử",
                    "tag",
                    "tyz",
                    "tep",
                    "tyz",
                    "thu-tu",
                    "99"),
            whole(
                    "administration/texts.xhtml",
                    "luu",
                    "/quan-tri/loi-van?tieng=tyz",
                    EnumSet.of(ADMINISTRATOR, LANGUAGE_REVIEWER),
                    "ma",
                    "skip",
                    "loi",
                    "Mẫu",
                    "cu",
                    ""),
            whole("administration/terms.xhtml", "them", "/quan-tri/chu-de", ADMINISTRATORS, "vi", "Thử", "icon", "tin"),
            whole("administration/terms.xhtml", "chuyen", "/quan-tri/chu-de", ADMINISTRATORS, "ma", "y-te"),
            whole("administration/term.xhtml", "sua", "/quan-tri/chu-de/y-te", ADMINISTRATORS, "ma", "y-te", "vi", "X"),
            whole("administration/term.xhtml", "chuyen", "/quan-tri/chu-de/y-te", ADMINISTRATORS, "ma", "y-te"),
            whole(
                            "administration/term.xhtml",
                            "gop",
                            "/quan-tri/chu-de/y-te",
                            ADMINISTRATORS,
                            "ma",
                            "y-te",
                            "vao",
                            "giao-duc")
                    .elsewhereShown(),
            whole("administration/term.xhtml", "bo", "/quan-tri/chu-de/y-te", ADMINISTRATORS, "ma", "y-te")
                    .elsewhereShown(),
            whole("processing/jobs.xhtml", "lai", "/quan-tri/cong-viec", ADMINISTRATORS, "so", "1")
                    .elsewhereShown(),
            whole("search/index.xhtml", "dung-lai", "/quan-tri/chi-muc", ADMINISTRATORS),
            whole("search/index.xhtml", "thu-lai", "/quan-tri/chi-muc", ADMINISTRATORS)
                    .elsewhereShown(),
            whole("search/synonyms.xhtml", "them", "/quan-tri/tu-dong-nghia", EDITORS, "tu", "mộtxx, haixx"),
            whole(
                            "search/synonyms.xhtml",
                            "sua",
                            "/quan-tri/tu-dong-nghia",
                            EDITORS,
                            "so",
                            "{synonym}",
                            "tu",
                            "bốnxx, nămxx")
                    .elsewhereShown(),
            whole("search/synonyms.xhtml", "bo", "/quan-tri/tu-dong-nghia", EDITORS, "so", "{synonym}")
                    .elsewhereShown(),
            whole("syndication/registry.xhtml", "dat", "/quan-tri/nhung", ADMINISTRATORS, "goc", "https://thu.vn"),
            whole(
                            "syndication/registry.xhtml",
                            "cho-phep",
                            "/quan-tri/nhung",
                            ADMINISTRATORS,
                            "trang-web",
                            "https://thu.vn")
                    .elsewhereShown(),
            whole("syndication/registry.xhtml", "an", "/quan-tri/nhung", ADMINISTRATORS, "trang-web", "https://thu.vn")
                    .elsewhereShown(),
            whole(
                            "syndication/registry.xhtml",
                            "hien",
                            "/quan-tri/nhung",
                            ADMINISTRATORS,
                            "trang-web",
                            "https://thu.vn")
                    .elsewhereShown(),
            whole("administration/look.xhtml", "xem", LOOK, ADMINISTRATORS, "mau", "#1f5a3c"),
            whole("administration/look.xhtml", "goi-y", LOOK, ADMINISTRATORS, "goi-y", "#1f5a3c")
                    .elsewhereShown(),
            whole("administration/look.xhtml", "ap-dung", LOOK, ADMINISTRATORS).elsewhereShown(),
            whole("administration/look.xhtml", "thoi", LOOK, ADMINISTRATORS).elsewhereShown(),
            whole("administration/look.xhtml", "bo-sang", LOOK, ADMINISTRATORS).elsewhereShown(),
            whole("administration/look.xhtml", "bo-toi", LOOK, ADMINISTRATORS).elsewhereShown(),
            whole("administration/look.xhtml", "lay-lai", LOOK, ADMINISTRATORS, "so", "0"),
            of("archive/list.xhtml", "tep-gui", ARCHIVES, Stage.NONE, EDITORS, "tep", "x"),
            of("archive/list.xhtml", "thu-muc", ARCHIVES, Stage.NONE, EDITORS, "ten", "x")
                    .elsewhereShown(),
            of("archive/run.xhtml", "nhap", ARCHIVES + "/{own}", Stage.NONE, EDITORS),
            of("archive/run.xhtml", "dung", ARCHIVES + "/{own}", Stage.NONE, EDITORS),
            // What one editor brings in is no other's.
            of("archive/run.xhtml", "nhap", ARCHIVES + "/{others}", Stage.NONE, NOBODY),
            of("archive/run.xhtml", "dung", ARCHIVES + "/{others}", Stage.NONE, NOBODY),
            of("programmes/work-list.xhtml", "mo", STATIONS, Stage.NONE, OVERSEERS, "xa", HERE)
                    .elsewhereShown(),
            of("programmes/work-list.xhtml", "xep-het", STATIONS, Stage.NONE, OVERSEERS)
                    .elsewhereShown(),
            of("programmes/work-list.xhtml", "tim", STATIONS, Stage.NONE, OVERSEERS, "q", "")
                    .elsewhereShown(),
            of("programmes/work-list.xhtml", "khan", STATIONS, Stage.NONE, OVERSEERS, "san-pham", "0", "noi", HERE)
                    .elsewhereShown(),
            of("programmes/work-settings.xhtml", "luu", SET_UP, Stage.ON_AIR, PLANNERS, "gio-1", "5h-6h", "lap", "1"),
            of("programmes/work-settings.xhtml", "mau", SET_UP, Stage.ON_AIR, PLANNERS)
                    .elsewhereShown(),
            // The template of the province is for those of the whole province.
            whole(
                    "programmes/work-settings.xhtml",
                    "luu",
                    STATIONS + "/04/" + Addresses.SETTINGS,
                    OVERSEERS,
                    "gio-1",
                    "5h-6h",
                    "lap",
                    "1"),
            of("programmes/work-packages.xhtml", "dong-goi", PACKAGES, Stage.ON_AIR, PLANNERS),
            of("programmes/work-station.xhtml", "xep", STATION, Stage.ON_AIR, PLANNERS, "tuan", "{week}"),
            of("programmes/work-station.xhtml", "dang", STATION, Stage.ON_AIR, PLANNERS, "tuan", "{week}")
                    .elsewhereShown(),
            of(DAY, "xep", COMMUNE, Stage.ON_AIR, PLANNERS, "tuan", "{week}").elsewhereShown(),
            of(DAY, "dang", COMMUNE, Stage.ON_AIR, PLANNERS, "tuan", "{week}").elsewhereShown(),
            of(DAY, "da-phat", COMMUNE, Stage.ON_AIR, PLANNERS, "ngay", "2026-01-01T05:00")
                    .elsewhereShown(),
            of(DAY, "khong-phat", COMMUNE, Stage.ON_AIR, PLANNERS, "ghi-chu", "Mất điện.")
                    .elsewhereShown(),
            of(DAY, "dong-goi", COMMUNE, Stage.ON_AIR, PLANNERS, "tuan", "{week}")
                    .elsewhereShown(),
            of(DAY, "da-nop", COMMUNE, Stage.ON_AIR, PLANNERS, "thang", "2026-01")
                    .elsewhereShown(),
            of(DAY, "chua-nop", COMMUNE, Stage.ON_AIR, PLANNERS, "thang", "2026-01")
                    .elsewhereShown(),
            of(DAY, "trang-xa", COMMUNE, Stage.ON_AIR, PLANNERS, "trang", "https://xa.example"),
            of("programmes/work-week.xhtml", "xep", WEEK, Stage.ON_AIR, PLANNERS),
            of("programmes/work-week.xhtml", "xep-lai", WEEK, Stage.ON_AIR, PLANNERS),
            of("programmes/work-week.xhtml", "dang", WEEK, Stage.ON_AIR, PLANNERS)
                    .elsewhereShown(),
            of("programmes/work-week.xhtml", "go", WEEK, Stage.ON_AIR, PLANNERS),
            of("programmes/work-week.xhtml", "hoan-tac", WEEK, Stage.ON_AIR, PLANNERS)
                    .elsewhereShown(),
            of("programmes/work-week.xhtml", "lam-lai", WEEK, Stage.ON_AIR, PLANNERS)
                    .elsewhereShown(),
            of("programmes/work-week.xhtml", "chep", WEEK, Stage.ON_AIR, PLANNERS, "tu", HERE, "tuan", "{week}"),
            of("programmes/work-urgent.xhtml", "chen", STATION + "/khan", Stage.ON_AIR, PLANNERS, "san-pham", "{voice}")
                    .elsewhereShown(),
            of(PRESSING, "dung-khan", STATION + "/khan", Stage.ON_AIR, PLANNERS, "khan", "0")
                    .elsewhereShown(),
            of(PRESSING, "dung-khan", WEEK, Stage.ON_AIR, PLANNERS, "khan", "0").elsewhereShown(),
            of(PRESSING, "dung-khan", STATION, Stage.ON_AIR, PLANNERS, "khan", "0")
                    .elsewhereShown(),
            of(PRESSING, "dung-khan", COMMUNE, Stage.ON_AIR, PLANNERS, "khan", "0")
                    .elsewhereShown(),
            of(PRESSING, "dung-khan", STATIONS, Stage.NONE, OVERSEERS, "khan", "0")
                    .elsewhereShown(),
            of("programmes/work-log.xhtml", "da-phat", LOG, Stage.ON_AIR, PLANNERS)
                    .elsewhereShown(),
            of("programmes/work-log.xhtml", "khong-phat", LOG, Stage.ON_AIR, PLANNERS, "ghi-chu", "Mất điện.")
                    .elsewhereShown(),
            of("programmes/work-log.xhtml", "gach-nhieu", LOG, Stage.ON_AIR, PLANNERS, "ly-do", "Nhầm.")
                    .elsewhereShown(),
            of(TOLD, "hoan-tac-ghi", LOG, Stage.ON_AIR, PLANNERS, "vua-ghi", "1")
                    .elsewhereShown(),
            of(TOLD, "hoan-tac-ghi", COMMUNE, Stage.ON_AIR, PLANNERS, "vua-ghi", "1")
                    .elsewhereShown(),
            of("programmes/work-log.xhtml", "tim", LOG, Stage.ON_AIR, PLANNERS, "q", ""),
            of("programmes/work-log.xhtml", "ghi", LOG, Stage.ON_AIR, PLANNERS, "ngay", "2026-01-01", "gio", "05:00")
                    .elsewhereShown(),
            of("programmes/work-broadcast.xhtml", "tim", BROADCAST, Stage.ON_AIR, PLANNERS, "q", ""),
            of("programmes/work-broadcast.xhtml", "sua", BROADCAST, Stage.ON_AIR, PLANNERS, "ly-do", "Nhầm."),
            of("programmes/work-broadcast.xhtml", "gach", BROADCAST, Stage.ON_AIR, PLANNERS, "ly-do", "Nhầm."),
            of("programmes/work-broadcast.xhtml", "lay-lai", BROADCAST, Stage.ON_AIR, PLANNERS, "ly-do", "Nhầm.")
                    .elsewhereShown(),
            of("programmes/work-players.xhtml", "tao-ma", PLAYERS, Stage.ON_AIR, PLANNERS),
            of("programmes/work-players.xhtml", "thu-hoi", PLAYERS, Stage.ON_AIR, PLANNERS, "may", "1")
                    .elsewhereShown(),
            of(SENT_LOG, "gui-lai", SENT, Stage.ON_AIR, PLANNERS, "lan", "1").elsewhereShown(),
            of("programmes/targets.xhtml", "them", TARGETS, Stage.NONE, ADMINISTRATORS, "ten", "Thử"),
            of("programmes/targets.xhtml", "lay-lai", TARGETS, Stage.NONE, ADMINISTRATORS, "noi", "{target}")
                    .elsewhereShown(),
            whole("programmes/target.xhtml", "sua", TARGET, ADMINISTRATORS, "ten", "Thử"),
            whole("programmes/target.xhtml", "thu", TARGET, ADMINISTRATORS),
            whole("programmes/target.xhtml", "tin-khoa", TARGET, ADMINISTRATORS, "khoa", "SHA256:thu"),
            whole("programmes/target.xhtml", "gui-het", TARGET, ADMINISTRATORS),
            whole("programmes/target.xhtml", "dung", TARGET, ADMINISTRATORS),
            whole("programmes/target.xhtml", "gui-tiep", TARGET, ADMINISTRATORS).elsewhereShown(),
            whole("programmes/target.xhtml", "bo", TARGET, ADMINISTRATORS),
            whole("programmes/target.xhtml", "lay-lai", TARGET, ADMINISTRATORS).elsewhereShown(),
            whole(SENT_LOG, "gui-lai", TARGET, ADMINISTRATORS, "lan", "1").elsewhereShown(),
            of("programmes/work-slot.xhtml", "luu", SLOT, Stage.ON_AIR, PLANNERS),
            of("programmes/work-slot.xhtml", "tim", SLOT, Stage.ON_AIR, PLANNERS),
            of("programmes/work-slot.xhtml", "hien-them", SLOT, Stage.ON_AIR, PLANNERS)
                    .elsewhereShown(),
            of("programmes/work-slot.xhtml", "them:1.vi.normal", SLOT, Stage.ON_AIR, PLANNERS)
                    .elsewhereShown(),
            of("programmes/work-slot.xhtml", "len:0", SLOT, Stage.ON_AIR, PLANNERS)
                    .elsewhereShown(),
            of("programmes/work-slot.xhtml", "xuong:0", SLOT, Stage.ON_AIR, PLANNERS)
                    .elsewhereShown(),
            of("programmes/work-slot.xhtml", "uu-tien:0", SLOT, Stage.ON_AIR, PLANNERS)
                    .elsewhereShown(),
            of("programmes/work-slot.xhtml", "bo:0", SLOT, Stage.ON_AIR, PLANNERS)
                    .elsewhereShown());

    /** Buttons whose names are made on the page: those that they can be stand in the table. */
    private static final Map<String, String> MADE = Map.of(
            ACTS,
            "#{deed.name}",
            "catalog/work.xhtml",
            "#{work.undo.name}",
            "WEB-INF/includes/office/told.xhtml",
            "#{told.undo.deed}",
            "plans/work.xhtml",
            "#{step} lay:#{each.name}",
            "administration/look.xhtml",
            "bo-#{one.ground}",
            "programmes/work-slot.xhtml",
            "len:#{turn.index} xuong:#{turn.index} uu-tien:#{turn.index} bo:#{turn.index} them:#{here.added(choice)}",
            ROWS,
            "len:#{list}:#{number} xuong:#{list}:#{number} bo:#{list}:#{number}");

    /** Buttons of Faces forms: who may open their page may press them, as far as their place reaches. */
    private static final Map<String, Set<Role>> FACES_DEEDS = Map.ofEntries(
            Map.entry("newPersonBacking.open", ADMINISTRATORS),
            Map.entry("personBacking.save", ADMINISTRATORS),
            Map.entry("personBacking.invite", ADMINISTRATORS),
            Map.entry("personBacking.provider.link", ADMINISTRATORS),
            Map.entry("personBacking.provider.unlink", ADMINISTRATORS),
            Map.entry("personBacking.close", ADMINISTRATORS),
            Map.entry("personBacking.reopen", ADMINISTRATORS),
            Map.entry("personBacking.resetSecondFactor", ADMINISTRATORS),
            Map.entry("ownAccountBacking.changePassword", EnumSet.allOf(Role.class)),
            Map.entry("ownAccountBacking.closeOthers", EnumSet.allOf(Role.class)));

    /** What takes forms and files besides pages, and hands files out. */
    private static final Map<String, Set<Role>> SERVICES = Map.ofEntries(
            Map.entry(Addresses.LOOK_FILES, ADMINISTRATORS),
            Map.entry(Addresses.ARCHIVE_FILES, EnumSet.of(EDITOR, PUBLISHER, LANGUAGE_REVIEWER)),
            Map.entry(Addresses.LOG_FILES, PLANNERS),
            Map.entry(Addresses.DESK_API, EDITORS),
            Map.entry(Addresses.PICKS, EnumSet.allOf(Role.class)),
            Map.entry(Addresses.PLAN_IMPORT, EDITORS),
            Map.entry(Addresses.PLAN_FILES, EnumSet.of(EDITOR, PUBLISHER, ADMINISTRATOR)),
            Map.entry(Addresses.SUBTITLES, READERS),
            Map.entry(Addresses.UNIT_FILE, ADMINISTRATORS),
            Map.entry(Addresses.AUDIT_FILE, ADMINISTRATORS),
            Map.entry(Addresses.EMBED_FILE, OVERSEERS),
            Map.entry(Addresses.SEARCHES_FILE, EnumSet.of(EDITOR, PUBLISHER)));

    private final Portal portal;
    private final Staff all;
    private final Map<Stage, String> subjects = new EnumMap<>(Stage.class);
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Long> runs = new HashMap<>();
    private @Nullable Connection database;
    private byte @Nullable [] secret;
    private long channel;
    private long synonym;
    private long broadcast;
    private long target;
    private String week = "";
    private String slot = "";

    /** Somebody in a browser, with the pages that they have seen. */
    private record Person(Role role, Staff staff, String cookie, Map<String, HttpResponse<String>> seen) {}

    OfficeDeedsIT(Portal portal) {
        this.portal = portal;
        all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", LANGUAGE));
    }

    /** Others look at what waits. */
    @AfterEach
    void nothing_is_left() throws SQLException {
        try (var ours = database();
                var statement = ours.createStatement()) {
            statement.executeUpdate("delete from archive_run where folder = 'thu-quyen'");
            statement.executeUpdate("delete from plan_source where plan = (select id from plan where slug = '"
                    + subjects.getOrDefault(Stage.PLAN_WITH_FILE, "") + "')");
            statement.executeUpdate("delete from question where code_digest like 'thu-quyen-%'");
            statement.executeUpdate("delete from channel where id = " + channel);
            statement.executeUpdate("delete from synonym_group where id = " + synonym);
            statement.executeUpdate("delete from broadcast where id = " + broadcast);
            statement.executeUpdate("delete from delivery_target where id = " + target);
        }
        if (subjects.containsKey(Stage.PLAN_PUBLISHED)) {
            all.send(
                    "POST",
                    PlanDrafts.PLANS + "/" + subject(Stage.PLAN_PUBLISHED) + "/transitions",
                    "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");
        }
    }

    @Test
    void every_button_of_the_office_stands_in_the_table() throws IOException {
        var wanted = new TreeSet<String>();
        var faces = new TreeSet<String>();
        try (var files = Files.walk(PAGES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                var text = Files.readString(file);
                var source = PAGES.relativize(file).toString().replace('\\', '/');
                BUTTON.matcher(text).results().forEach(button -> wanted.add(source + " " + button.group(1)));
                FACES.matcher(text).results().forEach(button -> faces.add(button.group(1)));
            }
        }
        var known = TABLE.stream().map(Deed::toString).collect(Collectors.toCollection(TreeSet::new));
        MADE.forEach((source, names) -> Stream.of(names.split(" "))
                .forEach(name -> assertThat(wanted.remove(source + " " + name))
                        .as(source + " " + name)
                        .isTrue()));

        assertThat(known).containsAll(wanted);
        assertThat(faces).containsExactlyInAnyOrderElementsOf(FACES_DEEDS.keySet());
    }

    @Test
    void every_page_and_service_of_the_office_is_open_to_somebody_who_is_named() {
        assertThat(OfficeRoutes.paths()).isNotEmpty().allSatisfy(path -> {
            if (!Addresses.FOR_STRANGERS.contains(path)) {
                assertThat(OfficePage.of(path.replaceAll("\\{\\w+}", "x")))
                        .as(path)
                        .isPresent();
            }
        });
        SERVICES.forEach((path, roles) -> assertThat(
                        OfficePage.of(path + "/x").orElseThrow().roles())
                .as(path)
                .isEqualTo(roles));
        assertThat(OfficeRoutes.services()).containsExactlyInAnyOrderElementsOf(SERVICES.keySet());
        TABLE.forEach(deed -> assertThat(
                        OfficePage.of(deed.path.split("\\?")[0]).orElseThrow().roles())
                .as(deed.toString())
                .containsAll(deed.roles));
    }

    @TestFactory
    Stream<DynamicTest> the_table() {
        return TABLE.stream().flatMap(this::tests);
    }

    /** In the order in which they run. What it is done to is looked at once before and once after all that try it. */
    private Stream<DynamicTest> tests(Deed deed) {
        var before = new AtomicReference<>("");
        return Stream.of(
                        Stream.of(dynamicTest("nobody may not " + deed, () -> {
                            before.set(look(deed));
                            refused(deed, null, false);
                        })),
                        Stream.of(Role.values()).flatMap(role -> tests(deed, role)),
                        Stream.of(dynamicTest(
                                "nothing has changed by " + deed,
                                () -> assertThat(look(deed)).isEqualTo(before.get()))))
                .flatMap(each -> each);
    }

    private Stream<DynamicTest> tests(Deed deed, Role role) {
        var tests = new ArrayList<DynamicTest>();
        for (var place : deed.ofPlace ? List.of("", HERE, ELSEWHERE) : List.of("", HERE)) {
            var bound = deed.stage != Stage.NONE;
            // Officers have to do with their own commune alone.
            var within = role == COMMUNE_OFFICER
                    ? place.equals(HERE)
                    : place.isEmpty() || deed.ofPlace && (!place.equals(ELSEWHERE) || !bound);
            var may = deed.roles.contains(role) && within;
            tests.add(dynamicTest("%s %s %s %s".formatted(role.code(), place, may ? "may" : "may not", deed), () -> {
                var person = person(role, place);
                if (may) {
                    offered(deed, person);
                } else {
                    refused(deed, person, deed.roles.contains(role) && isList(deed));
                }
            }));
        }
        return tests.stream();
    }

    private Person person(Role role, String place) {
        return people.computeIfAbsent(role + place, key -> {
            var staff = Staff.make(portal, Set.of(role), place.isEmpty() ? null : place, Set.of(LANGUAGE));
            var cookie = staff.cookie();
            return new Person(role, staff, cookie, new HashMap<>());
        });
    }

    private void offered(Deed deed, Person person) {
        var page = page(deed, person);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        if (deed.shown) {
            assertThat(page.body()).contains(button(deed));
            // So that refusals have tokens that are good.
            assertThat(TOKEN.matcher(page.body()).results().map(token -> token.group(1)))
                    .anyMatch(token -> token.equals(token(
                            FormTokens.ofDesk(person.staff.username()),
                            Long.parseLong(token.replaceAll("\\..*", "")))));
        }
    }

    /** @param shared whether the buttons stand there for what they may do it to: a list has one set of them */
    private void refused(Deed deed, @Nullable Person person, boolean shared) {
        var token = "";
        if (person != null) {
            var page = page(deed, person);
            assertThat(page.statusCode()).isIn(200, 303, 403, 404);
            if (!shared) {
                assertThat(page.body()).doesNotContain(button(deed));
            }
            token = token(
                    FormTokens.ofDesk(person.staff.username()),
                    Instant.now().plus(1, ChronoUnit.HOURS).getEpochSecond());
        }
        var version = version(deed);
        var fields = new TreeMap<>(deed.fields);
        fields.replaceAll((name, value) -> filled(deed, value));
        fields.put("lam", deed.action);
        fields.put("the", token);
        fields.put("phien-ban", version);
        fields.put("phien", version);
        fields.putIfAbsent("ban", number(deed));
        if (isList(deed)) {
            fields.put("chon", subject(deed.stage) + "." + version);
        }
        var done = person == null ? 0 : deeds(person);
        var answer = portal.send(HttpRequest.newBuilder(portal.uri(path(deed, person)))
                .header("Cookie", person == null ? "x=y" : person.cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build());

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 303, 403, 404, 422);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .as("it was done")
                .doesNotContain("luu-y=" + deed.action, "luu-y=da-", "luu-y=xong");
        if (person != null) {
            isOfRoleOrPlace(deed, person, answer);
            assertThat(deeds(person)).as("nothing is done in their name").isEqualTo(done);
        }
    }

    /** How many things were done in their name: more than before by what a check lets through, which so is told apart from all that is tried after it. */
    private long deeds(Person person) {
        return number("select count(*) from audit_entry where actor = '" + person.staff.username() + "'");
    }

    /** Not for a token that is not good, a version that has passed or a field that is missing: whoever may do it would have done it by this form. */
    private void isOfRoleOrPlace(Deed deed, Person person, HttpResponse<String> answer) {
        var path = path(deed, person).replaceAll("\\?.*", "");
        if (!OfficePage.of(path).orElseThrow().isOpenTo(Set.of(person.role))) {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElse("")).contains(path);
        } else if (answer.statusCode() == 303 && deed.path.equals(STATIONS) && person.role == COMMUNE_OFFICER) {
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as("officers are led to their own station")
                    .startsWith(STATIONS + "/");
        } else if (deed.action.equals("lien-he")) {
            assertThat(answer.body()).doesNotContain("0912");
        } else if (!deed.keepsNothing() && answer.statusCode() != 403 && answer.statusCode() != 404) {
            assertThat(OF_ROLE_OR_PLACE).as(answer.body()).anyMatch(answer.body()::contains);
        }
    }

    /** As the portal makes it. @param end the second at which it ends */
    private String token(String purpose, long end) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            var signature = mac.doFinal((purpose + "\n" + end).getBytes(StandardCharsets.UTF_8));
            return end + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] secret() throws SQLException {
        if (secret == null) {
            try (var statement = database().createStatement();
                    var rows = statement.executeQuery("select secret from form_secret")) {
                rows.next();
                secret = rows.getBytes(1);
            }
        }
        return secret;
    }

    /** Whether it is done to lines of a list. */
    private static boolean isList(Deed deed) {
        return deed.path.equals("/quan-tri/san-pham") || deed.path.equals("/quan-tri/ke-hoach");
    }

    private static String button(Deed deed) {
        return "name=\"lam\" value=\"" + deed.action + "\"";
    }

    private HttpResponse<String> page(Deed deed, Person person) {
        return page(path(deed, person), person);
    }

    private HttpResponse<String> page(String path, Person person) {
        return person.seen.computeIfAbsent(path, wanted -> portal.get(wanted, "Cookie", person.cookie));
    }

    /** With everything that it names. @param person whose own something may be; null for nobody */
    private String path(Deed deed, @Nullable Person person) {
        return filled(deed, deed.path)
                .replace(
                        "{own}",
                        deed.path.contains("{own}")
                                ? String.valueOf(run(person == null ? all.username() : person.staff.username()))
                                : "");
    }

    private String filled(Deed deed, String text) {
        var filled = text;
        for (var name = NAMED.matcher(text); name.find(); ) {
            var value = switch (name.group(1)) {
                case "slug" -> subject(deed.stage);
                case "channel" -> String.valueOf(channel());
                case "synonym" -> String.valueOf(synonym());
                case "broadcast" -> String.valueOf(broadcast());
                case "target" -> String.valueOf(target());
                case "others" -> String.valueOf(run(all.username()));
                case "file" ->
                    String.valueOf(number("select id from plan_source where plan = (select id from plan where slug = '"
                            + subject(deed.stage) + "')"));
                case "week" -> week();
                case "slot" -> slot();
                case "voice" -> number("select min(product) from track") + ".vi";
                default -> name.group();
            };
            filled = filled.replace(name.group(), value);
        }
        return filled;
    }

    /** The week of today, as the list of stations leads to it. */
    private String week() {
        if (week.isEmpty()) {
            week = linked(STATIONS, STATION + "/([0-9]{4}-W[0-9]{2})\"");
        }
        return week;
    }

    /** The same week and its first slot. */
    private String slot() {
        if (slot.isEmpty()) {
            slot = week() + "/" + linked(STATION + "/" + week(), STATION + "/" + week() + "/([^\"?/]+)\"");
        }
        return slot;
    }

    private String linked(String path, String link) {
        var body = page(path, person(ADMINISTRATOR, "")).body();
        var found = Pattern.compile(link).matcher(body);
        assertThat(found.find()).as(link + " in " + body).isTrue();
        return found.group(1);
    }

    /** An archive that waits to be carried out. */
    private long run(String owner) {
        return runs.computeIfAbsent(
                owner,
                whose -> number("with r as (insert into archive_run (owner, name, folder, state, created_at) values ('"
                        + whose + "', 'thu-quyen', 'thu-quyen', 'CHECKED', now()) returning id),"
                        + " l as (insert into archive_line (run, line, line_key, title, state, cells)"
                        + " select id, 2, 'thu-quyen', 'Thử', 'NEW', '{}' from r) select id from r"));
    }

    private long channel() {
        if (channel == 0) {
            channel = number("insert into channel (kind, name, closed_on)"
                    + " values ('portal', '{\"vi\":\"Kênh thử quyền\"}', date '2020-01-01') returning id");
        }
        return channel;
    }

    private long broadcast() {
        if (broadcast == 0) {
            broadcast = number(
                    "insert into broadcast (locality, key, digest, product, language, aired_at, seconds, outcome, note,"
                            + " origin, written_at, written_by) select l.id, 'thu-quyen', '', (select id from product where slug ="
                            + " 'con-bo-cua-nha-ong-pao'), 'vi', timestamptz '2001-01-01T05:00:00Z', 60, 'aired', '', 'hand', now(),"
                            + " 'thu' from locality l where l.code = '" + HERE
                            + "' order by l.valid_from desc limit 1 returning id");
        }
        return broadcast;
    }

    /** Of the whole province, to which nothing is sent, with a key that its server has shown. */
    private long target() {
        if (target == 0) {
            target = number(
                    "insert into delivery_target (name, kind, address, unit, made_at, made_by, on_publication, on_urgent,"
                            + " seen_host_key) select 'Thử quyền', 'SFTP', 'sftp://thu-quyen.invalid', l.id, now(), 'thu', false, false,"
                            + " 'SHA256:thu' from locality l where l.code = '04' order by l.valid_from desc limit 1 returning id");
        }
        return target;
    }

    private long synonym() {
        if (synonym == 0) {
            synonym = number("insert into synonym_group (terms, changed_at)" + " values ('" + all.username()
                    + ", baxx', now()) returning id");
        }
        return synonym;
    }

    /** Of what it is done to, as it stands. */
    private String version(Deed deed) {
        return switch (deed.stage.kind) {
            case "product", "plan" ->
                String.valueOf(number(
                        "select version from " + deed.stage.kind + " where slug = '" + subject(deed.stage) + "'"));
            default -> "0";
        };
    }

    /** What forms send as their "ban": the track or the edition of a product, the version of anything else. */
    private String number(Deed deed) {
        var path = deed.path;
        var of =
                " = (select id from product where slug = '" + (path.startsWith(WORK) ? subject(deed.stage) : "") + "')";
        if (path.equals(WORK + "/lich-su")) {
            return String.valueOf(number("select min(id) from product_edition where product" + of));
        }
        if (path.startsWith(WORK)) {
            return String.valueOf(number("select coalesce(min(id), 0) from track where product" + of));
        }
        if (path.startsWith(STATION) || path.equals(LOOK)) {
            var administrator = person(ADMINISTRATOR, "");
            var read = READ.matcher(page(deed, administrator).body());
            return read.find() ? read.group(1) : "0";
        }
        var versioned = Map.of(
                CASE,
                "question where id = " + (path.equals(CASE) ? subject(deed.stage) : "0"),
                "/quan-tri/co-quan/chinh-phu",
                "agency where code = 'chinh-phu'",
                "/quan-tri/chu-de",
                "topic where code = 'y-te'",
                "/quan-tri/chu-de/y-te",
                "topic where code = 'y-te'",
                "/quan-tri/ngon-ngu",
                "language where code = '" + LANGUAGE + "'");
        // Channels and words were made for this, and nobody has changed them.
        return versioned.containsKey(path) ? String.valueOf(number("select version from " + versioned.get(path))) : "0";
    }

    /** What there is to see of what it is done to. */
    private String look(Deed deed) {
        return switch (deed.stage.kind) {
            case "product" ->
                all.get(Drafts.PRODUCTS + "/" + subject(deed.stage)).body();
            case "plan" -> all.get(PlanDrafts.PLANS + "/" + subject(deed.stage)).body();
            case "question" -> String.valueOf(number("select version from question where id = " + subject(deed.stage)));
            case "station" ->
                String.valueOf(number("select max(station.version) * 1000000 + coalesce(sum(programme.version), 0)"
                        + " from station left join programme on programme.station = station.id where station.locality in"
                        + " (select id from locality where code = '" + HERE + "')"));
            default -> "";
        };
    }

    private String subject(Stage stage) {
        return subjects.computeIfAbsent(stage, this::make);
    }

    private String make(Stage stage) {
        switch (stage.kind) {
            case "product" -> {
                var shown = Drafts.showing("Chị Mẫu", "2025-05-01", Drafts.title(), HERE)
                        .build();
                var slug = Drafts.object(all.send("POST", Drafts.PRODUCTS, shown.toString()))
                        .getString("slug");
                if (stage == Stage.FILMED) {
                    Drafts.addFilm(portal, slug, LANGUAGE);
                } else {
                    Drafts.addTrack(portal, slug, LANGUAGE);
                }
                stage.steps.forEach(step -> move(Drafts.PRODUCTS + "/" + slug, step));
                return slug;
            }
            case "plan" -> {
                var plan = PlanDrafts.start(all, PlanDrafts.content(HERE));
                if (stage == Stage.PLAN_WITH_FILE) {
                    number("insert into plan_source (plan, asset, added_at, reading) select plan.id,"
                            + " (select min(asset) from rendition where profile = 'original'), now(), '{\"blocks\":[]}' from plan where slug = '"
                            + plan
                            + "' returning id");
                }
                stage.steps.forEach(step -> move(PlanDrafts.PLANS + "/" + plan, step));
                return plan;
            }
            case "question" -> {
                return String.valueOf(
                        number("with q as (insert into question (code_digest, state, received_at, changed_at, online,"
                                + " publishable, sample, locality, agency, title, asked, answer, answered_at) values ('thu-quyen-"
                                + stage + "-"
                                + all.username() + "', '" + stage + "', now(), now(), false, true, false,"
                                + " (select id from locality where code = '" + HERE + "' and valid_to is null),"
                                + (stage == Stage.RECEIVED ? " null," : " 'so-vhttdl-cao-bang',")
                                + " 'Hỏi', 'Hỏi?', 'Đáp.', now()) returning id),"
                                + " l as (insert into question_letter (question, text, contact) select id, 'Hỏi thử', '0912 345 678' from q)"
                                + " select id from q"));
            }
            default -> {
                return "";
            }
        }
    }

    private void move(String path, String step) {
        var at = step.equals("scheduled")
                ? ",\"at\":\"" + Instant.now().plus(9, ChronoUnit.DAYS) + "\""
                : step.equals("withdrawn") ? ",\"note\":\"Thử.\"" : "";
        var answer = all.send("POST", path + "/transitions", "{\"to\":\"" + step + "\"" + at + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** One for all: to open one takes longer than what is asked. */
    private Connection database() {
        if (database == null) {
            database = portal.database();
        }
        return database;
    }

    private long number(String sql) {
        try (var statement = database().createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
