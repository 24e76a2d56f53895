package vn.loa.accounts.web;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.loa.accounts.Role.ADMINISTRATOR;
import static vn.loa.accounts.Role.COMMUNE_OFFICER;
import static vn.loa.accounts.Role.EDITOR;
import static vn.loa.accounts.Role.LANGUAGE_REVIEWER;
import static vn.loa.accounts.Role.PUBLISHER;
import static vn.loa.testing.Drafts.PRODUCTS;
import static vn.loa.testing.Drafts.content;
import static vn.loa.testing.Drafts.object;
import static vn.loa.testing.Drafts.title;
import static vn.loa.testing.PlanDrafts.PLANS;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Pdf;
import vn.loa.testing.PlanDocx;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Who may do what: every act of every address that writes, by every role, here and elsewhere. */
@UsesPortal
class PermissionsIT {
    private static final String HERE = "01393";
    private static final String ELSEWHERE = "01273";

    /** What it does is seen on all pages, so nobody who is confined does it, not even at their own place. */
    private static final Set<String> FOR_ALL =
            Set.of("PUT /products/{slug}/priority", "POST /package-keys", "POST /search/rebuild");

    private static final String LANGUAGE = "tyz";
    private static final String SHOWN = "Chị Mẫu";
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

    private static final byte[] PDF = Pdf.of("to prove a point");

    private static final String SESSIONS = "/api/v1/sessions";
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String REBUILD = "/api/v1/search/rebuild";

    /** The end of what is sent about an account of this place. */
    private static final String OF_HERE =
            "\"displayName\":\"Người thử\",\"roles\":[\"editor\"],\"locality\":\"" + HERE + "\",\"enabled\":true}";

