package vn.loa.launcher;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;

/** Answers for every name with one IPv4 address (RFC 1035), as the name server of Docker does for the name of a service. */
final class NameServer implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int ANSWER = 0x8180;
    private static final short TYPE_A = 1;

    /** So long that who believes it would not ask again during a test; the name server of Docker says so too. */
    private static final int SECONDS_TO_LIVE = 600;

    private final DatagramSocket socket;
    private volatile InetAddress address;

    private NameServer(DatagramSocket socket, InetAddress address) {
        this.socket = socket;
        this.address = address;
    }

    static NameServer start(InetAddress address) throws IOException {
        NameServer server = new NameServer(new DatagramSocket(0, InetAddress.getLoopbackAddress()), address);
        Thread thread = new Thread(server::serve, "name server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** From now on it answers with another address. */
    void move(InetAddress to) {
        address = to;
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket question = new DatagramPacket(new byte[512], 512);
                socket.receive(question);
                byte[] answer = answer(ByteBuffer.wrap(question.getData(), 0, question.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            }
        } catch (SocketException closed) {
            // That is the end.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] answer(ByteBuffer question) throws IOException {
        int end = HEADER;
        while (question.get(end) != 0) {
            end += question.get(end) + 1;
        }
        boolean known = question.getShort(end + 1) == TYPE_A;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(question.getShort(0));
        out.writeShort(ANSWER);
        out.writeShort(1);
        out.writeShort(known ? 1 : 0);
        out.writeInt(0);
        out.write(question.array(), HEADER, end + 5 - HEADER);
        if (known) {
            // The name is the one at the beginning of the question.
            out.writeShort(0xC000 | HEADER);
            out.writeShort(TYPE_A);
            out.writeShort(1);
            out.writeInt(SECONDS_TO_LIVE);
            out.writeShort(4);
            out.write(address.getAddress());
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
