package vn.loa.subtitles;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** How a file writes down timed text. */
public enum SubtitleFormat {
    WEBVTT("WebVTT", WebVtt::read),
    SUBRIP("SubRip", SubRip::readSrt),
    SBV("SBV", SubRip::readSbv),
    SUBSTATION("SubStation Alpha", SubStation::read);

    private final String label;
    private final BiConsumer<TextLines, Reading> reader;

    SubtitleFormat(String label, BiConsumer<TextLines, Reading> reader) {
        this.label = label;
        this.reader = reader;
    }

    /** As people call it. */
    public String label() {
        return label;
    }

    /**
     * Tells the format by the first line that only one of them has; the name of a file tells nothing.
     *
     * @throws SubtitlesRefused when a line before it is too long
     */
    static Optional<SubtitleFormat> of(String text) {
        var lines = new TextLines(text);
        var line = lines.next();
        if (line != null && WebVtt.isSignature(line)) {
            return Optional.of(WEBVTT);
        }
        for (; line != null; line = lines.next()) {
            if (SubRip.isTimesOfSrt(line)) {
                return Optional.of(SUBRIP);
            }
            if (SubRip.isTimesOfSbv(line)) {
                return Optional.of(SBV);
            }
            if (SubStation.isSign(line)) {
                return Optional.of(SUBSTATION);
            }
        }
        return Optional.empty();
    }

    /**
     * Writes cues as a file of this format.
     *
     * @throws UnsupportedOperationException of formats that are only read
     */
    public String write(List<TimedText> cues) {
        return switch (this) {
            case WEBVTT -> WebVtt.write(cues);
            case SUBRIP -> SubRip.write(cues);
            default -> throw new UnsupportedOperationException(label + " is only read");
        };
    }

    void read(String text, Reading reading) {
        reader.accept(new TextLines(text), reading);
    }
}
