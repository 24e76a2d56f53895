package vn.loa.testing.rig;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessProducer;
import jakarta.enterprise.inject.spi.Producer;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.loa.common.DatabaseHealth;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;
import vn.loa.common.TimeSource;
import vn.loa.media.AssetChanged;
import vn.loa.media.BlobStore;
import vn.loa.media.StorageHealth;

/** Injects what the container would, and leaves out what needs one. */
final class RigExtension implements Extension {
    private static final Set<String> LEFT_OUT = Set.of(
            TimeSource.class.getName(),
            Rounds.class.getName(),
            SchemaMigration.class.getName(),
            DatabaseHealth.class.getName(),
            StorageHealth.class.getName(),
            "vn.loa.media.processing.Workers");

    private final Transactions transactions;
    private final DataSource database;
    private final MovableClock clock;
    private final Map<String, String> settings;
    private final UnaryOperator<BlobStore> storing;
    private volatile Runnable changed = () -> {};

    RigExtension(
            Transactions transactions,
            DataSource database,
            MovableClock clock,
            Map<String, String> settings,
            UnaryOperator<BlobStore> storing) {
        this.transactions = transactions;
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.storing = storing;
    }

    private static final class Injected extends AnnotationLiteral<Inject> implements Inject {
        private static final long serialVersionUID = 1L;
    }

    private static final class Setting extends AnnotationLiteral<ConfigProperty> implements ConfigProperty {
        private static final long serialVersionUID = 1L;

        @Override
        public String name() {
            return "";
        }

        @Override
        public String defaultValue() {
            return ConfigProperty.UNCONFIGURED_VALUE;
        }
    }

    <T> void prepare(@Observes ProcessAnnotatedType<T> type) {
        if (LEFT_OUT.contains(type.getAnnotatedType().getJavaClass().getName())) {
            type.veto();
            return;
        }
        type.configureAnnotatedType().fields().stream()
                .filter(field -> field.getAnnotated().isAnnotationPresent(PersistenceContext.class)
                        || field.getAnnotated().isAnnotationPresent(Resource.class))
                .forEach(field -> field.add(new Injected()));
    }

    void standBefore(@Observes ProcessProducer<?, BlobStore> store) {
        Producer<BlobStore> behind = store.getProducer();
        store.setProducer(new Producer<>() {
            @Override
            public BlobStore produce(CreationalContext<BlobStore> context) {
                return storing.apply(behind.produce(context));
            }

            @Override
            public void dispose(BlobStore instance) {
                behind.dispose(instance);
            }

            @Override
            public Set<InjectionPoint> getInjectionPoints() {
                return behind.getInjectionPoints();
            }
        });
    }

    /** From now on, in the transaction in which more of an asset can be played. */
    void whenChanged(Runnable act) {
        changed = act;
    }

    void provide(@Observes AfterBeanDiscovery beans) {
        beans.<AssetChanged>addObserverMethod().observedType(AssetChanged.class).notifyWith(change -> changed.run());
        beans.addBean().types(Transactions.class).scope(Dependent.class).createWith(context -> transactions);
        beans.addBean()
                .types(EntityManager.class)
                .scope(Dependent.class)
                .createWith(context -> transactions.entityManager());
        beans.addBean()
                .types(DataSource.class)
                .scope(Dependent.class)
                .createWith(context -> transactions.dataSource(database));
        beans.addBean()
                .types(Clock.class, MovableClock.class)
                .scope(Dependent.class)
                .createWith(context -> clock);
        setting(beans, String.class, text -> text);
        setting(beans, Long.class, text -> Long.valueOf(String.valueOf(text)));
        setting(beans, Integer.class, text -> Integer.valueOf(String.valueOf(text)));
        setting(beans, OPTIONAL_TEXT, Optional::ofNullable);
        setting(beans, OPTIONAL_PATH, text -> Optional.ofNullable(text).map(Path::of));
    }

    private static final Type OPTIONAL_PATH = new jakarta.enterprise.util.TypeLiteral<Optional<Path>>() {
        private static final long serialVersionUID = 1L;
    }.getType();

    private static final Type OPTIONAL_TEXT = new jakarta.enterprise.util.TypeLiteral<Optional<String>>() {
        private static final long serialVersionUID = 1L;
    }.getType();

    private void setting(
            AfterBeanDiscovery beans, Type type, java.util.function.Function<@Nullable String, Object> read) {
        beans.addBean()
                .types(type)
                .qualifiers(new Setting())
                .scope(Dependent.class)
                .produceWith(instance -> {
                    InjectionPoint point = instance.select(InjectionPoint.class).get();
                    ConfigProperty wanted = point.getQualifiers().stream()
                            .filter(ConfigProperty.class::isInstance)
                            .map(ConfigProperty.class::cast)
                            .findFirst()
                            .orElseThrow();
                    String byDefault = wanted.defaultValue().equals(ConfigProperty.UNCONFIGURED_VALUE)
                            ? null
                            : wanted.defaultValue();
                    return read.apply(settings.getOrDefault(wanted.name(), byDefault));
                });
    }
}
