package vn.loa.syndication;

import vn.loa.common.Texts;

/** Whose portal it is that other sites and programs hear of. */
public interface Masthead {
    /** Of the portal. */
    Texts name();

    /** The place it serves. */
    Texts place();

    /** Who answers for it. */
    Texts agency();

    /** One sentence on what it is for. */
    Texts about();

    /** Six hexadecimal digits of the colour of its pages. */
    String accent();

    /** The path of its emblem, a square of 512 pixels as PNG. */
    String emblem();

    /** The path of the cover of its podcasts, a square of 1400 pixels as PNG without anything transparent. */
    String cover();
}
