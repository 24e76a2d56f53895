package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.SubtitlePage.Other;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.media.MediaAsset;
import vn.loa.media.Rendition;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;

/** Reads what the page needs on which subtitles are written. The number of statements does not grow with the tracks. */
@ApplicationScoped
@Transactional
@Reading
public class SubtitlePages {
    /** Profile of the file that says how a sound looks. */
    private static final String WAVEFORM = "waveform";

    @Inject
    private Products products;

    @Inject
    private WorkTracks tracks;

    @Inject
    private SubtitleSheets sheets;

    @Inject
    private Languages languages;

    /** Empty when there are, for them, no such subtitles. @param name as {@link SubtitleDrafts} has it */
    public Optional<SubtitlePage> find(String slug, String name, Actor by) {
        return products.find(slug)
                .filter(product -> ProductPolicy.maySee(by, product))
                .flatMap(product -> page(product, name, by));
    }

    private Optional<SubtitlePage> page(Product product, String name, Actor by) {
        var known = languages.all().stream().collect(Collectors.toMap(Language::code, Function.identity()));
        var all = tracks.of(product);
        var wanted = all.stream()
                .filter(SubtitleDrafts::isWritten)
                .filter(track -> String.valueOf(track.requireId()).equals(name))
                .map(Track::origin)
                .findFirst();
        if (wanted.isPresent()) {
            return Optional.of(page(product, all, wanted.get(), wanted.get().language(), known, by));
        }
        return Optional.ofNullable(known.get(name))
                .filter(Language::isContent)
                .map(language -> page(product, all, null, name, known, by));
    }

    private SubtitlePage page(
            Product product,
            List<Track> all,
            @Nullable Track track,
            String code,
            Map<String, Language> known,
            Actor by) {
        var sheet = Optional.ofNullable(track).flatMap(sheets::of);
        var changes = all.stream()
                .filter(other -> track != null && other.places().contains(track))
                .toList();
        var change = changes.stream().findFirst();
        var heard = WorkPages.soundOf(product, code);
        var played = heard.flatMap(WorkPages::played);
        var kind = track == null ? TrackKind.SUBTITLE : track.kind();
        var others = TranslatedWords.others(track, all);
        return new SubtitlePage(
                product.slug(),
                product.current().title(),
                track == null ? code : String.valueOf(track.requireId()),
                label(known, code),
                tag(known, code),
                kind.code(),
                track == null ? null : track.state().code(),
                change.flatMap(Track::reviewNote)
                        .or(() -> Optional.ofNullable(track).flatMap(Track::reviewNote))
                        .orElse(null),
                change.map(other -> other.state().code()).orElse(null),
                changes.stream().anyMatch(other -> HandedInTracks.isInTheWay(other, sheet.orElse(null))),
                sheet.flatMap(sheets::latest)
                        .filter(SubtitleEdition::isOfFileInPlace)
                        .map(SubtitleEdition::savedAt)
                        .orElse(null),
                ProductPolicy.mayEdit(by, product),
                played.map(file -> address(product, heard.orElseThrow(), file)).orElse(null),
                played.filter(file -> file.contentType().startsWith("video/")).isPresent(),
                played.map(Rendition::bytes).orElse(0L),
                heard.flatMap(sound -> sound.files()
                                .filter(file -> file.profile().equals(WAVEFORM))
                                .findFirst())
                        .map(file -> address(product, heard.orElseThrow(), file))
                        .orElse(null),
                Films.length(product.tracks()).map(Duration::toMillis).orElse(0L),
                others.stream()
                        .map(other -> new Other(
                                String.valueOf(other.requireId()),
                                other.kind().code(),
                                label(known, other.language()),
                                tag(known, other.language()),
                                other.asset().map(MediaAsset::originalName).orElse(null)))
                        .toList(),
                TranslatedWords.sourceOf(code, others)
                        .map(other -> String.valueOf(other.requireId()))
                        .orElse(null));
    }

    private static String address(Product product, Track track, Rendition file) {
        return file.address(product.slug(), track.language());
    }

    private static Texts label(Map<String, Language> known, String code) {
        var language = known.get(code);
        return language == null ? Texts.of(Texts.FALLBACK, code) : language.label();
    }

    private static String tag(Map<String, Language> known, String code) {
        var language = known.get(code);
        return language == null ? code : language.bcp47();
    }
}
