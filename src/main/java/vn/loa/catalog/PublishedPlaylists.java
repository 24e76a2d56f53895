package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.loa.media.Playlists;
import vn.loa.media.PublicPlaylists;
import vn.loa.taxonomy.Languages;

/** The playlists of public products, made anew of what is approved each time. Seven statements at most, whatever the product has. */
@ApplicationScoped
@Transactional
public class PublishedPlaylists implements PublicPlaylists {
    @Inject
    private Products products;

    @Inject
    private Languages languages;

    @Inject
    private PublishedMedia media;

    @Inject
    private Playlists playlists;

    @Override
    public Optional<String> master(String productSlug, String language) {
        var tracks = approved(productSlug);
        return tracks.isEmpty()
                ? Optional.empty()
                : Streaming.of(productSlug, tracks, language).map(stream -> stream.master(languages.all()));
    }

    @Override
    public Optional<String> media(String productSlug, String hashPrefix) {
        return approved(productSlug).stream()
                .flatMap(track -> Streaming.playlists(productSlug, track, hashPrefix, playlists::of))
                .findFirst()
                .or(() -> media.former(productSlug, hashPrefix).flatMap(former -> former(productSlug, former)));
    }

    /** Of a file that was replaced while somebody plays it. */
    private Optional<String> former(String productSlug, PublishedMedia.Former former) {
        return playlists
                .of(former.file().sha256())
                .map(text -> Streaming.located(text, former.file().address(productSlug, former.language())));
    }

    private List<Track> approved(String productSlug) {
        return products.find(productSlug)
                .filter(product -> product.publication().isOnline())
                .map(products::approvedTracks)
                .orElse(List.of());
    }
}
