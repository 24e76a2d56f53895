package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OvertakingTest {
    @Test
    void who_changes_the_same_as_somebody_else_is_overtaken_whichever_way_the_database_tells() {
        assertThat(Overtaking.explains(new ServletException(new OptimisticLockException())))
                .isTrue();
        assertThat(Overtaking.explains(new PersistenceException(new SQLException("deadlock", "40P01"))))
                .isTrue();
        assertThat(Overtaking.explains(new PersistenceException(new SQLException("not serializable", "40001"))))
                .isTrue();
    }

    @Test
    void nobody_is_overtaken_by_a_fault_of_our_own() {
        assertThat(Overtaking.explains(new PersistenceException(new SQLException("no such column", "42703"))))
                .isFalse();
        assertThat(Overtaking.explains(new SQLException())).isFalse();
        assertThat(Overtaking.explains(new IllegalStateException())).isFalse();
    }
}
