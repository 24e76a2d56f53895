package vn.loa.media;

import java.util.Map;

/** Public addresses of files. They hold the content's hash, so what is behind one never changes. */
public final class MediaAddress {
    /** How many digits of the hash an address holds. */
    public static final int HASH_DIGITS = 16;

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("audio/mp4", "m4a"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/webm", "weba"),
            Map.entry("audio/ogg", "opus"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("video/webm", "webm"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/avif", "avif"),
            Map.entry("image/webp", "webp"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/msword", "doc"),
            Map.entry("application/vnd.ms-excel", "xls"),
            Map.entry("application/vnd.ms-powerpoint", "ppt"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
            Map.entry("application/vnd.oasis.opendocument.text", "odt"),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", "ods"),
            Map.entry("application/vnd.oasis.opendocument.presentation", "odp"),
            Map.entry("application/zip", "zip"),
            Map.entry("application/json", "json"),
            Map.entry("text/vtt", "vtt"));

    private MediaAddress() {}

    /**
     * From the root of the portal: {@code /media/con-bo/3f2a…/con-bo-vi-a0.m4a}.
     *
     * @param language code of the language it is in
     */
    public static String of(String productSlug, String language, String profile, String sha256, String contentType) {
        return "/media/%s/%s/%s-%s-%s.%s"
                .formatted(
                        productSlug,
                        sha256.substring(0, HASH_DIGITS),
                        productSlug,
                        language,
                        profile.toLowerCase(java.util.Locale.ROOT),
                        extension(contentType));
    }

    /** Of the master playlist that begins in a language: {@code /media/con-bo/hls/vi/master.m3u8}. */
    public static String masterPlaylist(String productSlug, String language) {
        return "/media/%s/hls/%s/master.m3u8".formatted(productSlug, language);
    }

    /** Of the playlist of one file: {@code /media/con-bo/hls/3f2a….m3u8}. */
    public static String mediaPlaylist(String productSlug, String sha256) {
        return "/media/%s/hls/%s.m3u8".formatted(productSlug, sha256.substring(0, HASH_DIGITS));
    }

    /** Of file names, without the dot; {@code bin} for a type that Loa does not publish. */
    public static String extension(String contentType) {
        return EXTENSIONS.getOrDefault(contentType, "bin");
    }
}
