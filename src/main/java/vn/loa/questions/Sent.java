package vn.loa.questions;

import vn.loa.common.PlainText;

/**
 * What somebody sends.
 *
 * @param text the question, with its lines
 * @param contact how to reach them; empty when they would not say
 * @param topic its code; empty when they chose none
 * @param place name or code of a unit, as they typed it; empty when they named none
 * @param consent whether they agree that what they wrote is read and kept to be answered
 * @param publishable whether they agree that question and answer are published without their data
 */
public record Sent(String text, String contact, String topic, String place, boolean consent, boolean publishable) {
    public static final int LONGEST_TEXT = Letter.LONGEST_TEXT;
    public static final int LONGEST_CONTACT = Letter.LONGEST_CONTACT;

    public Sent {
        text = PlainText.lines(text).strip();
        contact = PlainText.line(contact);
        topic = PlainText.line(topic);
        place = PlainText.line(place);
    }
}
