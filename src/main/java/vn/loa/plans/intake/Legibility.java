package vn.loa.plans.intake;

import java.util.List;
import java.util.Optional;
import vn.loa.common.encoding.Decoding;
import vn.loa.common.encoding.Misreading;
import vn.loa.common.encoding.TextDecoder;
import vn.loa.common.encoding.TextEncoding;

/**
 * Whether what was taken out of a file is Vietnamese as Unicode writes it. A document in a font of before Unicode (.VnTime, VNI-Times) looks right on paper
 * only: taken out it is "C¨n cø QuyÕt ®Þnh". Then its letters, written as bytes again, read as Vietnamese in one of the old encodings, which {@link TextDecoder}
 * tells.
 */
final class Legibility {
    /** Fewer letters than the name of the state and its motto have: a scan, or nothing. */
    private static final int FEWEST_LETTERS = 40;

    /** Enough to tell, however long the document. */
    private static final int SAMPLE = 20_000;

    private static final int CLUES_FOR_VIETNAMESE = 4;

    private Legibility() {}

    /** @return empty when it can be read */
    static Optional<Recognition> objection(List<IntakeBlock> blocks) {
        var sample = sample(blocks);
        var letters = sample.chars().filter(Character::isLetter).count();
        if (letters < FEWEST_LETTERS) {
            return Optional.of(new Recognition.WithoutText(
                    blocks.stream().mapToInt(IntakeBlock::page).max().orElse(0)));
        }
        var unknown = sample.chars().filter(Legibility::isUnknown).count();
        if (unknown * 20 > letters) {
            return Optional.of(new Recognition.Illegible(Optional.empty()));
        }
        return encoding(sample).map(encoding -> new Recognition.Illegible(Optional.of(encoding)));
    }

    private static String sample(List<IntakeBlock> blocks) {
        var sample = new StringBuilder();
        for (var block : blocks) {
            if (sample.length() >= SAMPLE) {
                break;
            }
            sample.append(block.text(), 0, Math.min(block.text().length(), SAMPLE - sample.length()))
                    .append('\n');
        }
        return sample.toString();
    }

    /** Of the private use area, where symbol fonts put letters, or lost. */
    private static boolean isUnknown(int c) {
        return c >= 0xe000 && c <= 0xf8ff || c == 0xfffd;
    }

    private static Optional<TextEncoding> encoding(String sample) {
        var vietnamese = sample.chars().filter(Legibility::isVietnamese).count();
        var foreign = sample.chars().filter(c -> c > 0x7f && !isVietnamese(c)).count();
        if (vietnamese * CLUES_FOR_VIETNAMESE >= foreign) {
            return Optional.empty();
        }
        var decoding = TextDecoder.decode(Misreading.bytes(sample), "vi");
        return decoding instanceof Decoding.Read read ? Optional.of(read.encoding()) : Optional.empty();
    }

    /** Letters that only Vietnamese in Unicode has, and its combining marks. */
    private static boolean isVietnamese(int c) {
        return c >= 0x1ea0 && c <= 0x1ef9 || c >= 0x300 && c <= 0x323 || "ĂăĐđĨĩŨũƠơƯư".indexOf(c) >= 0;
    }
}
