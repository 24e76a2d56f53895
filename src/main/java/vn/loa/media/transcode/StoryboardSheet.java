package vn.loa.media.transcode;

import java.time.Duration;
import vn.loa.media.transcode.PictureProfiles.Storyboard;

/**
 * Small pictures of a film on one sheet, with the WebVTT that says which part of it shows which time.
 *
 * @param seconds between two pictures
 * @param count of pictures
 * @param size of each
 */
record StoryboardSheet(int seconds, int count, int columns, Size size, Duration length) {
    static StoryboardSheet of(Storyboard profile, Size picture, Duration length) {
        var wanted = (length.toSeconds() + profile.most()) / profile.most();
        var seconds = (int) Math.max(profile.leastSeconds(), wanted);
        var count = (int)
                Math.max(1, Math.min(profile.most(), (length.toMillis() + seconds * 1000L - 1) / (seconds * 1000L)));
        var width = Math.min(profile.width(), picture.width());
        var height = Math.max(2, Math.round(width * (float) picture.height() / picture.width() / 2) * 2);
        return new StoryboardSheet(
                seconds, count, Math.min(profile.columns(), count), new Size(width / 2 * 2, height), length);
    }

    int rows() {
        return (count + columns - 1) / columns;
    }

    /** Filters that leave of a film the pictures of the sheet. */
    String choice() {
        return "fps=fps=1/%d:start_time=0:round=up,scale=%d:%d:flags=bilinear"
                .formatted(seconds, size.width(), size.height());
    }

    /** The filter that puts them together. */
    String layout() {
        return "tile=%dx%d".formatted(columns, rows());
    }

    /** With {@link MediaPlaylist#ADDRESS} where the sheet's address belongs. */
    String webVtt() {
        var text = new StringBuilder("WEBVTT\n");
        for (var i = 0; i < count; i++) {
            var from = Duration.ofSeconds((long) i * seconds);
            var to = i == count - 1 ? length : from.plusSeconds(seconds);
            text.append("\n%s --> %s\n%s#xywh=%d,%d,%d,%d\n"
                    .formatted(
                            time(from),
                            time(to),
                            MediaPlaylist.ADDRESS,
                            i % columns * size.width(),
                            i / columns * size.height(),
                            size.width(),
                            size.height()));
        }
        return text.toString();
    }

    private static String time(Duration at) {
        return "%02d:%02d:%02d.%03d".formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart(), at.toMillisPart());
    }
}
