package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.stream.Stream;
import vn.loa.media.AssetChanged;
import vn.loa.media.AssetState;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaAssets;

/** Fits sounds to the films that they dub, whenever both are complete. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Dubbing {
    @Inject
    private ProcessingQueue queue;

    @Inject
    private ProcessingJobs jobs;

    @Inject
    private MediaAssets assets;

    @Inject
    private Event<AssetChanged> changed;

    /**
     * A sound replaces that of a film: it is fitted as soon as both are complete, and anew whenever the film changes. Until then it shows the film
     * that it was fitted to before; who fits it to that one is late from now on. Nothing happens when it replaces the sound of this film already.
     *
     * @param sound not stored with another film at the same time
     */
    public void dub(MediaAsset sound, MediaAsset film) {
        if (!isDubOf(sound, film)) {
            assets.lock(film.requireId());
            jobs.forget(sound.requireId(), Step.DUB);
            assets.lock(sound.requireId());
            sound.dubs(film.requireId());
            fit(sound, film);
        }
    }

    /** What was taken for a dub is a sound like any other. @param sound not stored with another film at the same time */
    public void leave(MediaAsset sound) {
        var films = Stream.concat(sound.film().stream(), sound.shownFilm().stream())
                .distinct()
                .toList();
        if (!films.isEmpty()) {
            jobs.forget(sound.requireId(), Step.DUB);
            assets.lock(sound.requireId());
            films.forEach(sound::loses);
            changed.fire(new AssetChanged(sound.requireId()));
        }
    }

    /** A film is gone: what dubbed it is a sound like any other. */
    void release(MediaAsset film) {
        var sounds = assets.fittedTo(film.requireId());
        sounds.forEach(sound -> {
            if (isDubOf(sound, film)) {
                jobs.forget(sound.requireId(), Step.DUB);
            }
            assets.lock(sound.requireId());
            sound.loses(film.requireId());
        });
        // Only now: those who hear of it lock what every change of content locks, and that must be the last lock of
        // everybody.
        sounds.forEach(sound -> changed.fire(new AssetChanged(sound.requireId())));
    }

    private static boolean isDubOf(MediaAsset sound, MediaAsset film) {
        return sound.film().filter(id -> id == film.requireId()).isPresent();
    }

    /** All that was to be made of an asset is there: it is fitted to its film, or sounds are fitted to it. The film is locked. */
    void completed(MediaAsset asset) {
        asset.film().flatMap(assets::find).ifPresent(film -> fit(asset, film));
        assets.dubsOf(asset.requireId()).forEach(sound -> fit(sound, asset));
    }

    private void fit(MediaAsset sound, MediaAsset film) {
        if (hasAll(sound) && hasAll(film)) {
            var job = jobs.find(sound.requireId(), Step.DUB).flatMap(found -> jobs.lock(found.requireId()));
            job.ifPresentOrElse(queue::restart, () -> queue.put(sound.requireId(), Step.DUB));
        }
    }

    /** Whether all that an asset becomes by itself is there, though some of it may be made by a profile that has changed, and be encoded anew. */
    boolean hasAll(MediaAsset asset) {
        return asset.state() == AssetState.READY
                && jobs.of(asset.requireId()).stream().allMatch(job -> job.step() == Step.DUB || job.hasResult());
    }
}
