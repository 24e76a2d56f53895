package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.sql.DataSourceDefinition;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LoaDatabaseTest {
    /** What the server would do without this setting, which it may not understand one day: wait for a minute. */
    @Test
    void nobody_waits_long_for_a_connection_while_the_database_is_away() {
        var pool = new Properties();
        Arrays.stream(LoaDatabase.class
                        .getAnnotation(DataSourceDefinition.class)
                        .properties())
                .map(property -> property.split("=", 2))
                .forEach(property -> pool.setProperty(property[0], property[1]));

        assertThat(Integer.parseInt(pool.getProperty("fish.payara.max-wait-time-in-millis")))
                .isBetween(500, 3_000);
    }
}
