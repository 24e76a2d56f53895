package vn.loa.media.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import vn.loa.media.PublicPlaylists;

/**
 * The playlists of HLS: {@code /media/{product}/hls/{language}/master.m3u8}, which changes with what is approved, and
 * {@code /media/{product}/hls/{first 16 digits of the hash}.m3u8}, which never does. For many threads.
 */
final class PlaylistAnswers {
    private static final Pattern ADDRESS =
            Pattern.compile("/([a-z0-9-]{1,200})/hls/(?:([A-Za-z0-9-]{2,35})/master|([0-9a-f]{16}))\\.m3u8");
    private static final String TYPE = "application/vnd.apple.mpegurl";

    /** The playlist of a long film may have a hundred kilobytes. */
    private static final int MOST_REMEMBERED = 200;

    private final Remembered<Wanted, byte[]> playlists;

    private record Wanted(String productSlug, boolean master, String name) {}

    /** @param nanoTime as {@link System#nanoTime} */
    PlaylistAnswers(PublicPlaylists source, LongSupplier nanoTime) {
        playlists = new Remembered<>(MOST_REMEMBERED, wanted -> read(source, wanted), nanoTime);
    }

    private static Optional<byte[]> read(PublicPlaylists source, Wanted wanted) {
        var text = wanted.master()
                ? source.master(wanted.productSlug(), wanted.name())
                : source.media(wanted.productSlug(), wanted.name());
        return text.map(playlist -> playlist.getBytes(StandardCharsets.UTF_8));
    }

    /** @return false when the path is no address of a playlist, or nothing public is there: then nothing has been answered */
    boolean answer(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = ADDRESS.matcher(path);
        if (!address.matches()) {
            return false;
        }
        var master = address.group(2) != null;
        var found = playlists.find(new Wanted(address.group(1), master, address.group(master ? 2 : 3)));
        if (found.isEmpty()) {
            return false;
        }
        response.setContentType(TYPE);
        response.setHeader("Cache-Control", "public, max-age=" + (master ? "10" : "31536000, immutable"));
        response.setContentLength(found.get().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(found.get());
        }
        return true;
    }
}
