package carte.kit.openapi;

import carte.contracts.json.ContractJson;
import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas of records in one direction: a body is refused for a field that it should not
 * have, and may lack many; an answer has all its fields and may have more one day.
 */
final class Schemas {

    /** Where schemas stand in a document. */
    static final String PLACE = "components/schemas";

    private final Shapes shapes;
    private final boolean taken;
    private final SchemaBuilder builder;

    private Schemas(Shapes shapes, boolean taken) {
        this.shapes = shapes;
        this.taken = taken;
        this.builder = generator().buildMultipleSchemaDefinitions();
    }

    static Schemas taken(Shapes shapes) {
        return new Schemas(shapes, true);
    }

    static Schemas answered(Shapes shapes) {
        return new Schemas(shapes, false);
    }

    ObjectNode reference(Class<?> type) {
        return builder.createSchemaReference(type);
    }

    ObjectNode collect() {
        return builder.collectDefinitions(PLACE);
    }

    private SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                ContractJson.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.INLINE_NULLABLE_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        if (taken) {
            config.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        }
        config.forTypesInGeneral()
                // In the order of the record.
                .withPropertySorter((_, _) -> 0)
                .withDefinitionNamingStrategy((key, _) -> name(key.getType()))
                .withCustomDefinitionProvider(this::custom)
                .withDescriptionResolver(this::description)
                .withTypeAttributeOverride((node, scope, _) -> addIgnored(node, scope));
        config.forFields()
                .withRequiredCheck(this::isRequired)
                .withNullableCheck(this::isNullable)
                .withInstanceAttributeOverride((node, field, _) -> describe(node, field));
        return new SchemaGenerator(config.build());
    }

    private String name(ResolvedType type) {
        Shape shape = shapes.find(type.getErasedType());
        String name = shape == null ? type.getErasedType().getSimpleName() : shape.name();
        return taken ? name + "Input" : name;
    }

    private @Nullable CustomDefinition custom(ResolvedType type, SchemaGenerationContext context) {
        ObjectNode scalar = shapes.scalar(type.getErasedType());
        if (scalar != null) {
            return inline(scalar.deepCopy());
        }
        if (type.getErasedType().isEnum()) {
            ObjectNode constants = ContractJson.mapper().createObjectNode().put("type", "string");
            ArrayNode names = constants.putArray("enum");
            for (Object constant : type.getErasedType().getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            return inline(constants);
        }
        if (type.isInstanceOf(Map.class)) {
            ObjectNode map = ContractJson.mapper().createObjectNode().put("type", "object");
            map.set("additionalProperties", context.createDefinitionReference(
                    type.typeParametersFor(Map.class).get(1)));
            return inline(map);
        }
        return null;
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(schema, CustomDefinition.DefinitionType.INLINE,
                CustomDefinition.AttributeInclusion.YES);
    }

    private @Nullable String description(TypeScope scope) {
        Shape shape = shapes.find(scope.getType().getErasedType());
        return shape == null ? null : shape.description();
    }

    private void addIgnored(ObjectNode node, TypeScope scope) {
        Shape shape = shapes.find(scope.getType().getErasedType());
        if (taken && shape != null && node.get("properties") instanceof ObjectNode properties) {
            shape.ignored().forEach(field -> properties.putObject(field)
                    .put("description", "Not read: the service says it itself."));
        }
    }

    private boolean isRequired(FieldScope field) {
        Shape shape = shapeOf(field);
        return taken
                ? shape != null && shape.isRequired(field.getDeclaredName())
                : shape == null || !shape.isOmitted(field.getDeclaredName());
    }

    private boolean isNullable(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return false;
        }
        Shape shape = shapeOf(field);
        return taken
                ? shape == null || !shape.isNeverNull(field.getDeclaredName())
                : field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private void describe(ObjectNode node, FieldScope field) {
        Shape shape = shapeOf(field);
        if (shape == null) {
            return;
        }
        ObjectNode attributes = field.isFakeContainerItemScope()
                ? shape.elementAttributes(field.getDeclaredName())
                : shape.attributes(field.getDeclaredName());
        if (attributes != null) {
            node.setAll(attributes);
        }
    }

    private @Nullable Shape shapeOf(FieldScope field) {
        return shapes.find(Objects.requireNonNull(field.getDeclaringType()).getErasedType());
    }
}
