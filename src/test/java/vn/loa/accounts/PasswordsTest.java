package vn.loa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Until;

class PasswordsTest {
    private static final int CALLERS = 200;

    private final SlowHash slow = new SlowHash();
    private final Passwords passwords = new Passwords(slow);

    @Test
    void of_a_burst_of_sign_ins_only_some_wait_for_their_turn_and_the_others_are_told_at_once() throws Exception {
        var executor = Executors.newFixedThreadPool(CALLERS);
        try {
            var answers = new ArrayList<Future<Optional<Boolean>>>();
            for (var i = 0; i < CALLERS; i++) {
                answers.add(executor.submit(() -> passwords.fits("x", passwords.nobodys())));
            }
            Until.answer(
                    () -> answers.stream().filter(Future::isDone).count(),
                    done -> done == CALLERS - Passwords.MOST_AT_ONCE);
            slow.go.countDown();

            var decided = 0;
            for (var answer : answers) {
                decided += answer.get().isPresent() ? 1 : 0;
            }
            assertThat(decided).isEqualTo(Passwords.MOST_AT_ONCE);
            assertThat(passwords.fits("x", passwords.nobodys()))
                    .as("afterwards there is room again")
                    .isPresent();
        } finally {
            slow.go.countDown();
            executor.shutdownNow();
        }
    }

    /** Compares when it is told to. */
    private static final class SlowHash implements Pbkdf2PasswordHash {
        private final CountDownLatch go = new CountDownLatch(1);

        @Override
        public void initialize(Map<String, String> parameters) {}

        @Override
        public String generate(char[] password) {
            return "";
        }

        @Override
        public boolean verify(char[] password, String hashed) {
            try {
                go.await();
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
