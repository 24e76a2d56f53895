package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutageTest {
    @Test
    void a_database_that_cannot_be_reached_is_an_outage_however_deep_it_is_told() {
        assertThat(Outage.explains(new ServletException(new PersistenceException(new ConnectException()))))
                .isTrue();
        assertThat(Outage.explains(new SQLException("gone", "08006"))).isTrue();
        assertThat(Outage.explains(new SQLException("starting", "57P03"))).isTrue();
    }

    @Test
    void somebody_else_who_does_not_answer_is_not_the_database() {
        assertThat(Outage.explains(
                        new IllegalStateException(new IOException("object storage", new ConnectException()))))
                .isFalse();
        assertThat(Outage.explains(new SocketTimeoutException("A client fell silent")))
                .isFalse();
    }

    @Test
    void a_fault_of_our_own_is_none() {
        assertThat(Outage.explains(new IllegalStateException())).isFalse();
        assertThat(Outage.explains(new PersistenceException(new SQLException("no such column", "42703"))))
                .isFalse();
        assertThat(Outage.explains(new SQLException())).isFalse();
    }
}
