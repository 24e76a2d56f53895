package vn.loa.catalog;

import java.util.function.Function;
import vn.loa.common.Messages;
import vn.loa.common.Texts;

/**
 * Something that those who work on a product may want to put right. Nothing is held back because of it.
 *
 * @param code of what it is, for programs
 * @param explanation what it is and what to do about it, for people, by language
 */
public record Warning(String code, Texts explanation) {
    static Warning of(String code, Function<Messages, String> text) {
        return new Warning(code, Messages.complete(text));
    }
}
