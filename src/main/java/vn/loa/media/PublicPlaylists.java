package vn.loa.media;

import java.util.Optional;

/** Tells what the public may play by HLS (RFC 8216) right now. Works know that, and know media: so media asks through this. */
public interface PublicPlaylists {
    /**
     * The master playlist of a public work, made of what is approved at this moment.
     *
     * @param language code of the language that is heard when the player has no wish; absent when the work cannot be heard in it
     */
    Optional<String> master(String productSlug, String language);

    /**
     * The media playlist of one file of a public work, with the address of that file in it.
     *
     * @param hashPrefix the first 16 hexadecimal digits of the file's SHA-256
     */
    Optional<String> media(String productSlug, String hashPrefix);
}