    /** The table. What an address does depends on what it is told, so an address may have several rows. */
    private static final List<Act> TABLE = List.of(
            new Act("create a product", "POST /products", Set.of(EDITOR), 201, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "POST", PRODUCTS, content(title(), HERE).build().toString());
                }
            },
            new Act("rewrite it", "PUT /products/{slug}", Set.of(EDITOR), 200, Stage.DRAFT) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "PUT",
                            PRODUCTS + "/" + subject.slug(),
                            content(title(), HERE).build().toString(),
                            "If-Match",
                            "*");
                }
            },
            new Act("divide it into chapters", "PUT /products/{slug}/chapters", Set.of(EDITOR), 200, Stage.DRAFT) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "PUT",
                            PRODUCTS + "/" + subject.slug() + "/chapters",
                            "{\"chapters\":[{\"startSeconds\":0,\"title\":{\"vi\":\"Mở đầu\"}}]}",
                            "If-Match",
                            "*");
                }
            },
            new Act(
                    "take its chapters from a file",
                    "PUT /products/{slug}/chapters/{language}",
                    Set.of(EDITOR),
                    200,
                    Stage.DRAFT) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.put(
                            PRODUCTS + "/" + subject.slug() + "/chapters/vi",
                            "WEBVTT\n\n00:00.000 --> 00:10.000\nMở đầu\n",
                            "text/vtt");
                }
            },
            new Act(
                    "try again what failed of its track",
                    "POST /products/{slug}/tracks/{id}/processing",
                    Set.of(EDITOR),
                    202,
                    Stage.DRAFT) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send("POST", subject.track() + "/processing", "{}");
                }
            },
            new Act(
                    "approve its track",
                    "POST /products/{slug}/tracks/{id}/approval",
                    Set.of(LANGUAGE_REVIEWER),
                    200,
                    Stage.DRAFT) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send("POST", subject.track() + "/approval", "{\"verdict\":\"approved\"}");
                }
            },
            new Act(
                    "reject its track",
                    "POST /products/{slug}/tracks/{id}/approval",
                    Set.of(LANGUAGE_REVIEWER),
                    200,
                    Stage.DRAFT) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "POST", subject.track() + "/approval", "{\"verdict\":\"rejected\",\"note\":\"Sai.\"}");
                }
            },
            new Act(
                    "choose a picture of its film",
                    "PUT /products/{slug}/tracks/{id}/poster",
                    Set.of(EDITOR),
                    200,
                    Stage.FILMED) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send("PUT", subject.track() + "/poster", "{\"percent\":50}");
                }
            },
            new Act(
                    "write its subtitles",
                    "PUT /products/{slug}/tracks/{id}/cues",
                    Set.of(EDITOR),
                    200,
                    Stage.SUBTITLED) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "PUT",
                            subject.track() + "/cues",
                            "{\"cues\":[{\"start\":0,\"end\":2000,\"text\":\"Mẫu\"}],\"submit\":true}",
                            "If-Match",
                            "*");
                }
            },
            new Move("hand it in", Set.of(EDITOR), Stage.DRAFT, "{\"to\":\"review\"}"),
            new Move("take it back", Set.of(EDITOR), Stage.IN_REVIEW, "{\"to\":\"taken-back\"}"),
            new Move("approve it", Set.of(PUBLISHER), Stage.IN_REVIEW, "{\"to\":\"approved\"}"),
            new Move("send it back", Set.of(PUBLISHER), Stage.IN_REVIEW, "{\"to\":\"draft\",\"note\":\"Thiếu.\"}"),
            new Move(
                    "schedule it",
                    Set.of(PUBLISHER),
                    Stage.APPROVED,
                    "{\"to\":\"scheduled\",\"at\":\"" + Instant.now().plus(9, ChronoUnit.DAYS) + "\"}"),
            new Move("publish it", Set.of(PUBLISHER), Stage.APPROVED, "{\"to\":\"published\"}"),
            new Move("withdraw it", Set.of(PUBLISHER), Stage.PUBLISHED, "{\"to\":\"withdrawn\",\"note\":\"Sai.\"}"),
            new Move("put it away", Set.of(PUBLISHER), Stage.DRAFT, "{\"to\":\"archived\"}"),
            new Move("revise it", Set.of(EDITOR), Stage.PUBLISHED, "{\"to\":\"draft\"}"),
            new Act("say how much it presses", "PUT /products/{slug}/priority", Set.of(PUBLISHER), 200, Stage.DRAFT) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "PUT",
                            PRODUCTS + "/" + subject.slug() + "/priority",
                            "{\"priority\":\"important\",\"until\":\""
                                    + Instant.now().plus(1, ChronoUnit.DAYS) + "\"}");
                }
            },
            new Act(
                    "withdraw a consent",
                    "POST /products/{slug}/consents/withdrawals",
                    Set.of(EDITOR, PUBLISHER),
                    200,
                    Stage.PUBLISHED) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "POST",
                            PRODUCTS + "/" + subject.slug() + "/consents/withdrawals",
                            "{\"person\":\"" + SHOWN + "\"}");
                }
            },
            new Act("add a track", "POST /products/{slug}/tracks", Set.of(EDITOR), 202, Stage.DRAFT) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "POST",
                            PRODUCTS + "/" + subject.slug() + "/tracks",
                            "{\"upload\":\"%s\",\"kind\":\"document\",\"language\":\"vi\",\"role\":\"attachment\"}"
                                    .formatted(by.upload(PDF)));
                }
            },
            new Act(
                    "put right what a track is",
                    "PATCH /products/{slug}/tracks/{id}",
                    Set.of(EDITOR),
                    200,
                    Stage.DRAFT) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send("PATCH", subject.track(), "{\"language\":\"tyz\"}");
                }
            },
            new Act("remove a track", "DELETE /products/{slug}/tracks/{id}", Set.of(EDITOR), 204, Stage.DRAFT) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send("DELETE", subject.track(), "");
                }
            },
            new Act("start a plan", "POST /plans", Set.of(EDITOR), 201, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "POST", PLANS, PlanDrafts.content(HERE).build().toString());
                }
            },
            new Act("make a plan of a document", "POST /plans/import", Set.of(EDITOR), 201, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "POST",
                            PLANS + "/import",
                            "{\"upload\":\"%s\"}".formatted(by.upload(PlanDocx.of("Thử quyền"), "a.docx")));
                }
            },
            new Act("rewrite a plan", "PUT /plans/{slug}", Set.of(EDITOR), 200, Stage.PLAN) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "PUT",
                            PLANS + "/" + subject.slug(),
                            PlanDrafts.content(HERE).build().toString(),
                            "If-Match",
                            "*");
                }
            },
            new PlanMove("hand a plan in", Set.of(EDITOR), Stage.PLAN, "{\"to\":\"review\"}"),
            new PlanMove("approve a plan", Set.of(PUBLISHER), Stage.PLAN_IN_REVIEW, "{\"to\":\"approved\"}"),
            new PlanMove(
                    "send a plan back",
                    Set.of(PUBLISHER),
                    Stage.PLAN_IN_REVIEW,
                    "{\"to\":\"draft\",\"note\":\"Thiếu.\"}"),
            new PlanMove("publish a plan", Set.of(PUBLISHER), Stage.PLAN_APPROVED, "{\"to\":\"published\"}"),
            new PlanMove(
                    "withdraw a plan",
                    Set.of(PUBLISHER),
                    Stage.PLAN_PUBLISHED,
                    "{\"to\":\"withdrawn\",\"note\":\"Sai.\"}"),
            new PlanMove("revise a plan", Set.of(EDITOR), Stage.PLAN_PUBLISHED, "{\"to\":\"draft\"}"),
            new PlanMove("put a plan away", Set.of(EDITOR, PUBLISHER), Stage.PLAN, "{\"to\":\"archived\"}"),
            new PlanMove(
                    "take a plan out again",
                    Set.of(EDITOR, PUBLISHER),
                    Stage.PLAN_AWAY,
                    "{\"to\":\"draft\",\"note\":\"Nhầm.\"}"),
            new PlanMove(
                    "put a plan away that was public",
                    Set.of(PUBLISHER),
                    Stage.PLAN_WITHDRAWN,
                    "{\"to\":\"archived\"}"),
            new Act("announce an upload", "POST /uploads", Set.of(EDITOR), 201, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.tus().announce("a.pdf", PDF.length);
                }
            },
            new Act("send bytes", "PATCH /uploads/{id}", Set.of(EDITOR), 204, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.tus().send(by.announced(), 0, PDF);
                }
            },
            new Act("end an upload", "DELETE /uploads/{id}", Set.of(EDITOR), 204, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.tus().end(by.announced());
                }
            },
            new Act("end an upload by a post", "POST /uploads/{id}", Set.of(EDITOR), 204, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    var tus = by.tus();
                    return tus.send(tus.request(TusClient.PATH + "/" + by.announced())
                            .header("X-HTTP-Method-Override", "DELETE")
                            .POST(BodyPublishers.noBody())
                            .build());
                }
            },
            new Act("open an account", "POST /accounts", Set.of(ADMINISTRATOR), 201, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "POST",
                            ACCOUNTS,
                            "{\"username\":\"thu-%s\",\"password\":\"cầu treo qua suối 41\",%s"
                                    .formatted(UUID.randomUUID(), OF_HERE));
                }
            },
            new Act("change an account", "PUT /accounts/{username}", Set.of(ADMINISTRATOR), 200, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send("PUT", by.colleague(), "{" + OF_HERE, "If-Match", "*");
                }
            },
            new Act(
                    "set another's password",
                    "PUT /accounts/{username}/password",
                    Set.of(ADMINISTRATOR),
                    204,
                    Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send("PUT", by.colleague() + "/password", "{\"password\":\"cầu treo qua suối 41\"}");
                }
            },
            new Act(
                    "write into the as-run log of a commune",
                    "POST /broadcasts",
                    Set.of(COMMUNE_OFFICER, PUBLISHER, ADMINISTRATOR),
                    200,
                    Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "POST",
                            "/api/v1/broadcasts",
                            ("{\"entries\":[{\"key\":\"quyen\",\"locality\":\"%s\",\"at\":\"2026-02-03T05:00:00\","
                                            + "\"product\":\"con-bo-cua-nha-ong-pao\",\"language\":\"vi\",\"seconds\":60}]}")
                                    .formatted(HERE));
                }
            },
            new Act(
                    "correct an entry of an as-run log",
                    "PATCH /broadcasts/{id}",
                    Set.of(COMMUNE_OFFICER, PUBLISHER, ADMINISTRATOR),
                    200,
                    Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "PATCH",
                            "/api/v1/broadcasts/" + by.broadcast(HERE),
                            "{\"note\":\"Trời mưa " + UUID.randomUUID() + "\",\"reason\":\"Bổ sung.\"}",
                            "If-Match",
                            "*");
                }
            },
            // Nobody can hear it: who may not do it is refused before that is looked at.
            new Act(
                    "have something played at once on several stations",
                    "POST /urgent-broadcasts",
                    Set.of(PUBLISHER, ADMINISTRATOR),
                    400,
                    Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "POST",
                            "/api/v1/urgent-broadcasts",
                            "{\"product\":\"khong-ai-nghe-duoc\",\"locality\":\"%s\"}".formatted(HERE));
                }
            },
            new Act(
                    "stop what is played at once",
                    "POST /urgent-broadcasts/stops",
                    Set.of(COMMUNE_OFFICER, PUBLISHER, ADMINISTRATOR),
                    400,
                    Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send(
                            "POST",
                            "/api/v1/urgent-broadcasts/stops",
                            "{\"product\":\"khong-ai-nghe-duoc\",\"locality\":\"%s\"}".formatted(HERE));
                }
            },
            new Act(
                    "write the programme of a station",
                    "PUT /programmes/{locality}",
                    Set.of(COMMUNE_OFFICER, PUBLISHER, ADMINISTRATOR),
                    200,
                    Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    // A week that no other test has to do with.
                    return by.send(
                            "PUT",
                            "/api/v1/programmes/" + HERE,
                            "{\"week\":\"2031-W20\",\"items\":[]}",
                            "If-Match",
                            "*");
                }
            },
            new Act("replace the key of packages", "POST /package-keys", Set.of(ADMINISTRATOR), 201, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send("POST", "/api/v1/package-keys", "{\"distrusted\":false}");
                }
            },
            new Act("build the index anew", "POST /search/rebuild", Set.of(ADMINISTRATOR), 202, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    // One at a time.
                    Until.holds(() -> !by.send("GET", REBUILD, "").body().contains("\"running\""));
                    return by.send("POST", REBUILD, "");
                }
            },
            new Act("end one's session", "DELETE /sessions/current", EVERYBODY, 204, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send("DELETE", SESSIONS + "/current", "");
                }
            },
            new Act("revoke one's token", "DELETE /sessions/{id}", EVERYBODY, 204, Stage.NONE) {
                @Override
                HttpResponse<String> tried(Attempt by, Subject subject) {
                    return by.send("DELETE", SESSIONS + "/" + by.session(), "");
                }
            });

    /** Open to all, because it is how one becomes somebody. */
    private static final Set<String> OPEN =
            Set.of("POST /sessions", "POST /setup", "POST /questions", "POST /playout/pairings", "POST /playout/log");

    /** One's own, or of the whole portal, wherever one is. */
    private static final Pattern WITHOUT_LOCALITY = Pattern.compile("\\w+ /(sessions|uploads|plans/import)\\b.*");

    private final Portal portal;
    private final Staff all;
    private final List<String> plans = new ArrayList<>();

    /** One for all who may not change it. */
    private final Map<Stage, Subject> untouched = new EnumMap<>(Stage.class);

    PermissionsIT(Portal portal) {
        this.portal = portal;
        this.all = Staff.make(portal, EVERYBODY, null, Set.of("vi", "hmn", LANGUAGE));
    }

    /** The newest plan stands on the front page, and other tests count plans. */
    @AfterEach
    void no_plan_stays_public() {
        for (var plan : plans) {
            all.send("POST", PLANS + "/" + plan + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");
            assertThat(portal.get("/api/v1/plans/" + plan).statusCode())
                    .as(plan)
                    .isIn(404, 410);
        }
    }

    @Test
    void every_method_that_writes_stands_in_the_table() {
        var inTable = Stream.concat(TABLE.stream().map(act -> act.endpoint), OPEN.stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(writingMethods()).isEqualTo(inTable);
    }

    @TestFactory
    Stream<DynamicTest> the_table() {
        return TABLE.stream().flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Act act) {
        var tests = new ArrayList<DynamicTest>();
        tests.add(dynamicTest("nobody may not " + act.name, () -> refused(act, new Attempt(portal, null), 401)));
        for (var role : Role.values()) {
            for (var place : Place.values()) {
                var may = act.roles.contains(role)
                        && (place == Place.EVERYWHERE || !FOR_ALL.contains(act.endpoint))
                        && (place != Place.ELSEWHERE
                                || WITHOUT_LOCALITY.matcher(act.endpoint).matches())
                        // An officer is of one commune: without it they plan nothing.
                        && (role != COMMUNE_OFFICER || place == Place.HERE || !ofStations(act));
                var who = "%s, %s, %s %s".formatted(role.code(), place, may ? "may" : "may not", act.name);
                tests.add(dynamicTest(who, () -> {
                    var attempt = new Attempt(portal, person(role, place, Set.of(LANGUAGE)));
                    if (may) {
                        allowed(act, attempt);
                    } else {
                        refused(act, attempt, 403);
                    }
                }));
            }
        }
        return tests.stream();
    }

    private static boolean ofStations(Act act) {
        return act.endpoint.contains(" /programmes/")
                || act.endpoint.contains(" /broadcasts")
                || act.endpoint.endsWith(" /urgent-broadcasts/stops");
    }

    @TestFactory
    Stream<DynamicTest> a_reviewer_of_another_language_may_not_judge() {
        return TABLE.stream()
                .filter(act -> act.roles.equals(Set.of(LANGUAGE_REVIEWER)))
                .map(act -> dynamicTest(
                        act.name,
                        () -> refused(
                                act,
                                new Attempt(portal, person(LANGUAGE_REVIEWER, Place.EVERYWHERE, Set.of("hmn", "vi"))),
                                403)));
    }

    @Test
    void somebody_of_one_place_cannot_take_a_product_elsewhere_nor_fetch_it_from_there() {
        var editor = person(EDITOR, Place.HERE, Set.of());
        var here = Drafts.start(editor, HERE);
        var elsewhere = Drafts.start(all, ELSEWHERE);
        var both = Drafts.start(all, HERE, ELSEWHERE);
        var nowhere = Drafts.start(all);

        assertThat(rewrite(editor, here, HERE)).isEqualTo(200);
        assertThat(rewrite(editor, here, ELSEWHERE)).isEqualTo(403);
        assertThat(rewrite(editor, here, HERE, ELSEWHERE)).isEqualTo(403);
        assertThat(rewrite(editor, here))
                .as("a product without a place is everybody's")
                .isEqualTo(403);
        assertThat(rewrite(editor, elsewhere, HERE)).isEqualTo(403);
        assertThat(rewrite(editor, both, HERE)).isEqualTo(403);
        assertThat(rewrite(editor, nowhere, HERE)).isEqualTo(403);
        assertThat(editor.get(PRODUCTS + "/" + elsewhere).statusCode()).isEqualTo(404);
    }

    @Test
    void what_the_public_sees_of_a_place_binds_too_though_the_draft_has_left_it() {
        var publisher = person(PUBLISHER, Place.HERE, Set.of());
        var slug = subject(Stage.PUBLISHED, ELSEWHERE).slug();
        assertThat(all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"draft\"}")
                        .statusCode())
                .isEqualTo(200);
        var moved = Drafts.showing(SHOWN, "2025-05-01", title(), HERE).build().toString();
        assertThat(all.send("PUT", PRODUCTS + "/" + slug, moved, "If-Match", "*")
                        .statusCode())
                .isEqualTo(200);

        assertThat(publisher
                        .send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_upload_of_another_editor_does_not_exist() {
        var others = new Attempt(portal, person(EDITOR, Place.EVERYWHERE, Set.of())).announced();
        var tus = new Attempt(portal, person(EDITOR, Place.EVERYWHERE, Set.of())).tus();

        assertThat(tus.send(others, 0, PDF).statusCode()).isEqualTo(404);
        assertThat(tus.end(others).statusCode()).isEqualTo(404);
    }

    @Test
    void a_province_covers_its_communes_and_no_others() {
        var ours = Staff.make(portal, Set.of(EDITOR), "04", Set.of());
        var others = Staff.make(portal, Set.of(EDITOR), "38", Set.of());
        var slug = Drafts.start(all, HERE);

        assertThat(rewrite(ours, slug, ELSEWHERE)).isEqualTo(200);
        assertThat(rewrite(others, slug, ELSEWHERE)).isEqualTo(403);
    }

    @Test
    void who_has_nothing_to_do_with_products_does_not_learn_which_there_are() {
        var slug = Drafts.start(all, HERE);
        var person = person(COMMUNE_OFFICER, Place.EVERYWHERE, Set.of());

        var there = person.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"review\"}");
        var notThere = person.send("POST", PRODUCTS + "/khong-co/transitions", "{\"to\":\"review\"}");

        assertThat(there.statusCode()).isEqualTo(403).isEqualTo(notThere.statusCode());
        assertThat(there.body()).isEqualTo(notThere.body()).doesNotContain(slug);
        assertThat(person.get(PRODUCTS + "/" + slug).statusCode()).isEqualTo(404);
    }

    /** What they may not do stands in the table. */
    @Test
    void administrators_read_what_is_not_public_of_their_place() {
        var product = PRODUCTS + "/" + Drafts.start(all, HERE);
        var plan = PLANS + "/" + PlanDrafts.start(all, PlanDrafts.content(HERE));

        for (var address : List.of(product, product + "/tracks", plan)) {
            assertThat(person(ADMINISTRATOR, Place.EVERYWHERE, Set.of())
                            .get(address)
                            .statusCode())
                    .as(address)
                    .isEqualTo(200);
            assertThat(person(ADMINISTRATOR, Place.HERE, Set.of()).get(address).statusCode())
                    .as(address)
                    .isEqualTo(200);
            assertThat(person(ADMINISTRATOR, Place.ELSEWHERE, Set.of())
                            .get(address)
                            .statusCode())
                    .as(address)
                    .isEqualTo(404);
            assertThat(person(COMMUNE_OFFICER, Place.HERE, Set.of())
                            .get(address)
                            .statusCode())
                    .as(address)
                    .isEqualTo(404);
        }
    }

    private void allowed(Act act, Attempt by) {
        var answer = act.tried(by, subject(act.stage, HERE));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(act.success);
    }

    private void refused(Act act, Attempt by, int status) {
        var subject = untouched.computeIfAbsent(act.stage, stage -> subject(stage, HERE));
        var before = look(subject);
        var answer = act.tried(by, subject);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(look(subject)).as("nothing has changed").isEqualTo(before);
    }

    private String look(Subject subject) {
        return subject.slug().isEmpty()
                ? ""
                : all.get(subject.root() + "/" + subject.slug()).body();
    }

    private int rewrite(Staff person, String slug, String... localities) {
        return person.send(
                        "PUT",
                        PRODUCTS + "/" + slug,
                        content(title(), localities).build().toString(),
                        "If-Match",
                        "*")
                .statusCode();
    }

    private Staff person(Role role, Place place, Set<String> languages) {
        return Staff.make(portal, Set.of(role), place.code, languages);
    }

    private Subject subject(Stage stage, String locality) {
        if (stage == Stage.NONE) {
            return new Subject(PRODUCTS, "", 0);
        }
        if (stage.ofPlan) {
            var plan = PlanDrafts.start(all, PlanDrafts.content(locality));
            plans.add(plan);
            taken(PLANS + "/" + plan, stage.steps);
            return new Subject(PLANS, plan, 0);
        }
        var shown = Drafts.showing(SHOWN, "2025-05-01", title(), locality).build();
        var slug = object(all.send("POST", PRODUCTS, shown.toString())).getString("slug");
        var track = switch (stage) {
            case FILMED -> Drafts.addFilm(portal, slug, LANGUAGE);
            case SUBTITLED -> Drafts.addSubtitles(portal, slug, LANGUAGE);
            default -> Drafts.addTrack(portal, slug, LANGUAGE);
        };
        taken(PRODUCTS + "/" + slug, stage.steps);
        return new Subject(PRODUCTS, slug, track);
    }

    private void taken(String path, List<String> steps) {
        for (var step : steps) {
            var why = step.equals("withdrawn") ? ",\"note\":\"Thử.\"" : "";
            var answer = all.send("POST", path + "/transitions", "{\"to\":\"" + step + "\"" + why + "}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static Set<String> writingMethods() {
        var found = new TreeSet<String>();
        var resources = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("vn.loa")
                .that(annotatedWith(Path.class));
        for (var resource : resources) {
            for (var method : resource.getMethods()) {
                Stream.<Class<? extends Annotation>>of(POST.class, PUT.class, PATCH.class, DELETE.class)
                        .filter(method::isAnnotatedWith)
                        .forEach(verb -> found.add(verb.getSimpleName() + " /" + path(method)));
            }
        }
        return found;
    }

    private static String path(JavaMethod method) {
        var path = method.getOwner().getAnnotationOfType(Path.class).value();
        if (method.isAnnotatedWith(Path.class)) {
            path += "/" + method.getAnnotationOfType(Path.class).value();
        }
        return path.replaceAll("\\{(\\w+):.*?](?:\\{[0-9,]+})?}", "{$1}");
    }

    /** Where somebody may act, as seen from the product. */
    private enum Place {
        EVERYWHERE(null),
        HERE(PermissionsIT.HERE),
        ELSEWHERE(PermissionsIT.ELSEWHERE);

        private final @Nullable String code;

        Place(@Nullable String code) {
            this.code = code;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How far a product has come before somebody tries something with it. */
    private enum Stage {
        NONE,
        DRAFT,
        /** A draft with a film in place of a sound. */
        FILMED,
        /** A draft with subtitles in place of a sound. */
        SUBTITLED,
        IN_REVIEW("review"),
        APPROVED("review", "approved"),
        PUBLISHED("review", "approved", "published"),
        PLAN(true),
        PLAN_AWAY(true, "archived"),
        PLAN_WITHDRAWN(true, "review", "approved", "published", "withdrawn"),
        PLAN_IN_REVIEW(true, "review"),
        PLAN_APPROVED(true, "review", "approved"),
        PLAN_PUBLISHED(true, "review", "approved", "published");

        private final boolean ofPlan;
        private final List<String> steps;

        Stage(String... steps) {
            this(false, steps);
        }

        Stage(boolean ofPlan, String... steps) {
            this.ofPlan = ofPlan;
            this.steps = List.of(steps);
        }
    }

    private record Subject(String root, String slug, long trackId) {
        String track() {
            return PRODUCTS + "/" + slug + "/tracks/" + trackId;
        }
    }

    /** Somebody who tries, or nobody. */
    private record Attempt(Portal portal, @Nullable Staff person) {
        HttpResponse<String> send(String method, String path, String json, String... headers) {
            return person == null ? portal.send(method, path, json, headers) : person.send(method, path, json, headers);
        }

        /** Sends a file in the place of whatever there is. */
        HttpResponse<String> put(String path, String file, String type) {
            var request = HttpRequest.newBuilder(portal.uri(path))
                    .header("Content-Type", type)
                    .header("If-Match", "*")
                    .PUT(BodyPublishers.ofString(file));
            return portal.send((person == null ? request : request.header("Authorization", person.bearer())).build());
        }

        TusClient tus() {
            return new TusClient(URI.create(portal.baseUrl()), person == null ? "none" : person.bearer());
        }

        /** The id of an upload of theirs, or of nobody's when they cannot announce one. */
        String announced() {
            return announced(PDF, "a.pdf");
        }

        String announced(byte[] bytes, String name) {
            var answer = tus().announce(name, bytes.length);
            return answer.statusCode() == 201 ? TusClient.id(answer) : "0";
        }

        /** The same, with all its bytes. */
        String upload(byte[] bytes) {
            return upload(bytes, "a.pdf");
        }

        String upload(byte[] bytes, String name) {
            var id = announced(bytes, name);
            tus().send(id, 0, bytes);
            return id;
        }

        /** The address of the account of somebody else of this place. */
        String colleague() {
            return ACCOUNTS + "/"
                    + Staff.make(portal, Set.of(EDITOR), HERE, Set.of()).username();
        }

        /** Id of an entry in the as-run log of a unit. */
        long broadcast(String unit) {
            return portal.sql()
                    .number(
                            "with made as (insert into broadcast (locality, key, digest, product, language, aired_at, seconds, outcome, note, origin,"
                                    + " struck, changes, written_at, written_by) select l.id, ?, 'x', p.id, 'vi', timestamptz '2026-02-04 05:00Z'"
                                    + " + (select count(*) from broadcast) * interval '1 hour', 5, 'aired', '', 'hand', false, 0, now(), 'thu'"
                                    + " from locality l, product p where l.code = ? and l.valid_to is null"
                                    + " and p.slug = 'con-bo-cua-nha-ong-pao' returning id) select id from made",
                            UUID.randomUUID().toString(),
                            unit);
        }

        long session() {
            return person == null
                    ? 1
                    : object(person.get(SESSIONS))
                            .getJsonArray("items")
                            .getJsonObject(0)
                            .getJsonNumber("id")
                            .longValue();
        }
    }

    /** A row: who may do this, and what it answers to them. */
    private abstract static class Act {
        private final String name;
        private final String endpoint;
        private final Set<Role> roles;
        private final int success;
        private final Stage stage;

        Act(String name, String endpoint, Set<Role> roles, int success, Stage stage) {
            this.name = name;
            this.endpoint = endpoint;
            this.roles = roles;
            this.success = success;
            this.stage = stage;
        }

        abstract HttpResponse<String> tried(Attempt by, Subject subject);
    }

    private static final class PlanMove extends Act {
        private final String step;

        PlanMove(String name, Set<Role> roles, Stage stage, String step) {
            super(name, "POST /plans/{slug}/transitions", roles, 200, stage);
            this.step = step;
        }

        @Override
        HttpResponse<String> tried(Attempt by, Subject subject) {
            return by.send("POST", PLANS + "/" + subject.slug() + "/transitions", step);
        }
    }

    private static final class Move extends Act {
        private final String step;

        Move(String name, Set<Role> roles, Stage stage, String step) {
            super(name, "POST /products/{slug}/transitions", roles, 200, stage);
            this.step = step;
        }

        @Override
        HttpResponse<String> tried(Attempt by, Subject subject) {
            return by.send("POST", PRODUCTS + "/" + subject.slug() + "/transitions", step);
        }
    }
}
