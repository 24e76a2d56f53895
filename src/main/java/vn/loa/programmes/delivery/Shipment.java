package vn.loa.programmes.delivery;

import java.util.List;

/**
 * A week of a station as it is sent.
 *
 * @param station name of its commune in addresses
 * @param week {@code 2026-W48}
 * @param revision grows with each change
 * @param urgent whether it is what cannot wait, and nothing else
 * @param files in the order in which they are sent: the last is the programme, which names the others, so that whoever has it has them
 */
record Shipment(String station, String week, long revision, boolean urgent, List<ShippedFile> files, Signer signer) {
    Shipment {
        files = List.copyOf(files);
    }

    /** By which it can be told who has sent it. */
    interface Signer {
        /** Id of the key. */
        String key();

        /** Ed25519, 64 bytes. */
        byte[] sign(byte[] bytes);
    }

    /** By which the other side knows it when it is sent again. What is urgent is another than what follows it. */
    String key() {
        return station + "/" + week + "/" + revision + (urgent ? "/urgent" : "");
    }
}
