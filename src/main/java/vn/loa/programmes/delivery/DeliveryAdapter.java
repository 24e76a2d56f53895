package vn.loa.programmes.delivery;

import java.io.IOException;

/**
 * Brings programmes to one kind of system. Whatever was sent of something before, it is sent so that the other side has all of it in the end, and never half a file under its name. Safe for use by many threads, but only one
 * at a time sends to a target.
 */
interface DeliveryAdapter {
    /**
     * @param sent is told how many bytes went, again and again
     * @param pace which it keeps
     * @throws NotDelivered when it was not taken, or not fast enough
     * @throws NewerThere when the other side has something newer
     * @throws GaveWay when something urgent waits, within about a second; whole files that went are there, and the rest can be sent later
     * @throws IOException when what is to be sent cannot be read, or the connection broke
     */
    void deliver(Shipment shipment, Connection to, Progress sent, Pace pace)
            throws NotDelivered, NewerThere, IOException;

    /**
     * Finds out whether something could be sent, without sending anything that stays.
     *
     * @throws NotDelivered when it could not
     */
    void tryOut(Connection to) throws NotDelivered, IOException;

    /** Counts what is sent. */
    @FunctionalInterface
    interface Progress {
        void sent(long bytes);
    }
}
