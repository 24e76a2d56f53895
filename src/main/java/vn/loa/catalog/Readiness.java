package vn.loa.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.common.Texts;

/** What a product lacks: first what it is not published without, by the rules of {@link Product#publish}, then what is worth adding. */
final class Readiness {
    private final Product product;
    private final List<Want> wants = new ArrayList<>();

    private Readiness(Product product) {
        this.product = product;
    }

    /** @param languages what they are called, by code */
    static List<Want> of(Product product, Map<String, Texts> languages) {
        var readiness = new Readiness(product);
        readiness.content();
        readiness.consent();
        readiness.tracks();
        readiness.words();
        Captions.missing(product)
                .forEach(code -> readiness.wants.add(
                        new Want(Want.Kind.CAPTIONS, languages.getOrDefault(code, Texts.of(Texts.FALLBACK, code)), 0)));
        return List.copyOf(readiness.wants);
    }

    private void content() {
        if (product.isEmpty()) {
            var isAwaited = product.tracks().stream().anyMatch(track -> track.state() != TrackState.REJECTED);
            wants.add(Want.of(isAwaited ? Want.Kind.APPROVAL : Want.Kind.CONTENT));
        }
    }

    private void consent() {
        product.current().consentRecord().allMissing().stream()
                .map(Consent::person)
                .distinct()
                .forEach(person -> wants.add(new Want(Want.Kind.CONSENT, Texts.of(Texts.FALLBACK, person), 0)));
    }

    private void tracks() {
        var counts = product.tracks().stream().collect(Collectors.groupingBy(Track::state, Collectors.counting()));
        count(Want.Kind.REJECTED, counts.getOrDefault(TrackState.REJECTED, 0L));
        count(Want.Kind.PROCESSING, counts.getOrDefault(TrackState.PROCESSING, 0L));
        count(Want.Kind.READY, counts.getOrDefault(TrackState.READY, 0L));
    }

    private void count(Want.Kind kind, long count) {
        if (count > 0) {
            wants.add(new Want(kind, null, (int) count));
        }
    }

    private void words() {
        var revision = product.current();
        if (revision.summary().exactly(Texts.FALLBACK).isEmpty()) {
            wants.add(Want.of(Want.Kind.SUMMARY));
        }
        if (revision.topics().isEmpty()) {
            wants.add(Want.of(Want.Kind.TOPIC));
        }
        if (revision.audiences().isEmpty()) {
            wants.add(Want.of(Want.Kind.AUDIENCE));
        }
    }
}
