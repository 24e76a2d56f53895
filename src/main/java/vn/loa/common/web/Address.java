package vn.loa.common.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A path within the portal and its query, which can be changed part by part. Immutable. */
public final class Address {
    private static final int MOST = 40;
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST = 2_000;

    private final String path;
    private final List<Parameter> parameters;

    private Address(String path, List<Parameter> parameters) {
        this.path = path;
        this.parameters = Collections.unmodifiableList(parameters);
    }

    /** @param path as it stands in a request line, that is, already encoded */
    public static Address of(String path) {
        return new Address(path, List.of());
    }

    /** What cannot be decoded in the query is left out. @param query as it stands in a request line; may be empty */
    public static Address of(String path, String query) {
        var parameters = new ArrayList<Parameter>();
        for (var pair : query.split("&")) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            try {
                if (!name.isEmpty()) {
                    parameters.add(new Parameter(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1))));
                }
            } catch (IllegalArgumentException notEncoded) {
                continue;
            }
        }
        return new Address(path, parameters);
    }

    public String path() {
        return path;
    }

    /** The names and values of all parameters, in their order: for forms, which cannot have them in their address. */
    public List<Map.Entry<String, String>> parameters() {
        return parameters.stream()
                .map(parameter -> Map.entry(parameter.name, parameter.value))
                .toList();
    }

    /** The first value of this parameter. */
    public Optional<String> first(String name) {
        return parameters.stream()
                .filter(p -> p.name.equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** All values of this parameter. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(p -> p.name.equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** With another path. @param other as {@link #of(String)} */
    public Address at(String other) {
        return new Address(other, parameters);
    }

    /** With exactly one parameter of this name. */
    public Address with(String name, String value) {
        return without(name).and(name, value);
    }

    /** With one more parameter of this name. */
    public Address and(String name, String value) {
        var more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new Address(path, more);
    }

    public Address without(String name) {
        return new Address(
                path, parameters.stream().filter(p -> !p.name.equals(name)).toList());
    }

    public Address without(String name, String value) {
        return new Address(
                path,
                parameters.stream()
                        .filter(p -> !p.equals(new Parameter(name, value)))
                        .toList());
    }

    /** Without parameters that say nothing, as forms send for fields left empty. */
    public Address filled() {
        return new Address(
                path, parameters.stream().filter(p -> !p.value.isBlank()).toList());
    }

    /** With parameters of these names alone. */
    public Address keeping(Set<String> names) {
        return new Address(
                path, parameters.stream().filter(p -> names.contains(p.name)).toList());
    }

    /**
     * With no more than a visitor can have meant: of each value at most {@value #LONGEST_VALUE} characters, and the first {@value #MOST}
     * parameters that fit {@value #LONGEST} encoded characters. So a page that repeats them in all its links stays small.
     */
    public Address bounded() {
        var kept = new ArrayList<Parameter>();
        var length = 0;
        for (var parameter : parameters) {
            var cut = new Parameter(parameter.name, cut(parameter.value));
            length += cut.encoded().length() + 1;
            if (kept.size() == MOST || length > LONGEST) {
                break;
            }
            kept.add(cut);
        }
        return new Address(path, kept);
    }

    /** With its parameters in order of their names; values of one name stay as they were given. */
    public Address sorted() {
        return new Address(
                path,
                parameters.stream()
                        .sorted(Comparator.comparing(Parameter::name))
                        .toList());
    }

    /** Path and query, encoded. */
    @Override
    public String toString() {
        var text = new StringBuilder(path);
        var sign = '?';
        for (var parameter : parameters) {
            text.append(sign).append(parameter.encoded());
            sign = '&';
        }
        return text.toString();
    }

    private static String decode(String text) {
        return URLDecoder.decode(unencoded(text), StandardCharsets.UTF_8);
    }

    /** Programs that send UTF-8 as it is are understood too: servers read such bytes as Latin-1. */
    private static String unencoded(String text) {
        if (text.chars().noneMatch(letter -> letter > 0x7f)) {
            return text;
        }
        try {
            var bytes = StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(text));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException alreadyLetters) {
            return text;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cut(String value) {
        if (value.length() <= LONGEST_VALUE) {
            return value;
        }
        var end = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return value.substring(0, end);
    }

    private record Parameter(String name, String value) {
        String encoded() {
            return encode(name) + "=" + encode(value);
        }
    }
}
