package vn.loa.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Texts;
import vn.loa.editorial.SubjectKind;

/**
 * One thing that was found and is public right now.
 *
 * @param marked safe HTML: the title in the reader's language with the found words in {@code <mark>}; null when none stands in it
 * @param url address within the portal, from the root
 * @param reference number and symbol of a plan; null when it has none
 * @param signer who signed a plan, when that is the name that was looked for
 * @param fulfils number of the plan that a work fulfils, when that is what was looked for
 * @param snippet safe HTML: a passage with the found words in {@code <mark>}; null when there is none in a language of the reader
 * @param snippetLanguage its code; null without a snippet
 * @param card of a product; null for anything else
 * @param parts where the words stand in it, at most three: the best, moments in the order of time
 */
public record FoundItem(
        SubjectKind kind,
        String slug,
        Texts title,
        @Nullable String marked,
        String url,
        @Nullable String reference,
        @Nullable String signer,
        @Nullable String fulfils,
        @Nullable String snippet,
        @Nullable String snippetLanguage,
        @Nullable ProductCard card,
        List<FoundPart> parts) {}
