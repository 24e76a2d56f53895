package vn.loa.common.web;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import vn.loa.common.Texts;

/** How answers become JSON: records by their components, texts as an object by language, unknown values left out. */
@Provider
public class JsonShapes implements ContextResolver<Jsonb> {
    private final Jsonb jsonb = JsonbBuilder.create(
            new JsonbConfig().withPropertyVisibilityStrategy(new Components()).withSerializers(new TextsShape()));

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }

    private static final class Components implements PropertyVisibilityStrategy {
        @Override
        public boolean isVisible(Field field) {
            return !Modifier.isStatic(field.getModifiers());
        }

        @Override
        public boolean isVisible(Method method) {
            return false;
        }
    }

    private static final class TextsShape implements JsonbSerializer<Texts> {
        @Override
        public void serialize(Texts texts, JsonGenerator generator, SerializationContext context) {
            generator.writeStartObject();
            texts.asMap().forEach(generator::write);
            generator.writeEnd();
        }
    }
}
