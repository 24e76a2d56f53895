package vn.loa.search;

import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Texts;
import vn.loa.editorial.SubjectKind;

/**
 * One thing that was found and is public right now.
 *
 * @param url address within the portal, from the root
 * @param reference number and symbol of a plan; null when it has none
 * @param snippet safe HTML: a passage with the found words in {@code <mark>}; null when the words stand only in the title
 * @param card of a product; null for a plan
 */
public record FoundItem(
        SubjectKind kind,
        String slug,
        Texts title,
        String url,
        @Nullable String reference,
        @Nullable String snippet,
        @Nullable ProductCard card) {}
