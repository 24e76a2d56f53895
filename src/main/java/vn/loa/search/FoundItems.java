package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.catalog.ProductCards;
import vn.loa.common.Texts;
import vn.loa.editorial.SubjectKind;
import vn.loa.plans.Plan;
import vn.loa.plans.PlanRevision;
import vn.loa.plans.Plans;
import vn.loa.questions.Question;
import vn.loa.questions.Questions;
import vn.loa.search.Finder.Found;
import vn.loa.search.Finder.Hit;

/** Shows what was found as it is public right now: the database says what there is, the index why it was found. A constant number of statements, and one question for parts. */
@ApplicationScoped
public class FoundItems {
    @Inject
    private Parts parts;

    @Inject
    private ProductCards cards;

    @Inject
    private Plans plans;

    @Inject
    private Questions questions;

    @Inject
    private PublicDocuments documents;

    @Inject
    private FulfilledPlans fulfilled;

    /**
     * @param partial whether it could not be asked where the words stand in them
     * @param changing whether any was changed since it was indexed, so that it is quoted again in a moment
     */
    record Shown(List<FoundItem> items, boolean partial, boolean changing) {}

    /** Those which are public, in the order in which they were found. */
    Shown publicOnes(Found found, Filters filters, Names.Snapshot names, String language) {
        var items = new HashMap<Subject, FoundItem>();
        var quoted = new HashMap<Subject, Hit>();
        var subjects = found.hits().stream()
                .map(Hit::subject)
                .filter(subject -> subject.kind() != SubjectKind.QUESTION)
                .toList();
        var asked = Optional.ofNullable(found.correction())
                .flatMap(Words::of)
                .or(filters::query)
                .map(words -> parts.within(subjects, words, names.synonyms()))
                .orElse(Parts.Within.NOTHING);
        var within = asked.parts();
        var hits = found.hits().stream()
                .filter(hit -> hit.isQuoted() || within.containsKey(hit.subject()))
                .toList();
        var now = documents.revisions(hits.stream().map(Hit::subject).toList());
        // What has been changed since it was indexed may quote what is public no longer.
        hits.stream()
                .filter(hit -> hit.revision().equals(now.get(hit.subject().key())))
                .forEach(hit -> quoted.put(hit.subject(), hit));
        var works = found.subjects(SubjectKind.PRODUCT).map(Subject::id).toList();
        var promised = filters.query().map(words -> fulfilled.of(words, works)).orElse(Map.of());
        var tongue = filters.query().flatMap(words -> names.tongues().in(words)).map(Tongues.Mention::code);
        cards.of(works).forEach(card -> {
            var subject = new Subject(SubjectKind.PRODUCT, card.id());
            var places = FoundPart.of(within.get(subject), now, addressOf(card));
            var title = marked(quoted.get(subject), card.title().in(language));
            var quotation = Optional.ofNullable(
                            snippet(quoted.get(subject), language, card.summary(), title, places, names))
                    .orElseGet(() -> called(quoted.get(subject), title, places, card.title()));
            var snippet = tongue.map(code -> InTongue.told(
                            code,
                            card,
                            isOfPlace(quoted.get(subject), card, quotation, names) ? null : quotation,
                            title,
                            places,
                            names))
                    .orElse(quotation);
            items.put(subject, item(card, title, promised.get(card.id()), snippet, places));
        });
        plans.publicOnes(found.subjects(SubjectKind.PLAN).map(Subject::id).toList())
                .forEach(revision -> {
                    var subject = new Subject(SubjectKind.PLAN, revision.plan().requireId());
                    var signer = revision.signerName()
                            .filter(name -> filters.query()
                                    .filter(words -> words.areNameOf(name))
                                    .isPresent())
                            .orElse(null);
                    var places = FoundPart.of(within.get(subject), now, addressOf(revision.plan()));
                    var title = marked(quoted.get(subject), revision.subject());
                    var snippet = snippet(
                            quoted.get(subject),
                            language,
                            revision.summary(),
                            signer == null ? title : signer,
                            places,
                            names);
                    items.put(subject, item(revision, title, signer, snippet, places));
                });
        questions
                .publicOnes(
                        found.subjects(SubjectKind.QUESTION).map(Subject::id).toList())
                .forEach(question -> {
                    var subject = new Subject(SubjectKind.QUESTION, question.requireId());
                    var title = marked(quoted.get(subject), question.title());
                    items.put(
                            subject,
                            item(
                                    question,
                                    title,
                                    snippet(quoted.get(subject), language, Texts.none(), title, List.of(), names)));
                });
        var shown = found.hits().stream()
                .flatMap(hit -> Stream.ofNullable(items.get(hit.subject())))
                .toList();
        var changing = hits.stream()
                .filter(hit -> !quoted.containsKey(hit.subject()))
                .anyMatch(hit -> PublicDocuments.isOfThisForm(hit.revision()));
        return new Shown(shown, !asked.complete(), changing);
    }

