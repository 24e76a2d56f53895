package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.LanguageMatrices;
import vn.loa.catalog.LanguageMatrix;
import vn.loa.common.Texts;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.plans.PlanResult;
import vn.loa.plans.PlanResults;
import vn.loa.plans.WorkingPlan;
import vn.loa.plans.WorkingPlans;

/** What the works of a plan have in which language: {@code /quan-tri/ke-hoach/{slug}/ngon-ngu}. */
@Named
@RequestScoped
public class PlanLanguagesBacking {
    private static final String OPEN = "con-viec";

    @Inject
    private WorkingPlans plans;

    @Inject
    private PlanResults results;

    @Inject
    private LanguageMatrices matrices;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private @Nullable WorkingPlan plan;
    private List<Promise> promises = List.of();
    private List<Sum> sums = List.of();

    /** A promise, with what its works have. */
    public record Promise(Texts title, List<LanguageMatrix> works) {
        public Promise {
            works = List.copyOf(works);
        }

        /** Codes of the parts that any of them has or can have. */
        public List<String> parts() {
            return works.stream()
                    .flatMap(work -> work.rows().stream())
                    .flatMap(row -> row.cells().stream())
                    .filter(cell -> !cell.isIdle())
                    .map(LanguageMatrix.Cell::part)
                    .distinct()
                    .sorted(Comparator.comparing(part -> LanguageMatrix.Part.valueOf(part.toUpperCase(Locale.ROOT))))
                    .toList();
        }
    }

    /** How much of what is needed is there in a language, by part. @param tag of the language for HTML */
    public record Sum(Texts language, List<Count> parts) {}

    /** @param part as a code @param standIns what is there and only holds the place of a translation, and is not among what is done */
    public record Count(String part, int done, int all, int standIns) {}

    public void begin() {
        var slug = visit.route("slug");
        var by = user.require();
        plan = plans.find(slug, by).orElse(null);
        if (plan == null) {
            absence.unknown();
            return;
        }
        var promised = results.of(slug, by);
        var all = matrices
                .of(
                        promised.stream()
                                .flatMap(result -> result.works().stream())
                                .map(PlanResult.Work::slug)
                                .collect(Collectors.toSet()),
                        by)
                .stream()
                .collect(Collectors.toMap(LanguageMatrix::slug, Function.identity()));
        sums = sums(List.copyOf(all.values()));
        promises = promised.stream()
                .map(result -> new Promise(
                        result.title(),
                        result.works().stream()
                                .flatMap(work -> Optional.ofNullable(all.get(work.slug())).stream())
                                .filter(matrix -> !isOnlyOpen() || matrix.isOpen())
                                .toList()))
                .toList();
    }

    private static List<Sum> sums(List<LanguageMatrix> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        var sums = new ArrayList<Sum>();
        for (var i = 0; i < all.get(0).rows().size(); i++) {
            var place = i;
            var counts = new ArrayList<Count>();
            for (var j = 0; j < all.get(0).rows().get(i).cells().size(); j++) {
                var part = j;
                var needed = all.stream()
                        .map(matrix -> matrix.rows().get(place).cells().get(part))
                        .filter(LanguageMatrix.Cell::isNeeded)
                        .toList();
                counts.add(new Count(
                        all.get(0).rows().get(i).cells().get(j).part(),
                        (int) needed.stream()
                                .filter(LanguageMatrix.Cell::isDone)
                                .count(),
                        needed.size(),
                        (int) all.stream()
                                .map(matrix -> matrix.rows().get(place).cells().get(part))
                                .filter(LanguageMatrix.Cell::standsIn)
                                .count()));
            }
            sums.add(new Sum(all.get(0).rows().get(i).language(), counts));
        }
        return sums;
    }

    /** Whether works are left out that lack nothing. */
    public boolean isOnlyOpen() {
        return visit.parameter("loc").equals(OPEN);
    }

    public @Nullable WorkingPlan getPlan() {
        return plan;
    }

    public List<Promise> getPromises() {
        return promises;
    }

    /** In the order of the languages; empty when the plan has no works. */
    public List<Sum> getSums() {
        return sums;
    }

    /** Whether anything only holds the place of a translation. */
    public boolean isStandingIn() {
        return sums.stream().flatMap(sum -> sum.parts().stream()).anyMatch(count -> count.standIns() > 0);
    }

    public String getBack() {
        return visit.href(Addresses.PLAN_LIST + "/" + visit.route("slug"));
    }

    /** The same page, with or without what lacks nothing. */
    public String getOther() {
        return visit.href(
                Addresses.PLAN_LIST + "/" + visit.route("slug") + "/ngon-ngu" + (isOnlyOpen() ? "" : "?loc=" + OPEN));
    }
}
