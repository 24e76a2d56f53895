package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.common.InvalidInput;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.common.Violation;
import vn.loa.editorial.Chronicle;
import vn.loa.editorial.PublicationState;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;
import vn.loa.media.MediaAsset;
import vn.loa.subtitles.SubtitleTrack;
import vn.loa.taxonomy.Languages;

/**
 * What an editor does to a product before it goes to review. Each act leaves an entry in the audit trail.
 *
 * <p>The caller has loaded what it hands over in the transaction that is running: without one the act is refused.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ProductEditing {
    @Inject
    private Products products;

    @Inject
    private Languages languages;

    @Inject
    private NamedTerms terms;

    @Inject
    private ProductEditions editions;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /**
     * Starts a product as a draft.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit products there
     * @throws InvalidInput when the address is taken or the content names something that does not exist
     */
    public Product create(Slug slug, ProductContent content, boolean sample, Actor by) {
        if (products.find(slug.value()).isPresent()) {
            throw InvalidInput.of("slug", "is the address of another product already");
        }
        var described = terms.of(List.of(content)).describe(content);
        ProductPolicy.requireCreator(by, described.localities());
        var product = new Product(slug, sample, clock.instant());
        products.add(product);
        write(product.current(), content, described);
        products.flush();
        chronicle.record(product, "create", by, null);
        editions.keep(product, by.name());
        return product;
    }

    /**
     * Rewrites the working revision. The product counts as changed.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit products where it is and where it shall be
     * @throws TransitionRefused unless the product is a draft
     * @throws InvalidInput when the content names something that does not exist, or tells of withdrawn consents otherwise than the record
     */
    public void rewrite(Product product, ProductContent content, Actor by) {
        ProductPolicy.requireEditor(by, product);
        var described = terms.of(List.of(content)).describe(content);
        ProductPolicy.requireEditor(by, product, described.localities());
        var draft = product.draft();
        var record = new ConsentRecord(content.consents());
        requireWithdrawalsKept(draft.consentRecord().withdrawals(), record);
        product.published().ifPresent(shown -> requireNamed(shown.consents(), record));
        editions.keepFirst(product, by.name());
        write(draft, content, described);
        products.touch(product);
        chronicle.record(product, "edit", by, null);
        editions.keep(product, by.name());
    }

    /**
     * What stands against saying so, before anything is written.
     *
     * @param product null for a new one
     * @param there what there is of what it names
     */
    static ContentCheck check(@Nullable Product product, ProductContent content, NamedTerms.Terms there, Actor by) {
        NamedTerms.Described described;
        try {
            described = there.describe(content);
        } catch (InvalidInput wrong) {
            return new ContentCheck(wrong.violations(), true, true);
        }
        try {
            if (product == null) {
                ProductPolicy.requireCreator(by, described.localities());
            } else {
                ProductPolicy.requireEditor(by, product, described.localities());
            }
        } catch (NotPermitted beyond) {
            return new ContentCheck(List.of(), false, true);
        }
        return new ContentCheck(
                List.of(), true, product == null || product.publication().state() == PublicationState.DRAFT);
    }

    /**
     * Adds a language version or companion, ready for review when its asset is.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws InvalidInput when the language is unknown, tracks of this kind are not taken, or cannot have this role
     */
    public Track addTrack(
            Product product,
            TrackKind kind,
            String language,
            TrackRole role,
            @Nullable String label,
            MediaAsset asset,
            @Nullable SubtitleTrack cues,
            Actor by) {
        ProductPolicy.requireEditor(by, product);
        var faults = faults(kind, language, role);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        var track = product.addTrack(kind, language, role, label, asset, cues);
        products.flush();
        chronicle.record(product, "add-track", by, kind.code() + " " + language);
        return track;
    }

    /** @throws InvalidInput unless works can be in this language. @param language a code */
    public void requireOfWorks(String language) {
        if (!isOfWorks(language)) {
            throw new InvalidInput(List.of(notOfWorks(language)));
        }
    }

    /**
     * All that is wrong with what a track shall be.
     *
     * @param kind null when it is not known, and nothing is said of it
     * @param language a code
     * @param role null when it is not known, and nothing is said of it
     */
    List<Violation> faults(@Nullable TrackKind kind, String language, @Nullable TrackRole role) {
        var faults = new ArrayList<Violation>();
        if (!isOfWorks(language)) {
            faults.add(notOfWorks(language));
        }
        if (kind != null && !kind.isOffered()) {
            faults.add(new Violation("kind", "is not taken yet, as no player offers it: " + kind.code()));
        }
        if (kind != null && role != null && !kind.allows(role)) {
            faults.add(new Violation("role", "does not go with the kind " + kind.code() + ": " + role.code()));
        }
        return faults;
    }

    private boolean isOfWorks(String language) {
        return languages.find(language).filter(found -> found.isContent()).isPresent();
    }

    private static Violation notOfWorks(String language) {
        return new Violation("language", "is not a language of works: " + language);
    }

    /**
     * Takes a track away again.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws TransitionRefused when it is approved
     */
    public void removeTrack(Track track, Actor by) {
        var product = track.product();
        ProductPolicy.requireEditor(by, product);
        product.removeTrack(track);
        products.remove(track);
        chronicle.record(product, "remove-track", by, track.kind().code() + " " + track.language());
    }

    /**
     * Lets one of the pictures that were taken of a film stand for it.
     *
     * @param percent of the film's length at which it was taken
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws TransitionRefused when no pictures have been taken of it
     * @throws InvalidInput when none was taken there
     */
    public void choosePoster(Track film, int percent, Actor by) {
        var product = film.product();
        ProductPolicy.requireEditor(by, product);
        film.showAt(percent);
        chronicle.record(product, "choose-poster", by, film.language() + " " + percent + " %");
        told(film);
    }

    /**
     * Says what the picture shows that stands for the work.
     *
     * @param track the picture, or the film that it was taken of
     * @throws vn.loa.accounts.NotPermitted unless they edit or publish this product
     * @throws TransitionRefused unless they publish, when the picture is approved and so is the product, or the public sees that: words that nobody has
     *     looked at do not become public
     * @throws InvalidInput when it is no picture, a language is unknown, or a text is too long
     */
    public void describePicture(Track track, Texts alt, Actor by) {
        var product = track.product();
        ProductPolicy.requireDescriber(by, product);
        var unknown = languages.unknown(Map.of("alt", alt));
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown);
        }
        var publication = product.publication();
        var isLookedAt =
                track.isApproved() && (publication.isOnline() || publication.state() != PublicationState.DRAFT);
        if (isLookedAt && !by.is(Role.PUBLISHER)) {
            throw new TransitionRefused(
                    Reason.WRONG_STATE, "This picture has been approved with its work: a publisher describes it");
        }
        track.describe(alt);
        chronicle.record(product, "describe-picture", by, track.kind().code() + " " + track.language());
        told(track);
    }

    private void told(Track track) {
        if (track.isPublic()) {
            products.flush();
            chronicle.published(track.product());
        }
    }

    /** Who was shown to the public can withdraw the consent, and must be found for it, whatever becomes of the work. */
    private static void requireNamed(List<Consent> shown, ConsentRecord after) {
        var wrong = shown.stream()
                .map(Consent::person)
                .filter(person -> !after.names(person))
                .distinct()
                .map(person -> new Violation("consents", "must still name " + person + ", whom the public has seen"))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
    }

    /** A withdrawal hides the work, so that it is an act of its own ({@link WithdrawConsent}), which no rewriting does or undoes. */
    private static void requireWithdrawalsKept(List<Consent> before, ConsentRecord after) {
        var wrong = new ArrayList<Violation>();
        before.stream()
                .filter(withdrawal -> !after.consents().contains(withdrawal))
                .map(withdrawal -> "must keep, as it is, what " + withdrawal.person()
                        + " has withdrawn; a new consent stands beside it")
                .forEach(why -> wrong.add(new Violation("consents", why)));
        for (var i = 0; i < after.consents().size(); i++) {
            var consent = after.consents().get(i);
            if (consent.withdrawnOn().isPresent() && !before.contains(consent)) {
                wrong.add(new Violation(
                        "consents[" + i + "].withdrawnOn",
                        "is not written here: a withdrawal is told to consents/withdrawals of the product"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
    }

    private static void write(ProductRevision revision, ProductContent content, NamedTerms.Described described) {
        revision.write(
                new ProductRevision.Wording(
                        content.title(),
                        content.summary(),
                        content.body(),
                        content.year(),
                        content.replay(),
                        content.deliverable()),
                described.genre(),
                described.agency());
        revision.describe(described.topics(), described.audiences(), described.localities());
        revision.name(content.credits(), content.consents());
    }
}
