package vn.loa.media.documents;

/**
 * The text of a paragraph.
 *
 * @param text in NFC, without the number or bullet before it when the format tells that apart; lines broken by hand are parted by line feeds
 * @param bold whether all of it is
 * @param italic whether all of it is
 */
public record Passage(String text, Alignment alignment, boolean bold, boolean italic) {}
