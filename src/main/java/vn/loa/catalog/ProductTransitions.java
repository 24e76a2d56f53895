package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.Failpoint;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.editorial.Act;
import vn.loa.editorial.Chronicle;
import vn.loa.editorial.PublicationState;

/**
 * Takes products from one state to the next. The product refuses what is not allowed; each step leaves an audit entry and tells
 * those who follow, in the same transaction. Who may not take a step is answered with
 * {@link vn.loa.accounts.NotPermitted}: editors hand in and revise, and put away what they have begun ({@link OwnDrafts}), publishers do the rest, reviewers judge tracks in their languages.
 *
 * <p>The caller has loaded what it hands over in the transaction that is running: without one the act is refused.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ProductTransitions {
    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    @Inject
    private Products products;

    @Inject
    private OwnDrafts own;

    @Inject
    private FitDubs dubs;

    @Inject
    private ReplacedTracks replaced;

    public void submit(Product product, Actor by) {
        ProductPolicy.requireActor(by, product, Act.SUBMIT);
        product.submit(clock.instant());
        chronicle.record(product, "submit", by, null);
    }

    /** Gives back to its editors what nobody has approved yet. */
    public void takeBack(Product product, Actor by) {
        ProductPolicy.requireActor(by, product, Act.TAKE_BACK);
        product.takeBack(clock.instant());
        chronicle.record(product, "take-back", by, null);
    }

    public void approve(Product product, Actor by) {
        ProductPolicy.requireActor(by, product, Act.APPROVE);
        product.approve(clock.instant());
        chronicle.record(product, "approve", by, null);
    }

    public void returnToDraft(Product product, String note, Actor by) {
        own.requireActor(by, product, Act.RETURN);
        product.returnToDraft(note, clock.instant());
        chronicle.record(product, "return", by, note);
    }

    public void schedule(Product product, Instant at, Actor by) {
        ProductPolicy.requireActor(by, product, Act.SCHEDULE);
        product.schedule(at, clock.instant());
        chronicle.record(product, "schedule", by, at.toString());
    }

    /** It is not published by itself after all. */
    public void unschedule(Product product, Actor by) {
        ProductPolicy.requireActor(by, product, Act.UNSCHEDULE);
        product.unschedule(clock.instant());
        chronicle.record(product, "unschedule", by, null);
    }

    /** Gives what was scheduled and cannot be published back to its publisher. @param why for the audit trail */
    void unschedule(Product product, String why, Actor by) {
        product.unschedule(clock.instant());
        chronicle.record(product, "unschedule", by, why);
    }

    /** Shows the current revision to the public now. */
    public void publish(Product product, Actor by) {
        publish(product, clock.instant(), by);
    }

    /** Shows the current revision to the public now; a work that was public elsewhere before keeps that day. */
    public void publish(Product product, Instant firstPublished, Actor by) {
        ProductPolicy.requireActor(by, product, Act.PUBLISH);
        products.lock(product);
        product.publish(firstPublished, clock.instant());
        chronicle.record(product, "publish", by, null);
        products.flush();
        chronicle.published(product);
        Failpoint.pass("publish-recorded");
    }

    public void revise(Product product, Actor by) {
        ProductPolicy.requireActor(by, product, Act.REVISE);
        product.revise(clock.instant());
        chronicle.record(product, "revise", by, null);
        chronicle.revised(product);
    }

    public void withdraw(Product product, String reason, Actor by) {
        ProductPolicy.requireActor(by, product, Act.WITHDRAW);
        takeDown(product, reason, by);
    }

    /** Shows the public again what was taken from it, as it was. */
    public void putBack(Product product, Actor by) {
        ProductPolicy.requireActor(by, product, Act.PUT_BACK);
        products.lock(product);
        product.putBack(clock.instant());
        chronicle.record(product, "publish", by, null);
        products.flush();
        chronicle.published(product);
    }

    /** Puts away what nobody shall see or go on with; it can be returned to draft. */
    public void archive(Product product, Actor by) {
        own.requireActor(by, product, Act.ARCHIVE);
        product.archive(clock.instant());
        chronicle.record(product, "archive", by, null);
    }

    /**
     * A person shown agrees no longer: what is public is so no longer, what is scheduled waits for its publisher, and nothing is published before
     * there is a new consent. The audit trail, which nobody can erase, does not say who it was: the record of the product does.
     */
    void withdrawConsent(Product product, String person, LocalDate day, Actor by) {
        product.withdrawConsent(person, day);
        chronicle.record(product, "withdraw-consent", by, day.toString());
        // So that the trail says first why.
        products.flush();
        if (product.publication().isOnline()) {
            takeDown(
                    product,
                    Messages.in(Texts.FALLBACK).text("withdrawn.reason.cong-khong-con-duoc-phep-dang-noi-dung-nay"),
                    by);
        } else if (product.publication().state() == PublicationState.SCHEDULED) {
            unschedule(product, "a consent was withdrawn", by);
        } else {
            products.touch(product);
        }
    }

    private void takeDown(Product product, String reason, Actor by) {
        product.withdraw(reason, clock.instant());
        chronicle.record(product, "withdraw", by, reason);
        products.flush();
        chronicle.withdrawn(product);
    }

    /**
     * Opens a track to the public of its product. Words that replace others take over their track, which is known and written on under its number;
     * another track takes the place of those that it replaces ({@link ReplacedTracks}).
     *
     * @return the track that is open now
     */
    public Track approve(Track track, Actor by) {
        ProductPolicy.requireReviewer(by, track);
        if (track.isFilm() || track.replaces().isPresent()) {
            products.lock(track.product());
        }
        replaced.begin(track);
        var written = replaced.takeOver(track, by);
        var open = written.orElse(track);
        written.ifPresent(former -> chronicle.record(
                former.product(), "replace-track", by, TrackNote.of(former).text()));
        if (written.isEmpty()) {
            track.approve(by, clock.instant());
            dubs.follow(track);
            replaced.settle(track, by);
        }
        reviewed(open, "approve-track", by, null);
        return open;
    }

    /** Sends a track back; it is no longer public. Nor is its product when there is nothing else to show. */
    public void reject(Track track, String note, Actor by) {
        ProductPolicy.requireReviewer(by, track);
        products.lock(track.product());
        track.reject(by, note, clock.instant());
        dubs.follow(track);
        reviewed(track, "reject-track", by, note);
        hide(track, by);
    }

    /** What was said of a track is taken back by whoever said it ({@link TakeBackReview}); it is no longer public. */
    void takeBackReview(Track track, Actor by) {
        ProductPolicy.requireReviewer(by, track);
        products.lock(track.product());
        track.takeBackReview();
        dubs.follow(track);
        reviewed(track, "take-back-review", by, null);
        hide(track, by);
    }

    /** Of what shows nothing any more, the public has nothing. */
    private void hide(Track track, Actor by) {
        if (track.product().isEmptyToThePublic()) {
            takeDown(
                    track.product(),
                    Messages.in(Texts.FALLBACK)
                            .text("withdrawn.reason.noi-dung-dang-duoc-chinh-sua-va-se-duoc-dang-lai-khi-hoan-tat"),
                    by);
        }
    }

    private void reviewed(Track track, String action, Actor by, @Nullable String note) {
        var product = track.product();
        chronicle.record(product, action, by, TrackNote.of(track).with(note));
        if (product.publication().isOnline()) {
            products.flush();
            chronicle.published(product);
        }
    }
}