    private static @Nullable String marked(@Nullable Hit hit, String title) {
        return hit == null ? null : hit.marked(title).orElse(null);
    }

    /** How it is called in another language, where nothing else tells why it was found. */
    private static @Nullable Snippet called(
            @Nullable Hit hit, @Nullable String told, List<FoundPart> places, Texts title) {
        return hit == null || told != null || !places.isEmpty()
                ? null
                : hit.called(title).orElse(null);
    }

    /** Whether it only says where something is: a place that has the name of a people is no reason to find what is in its language. */
    private static boolean isOfPlace(
            @Nullable Hit hit, ProductCard card, @Nullable Snippet quotation, Names.Snapshot names) {
        return hit != null
                && hit.isOfPlace(names)
                && hit.belonging(card.summary(), names)
                        .filter(place -> place.equals(quotation))
                        .isPresent();
    }

    /**
     * What stands in one of the parts needs no second quotation.
     *
     * @param told what tells already why it was found; null when nothing does
     */
    private static @Nullable Snippet snippet(
            @Nullable Hit hit,
            String language,
            Texts known,
            @Nullable String told,
            List<FoundPart> places,
            Names.Snapshot names) {
        if (hit == null) {
            return null;
        }
        var summed = hit.vietnamese() != null && Snippet.isFrom(known.asMap().get(Texts.FALLBACK), hit.vietnamese());
        if (!places.isEmpty() && !summed) {
            return null;
        }
        return hit.snippetFor(language, known)
                .or(() -> told == null && places.isEmpty() ? hit.belonging(known, names) : Optional.empty())
                .orElse(null);
    }

    static String addressOf(ProductCard card) {
        return "/san-pham/" + card.slug();
    }

    private static String addressOf(Plan plan) {
        return "/ke-hoach/" + plan.slug();
    }

    static FoundItem item(
            ProductCard card,
            @Nullable String marked,
            @Nullable String fulfils,
            @Nullable Snippet snippet,
            List<FoundPart> places) {
        return new FoundItem(
                SubjectKind.PRODUCT,
                card.slug(),
                card.title(),
                marked,
                addressOf(card),
                null,
                null,
                fulfils,
                snippet == null ? null : snippet.html(),
                snippet == null ? null : snippet.language(),
                card,
                places);
    }

    private static FoundItem item(
            PlanRevision revision,
            @Nullable String marked,
            @Nullable String signer,
            @Nullable Snippet snippet,
            List<FoundPart> places) {
        Plan plan = revision.plan();
        var title = Texts.of(Map.of(Texts.FALLBACK, revision.subject()));
        return new FoundItem(
                SubjectKind.PLAN,
                plan.slug(),
                title,
                marked,
                addressOf(plan),
                revision.reference().orElse(null),
                signer,
                null,
                snippet == null ? null : snippet.html(),
                snippet == null ? null : snippet.language(),
                null,
                places);
    }

    private static FoundItem item(Question question, @Nullable String marked, @Nullable Snippet snippet) {
        return new FoundItem(
                SubjectKind.QUESTION,
                question.slug(),
                Texts.of(Texts.FALLBACK, question.title()),
                marked,
                "/hoi-dap/" + question.slug(),
                null,
                null,
                null,
                snippet == null ? null : snippet.html(),
                snippet == null ? null : snippet.language(),
                null,
                List.of());
    }
}
