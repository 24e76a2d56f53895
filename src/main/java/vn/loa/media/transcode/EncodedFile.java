package vn.loa.media.transcode;

import java.nio.file.Path;
import java.util.Optional;
import vn.loa.media.Measurement;

/**
 * One finished file, whole and closed.
 *
 * @param path in the folder that the caller named
 * @param profile which rendition it is: A0, A1, A2, station, V0, V1, hls-720, hls-audio-64, poster-30-640 (the picture at 30 %), cover-640,
 *     storyboard, waveform …; with the content type it names the file within one asset
 * @param version of the profile that made it; another version in {@link EncodingProfiles} asks for encoding anew
 * @param contentType such as {@code audio/mp4}
 * @param measurement what was measured on the file itself
 * @param loudness of the decoded result, where a profile promises one
 * @param segments how it is cut, when it is a rendition of HLS
 */
public record EncodedFile(
        Path path,
        String profile,
        int version,
        String contentType,
        Measurement measurement,
        Optional<Loudness> loudness,
        Optional<MediaPlaylist> segments) {}
