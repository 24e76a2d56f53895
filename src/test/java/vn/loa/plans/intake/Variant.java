package vn.loa.plans.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ways in which the same document reaches a portal. */
public enum Variant {
    AS_PUBLISHED("as published") {
        @Override
        String of(String text) {
            return text;
        }
    },
    DECOMPOSED("letters decomposed (NFD)") {
        @Override
        String of(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFD);
        }
    },
    /** As a PDF gives it; what is wrapped already stays as it is. */
    WRAPPED("wrapped at 80 chars, empty lines between") {
        @Override
        String of(String text) {
            var wrapped = new StringBuilder();
            for (var line : text.split("\n")) {
                var rest = MARKDOWN.matcher(line).replaceAll("");
                while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > 0) {
                    var end = rest.lastIndexOf(' ', WIDTH);
                    wrapped.append(rest, 0, end).append(" \n\n");
                    rest = rest.substring(end + 1);
                }
                wrapped.append(rest).append(" \n\n");
            }
            return wrapped.toString();
        }
    },
    /** Digits for letters and letters for digits, lost and moved marks, spaces and hyphens of typesetting. */
    SCANNED("noise of optical recognition") {
        @Override
        String of(String text) {
            var random = new Random(SEED);
            var noisy = text.replace("hóa", "hoá")
                    .replace("HÓA", "HOÁ")
                    .replace("Ủy", "Uỷ")
                    .replace("HÒA", "HOÀ")
                    .replace("CỘNG", "CỌNG");
            noisy = NUMBER.matcher(noisy).replaceAll(number -> spoiltNumber(number, random));
            noisy = MARKED.matcher(noisy)
                    .replaceAll(letter -> random.nextInt(100) < 2 ? unmarked(letter) : letter.group());
            noisy = LETTER.matcher(noisy)
                    .replaceAll(letter -> random.nextInt(300) == 0
                            ? LOOKALIKE.getOrDefault(letter.group(), letter.group())
                            : letter.group());
            return SPACE.matcher(noisy).replaceAll(space -> random.nextInt(100) < 3 ? "\u00a0" : space.group());
        }
    },
    /** With page numbers and a running head, forty lines to a page. */
    PAGED("page numbers and running heads") {
        @Override
        String of(String text) {
            var paged = new ArrayList<String>();
            var page = 1;
            for (var line : text.split("\n")) {
                paged.add(line);
                if (paged.size() % LINES == 0) {
                    page++;
                    paged.add("");
                    paged.add(String.valueOf(page));
                    paged.add("");
                    paged.add("Cổng thông tin điện tử");
                    paged.add("");
                }
            }
            return String.join("\n", paged);
        }
    };

    private static final int WIDTH = 80;
    private static final int LINES = 40;
    private static final long SEED = 30_2020;
    private static final Pattern MARKDOWN = Pattern.compile("[#*]");
    private static final Pattern LETTER = Pattern.compile("[a-zđ]");

    /** What a scanner takes each for; one letter of 300. */
    private static final Map<String, String> LOOKALIKE =
            Map.of("l", "i", "i", "l", "o", "c", "c", "e", "e", "c", "n", "u", "u", "n", "m", "rn", "h", "b", "t", "l");

    private static final Pattern NUMBER = Pattern.compile("\\d{2,6}");
    private static final Pattern MARKED = Pattern.compile("[\\u00c0-\\u1ef9]");
    private static final Pattern SPACE = Pattern.compile(" ");

    private final String label;

    Variant(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    abstract String of(String text);

    /** The document as it comes in this way. */
    public List<IntakeBlock> blocks(String text) {
        return PlainText.blocks(of(text));
    }

    private static String spoiltNumber(MatchResult number, Random random) {
        var digits = new StringBuilder(number.group());
        if (random.nextInt(100) < 8) {
            var at = 1 + random.nextInt(digits.length() - 1);
            if (digits.charAt(at) == '0') {
                digits.setCharAt(at, 'O');
            } else if (digits.charAt(at) == '1') {
                digits.setCharAt(at, 'l');
            }
        }
        return digits.toString();
    }

    private static String unmarked(MatchResult letter) {
        var base = Normalizer.normalize(letter.group(), Normalizer.Form.NFD).substring(0, 1);
        return base.equals("đ") ? "d" : base;
    }

    /**
     * The document with a head in two columns in place of its own, which is cut off in most of them: the agency in capitals on the left, the name of the state
     * on the right.
     *
     * @param table whether the columns are cells of a table; else both are on one line
     */
    public static List<IntakeBlock> withHead(Judgement judgement, String text, boolean table) {
        var office = judgement.text("agency").orElseThrow().toUpperCase(Locale.ROOT);
        var place = office.replaceAll(".*(?= (?:TỈNH|THÀNH PHỐ|HUYỆN|XÃ) )", "").strip();
        var left = List.of(office.substring(0, office.length() - place.length()).strip(), place);
        var number = "Số: " + judgement.text("number").orElse("      ") + "/"
                + judgement.text("symbol").orElse("KH-UBND");
        var day = date(judgement);
        var title = Pattern.compile("(?m)^.{0,6}KẾ HOẠCH").matcher(text);
        var rest = title.find() ? text.substring(title.start()) : text;
        var blocks = new ArrayList<IntakeBlock>();
        if (table) {
            blocks.add(IntakeBlock.row(List.of(
                    left.get(0) + "\n" + left.get(1) + "\n\n" + number,
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n" + day.orElse(""))));
        } else {
            blocks.add(IntakeBlock.line(left.get(0) + " CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
            blocks.add(IntakeBlock.line(left.get(1) + " Độc lập - Tự do - Hạnh phúc"));
            blocks.add(IntakeBlock.line(number + " " + day.orElse("")));
        }
        blocks.addAll(PlainText.blocks(rest));
        return blocks;
    }

    private static Optional<String> date(Judgement judgement) {
        return Judgement.object(judgement.facts(), "issued")
                .flatMap(issued -> judgement.text("town").map(town -> {
                    var date = issued.getString("date").split("-");
                    var day = issued.getString("precision").equals("day") ? date[2] : "   ";
                    return town + ", ngày " + day + " tháng " + Integer.parseInt(date[1]) + " năm " + date[0];
                }));
    }
}
