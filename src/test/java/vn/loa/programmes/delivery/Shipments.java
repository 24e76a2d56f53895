package vn.loa.programmes.delivery;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.loa.common.AddressRange;
import vn.loa.common.Sha256;

/** What tests send. */
final class Shipments {
    static final byte[] SOUND = "a sound".getBytes(StandardCharsets.UTF_8);
    static final String SOUND_PATH = "am-thanh/" + Sha256.hex(SOUND) + ".mp3";
    static final String PROGRAMME_PATH = "01393/2026-W48/lich-phat.json";
    static final KeyPair KEY = key();

    private Shipments() {}

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A sound and a programme. */
    static Shipment of(long revision, String programme) {
        var sound = ShippedFile.of(SOUND_PATH, "audio/mpeg", SOUND);
        return new Shipment(
                "01393",
                "2026-W48",
                revision,
                false,
                List.of(
                        new ShippedFile(
                                sound.path(), sound.type(), sound.bytes(), sound.sha256(), true, sound.content()),
                        ShippedFile.of(PROGRAMME_PATH, "application/json", programme.getBytes(StandardCharsets.UTF_8))),
                new Signer());
    }

    private static final class Signer implements Shipment.Signer {
        @Override
        public String key() {
            return "0123456789abcdef";
        }

        @Override
        public byte[] sign(byte[] bytes) {
            try {
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(KEY.getPrivate());
                signature.update(bytes);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** To this machine, which the operator has named. */
    static Connection to(
            TargetKind kind, String address, String username, String secret, String hostKey, @Nullable Path root) {
        return new Connection(
                kind,
                address,
                username,
                secret,
                hostKey,
                new AllowedHosts(List.of(AddressRange.of("", "127.0.0.1"))),
                Optional.ofNullable(root));
    }

    /** @return how many bytes went */
    static long deliver(DeliveryAdapter adapter, Shipment shipment, Connection to) throws Exception {
        var sent = new AtomicLong();
        adapter.deliver(shipment, to, sent::addAndGet, Pace.of(shipment, Pressure.none()));
        return sent.get();
    }

    /** The same to somebody who takes an hour for the first file. */
    static void deliverSlowly(DeliveryAdapter adapter, Shipment shipment, Connection to) throws Exception {
        var late = new AtomicLong();
        adapter.deliver(
                shipment,
                to,
                bytes -> late.set(Duration.ofHours(1).toNanos()),
                Pace.of(shipment, () -> late.get() + System.nanoTime(), Pressure.none()));
    }

    /** The same while something urgent comes to wait for that target as soon as the first bytes go. */
    static void deliverPressed(DeliveryAdapter adapter, Shipment shipment, Connection to) throws Exception {
        var seconds = new AtomicLong();
        var asked = new AtomicInteger();
        var pressure = new Pressure(
                () -> asked.incrementAndGet() > 1,
                () -> Duration.ofSeconds(seconds.incrementAndGet()).toNanos());
        adapter.deliver(shipment, to, bytes -> {}, Pace.of(shipment, pressure));
    }
}
