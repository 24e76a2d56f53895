package vn.loa.media.transcode;

import java.util.List;
import java.util.Optional;

/**
 * A master playlist of HLS (RFC 8216), put together from what may be played now. A value; knows no database.
 *
 * @param videos of one film; empty for a sound alone
 * @param audio each in each bit rate; those with the same {@link Audio#group} are alternatives in other languages
 * @param subtitles in any order
 * @param defaultLanguage of which the sound is chosen when the player has no wish: code by BCP 47
 */
public record MasterPlaylist(
        List<Video> videos, List<Audio> audio, List<Subtitles> subtitles, String defaultLanguage) {

    /**
     * @param address of its media playlist, absolute or relative to the master
     * @param audioGroup the group of sounds that goes well with it; empty when the film is silent
     */
    public record Video(
            String address, MediaPlaylist playlist, int width, int height, Optional<String> audioGroup) {}

    /**
     * @param group such as {@code audio-64}
     * @param language by BCP 47
     * @param name for people, in that language
     */
    public record Audio(String group, String address, MediaPlaylist playlist, String language, String name) {}

    /**
     * @param language by BCP 47
     * @param name for people, in that language
     */
    public record Subtitles(String address, String language, String name) {}

    public MasterPlaylist {
        videos = List.copyOf(videos);
        audio = List.copyOf(audio);
        subtitles = List.copyOf(subtitles);
    }

    /** As it is sent. */
    public String text() {
        throw new UnsupportedOperationException("follows");
    }
}
