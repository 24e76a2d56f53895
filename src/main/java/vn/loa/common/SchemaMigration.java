package vn.loa.common;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to the version of this program before anything reads it. Several nodes may start at once: Flyway locks. The
 * numbers of migrations are by feature, so a later one may have a smaller number.
 */
@ApplicationScoped
public class SchemaMigration {
    /** Observers of the application's start that need the schema take a higher number. */
    public static final int FIRST = 100;

    void migrate(@Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object start) {
        Flyway.configure()
                .dataSource(LoaDatabase.unhurried())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
