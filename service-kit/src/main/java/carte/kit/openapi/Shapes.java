package carte.kit.openapi;

import carte.contracts.json.ContractJson;
import carte.kit.problem.ProblemType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All that is known of the service's records, path variables and problems. */
public final class Shapes {

    private final Map<Class<?>, Shape> records = new HashMap<>();
    private final Map<Class<?>, ObjectNode> scalars = new HashMap<>();
    private final Map<String, PathVariable> variables = new HashMap<>();
    private final Map<ProblemType, Class<?>> members = new EnumMap<>(ProblemType.class);
    private final Map<String, String> inExamples = new HashMap<>();

    /** A variable of a path. */
    record PathVariable(String description, JsonNode schema, String example) {}

    /** Returns what is known of a record, to be added to. */
    public Shape of(Class<? extends Record> type) {
        return records.computeIfAbsent(type, _ -> new Shape(type));
    }

    /** Says that a type is one value in JSON, of this schema. */
    public Shapes scalar(Class<?> type, String schema) {
        scalars.put(type, (ObjectNode) ContractJson.mapper().readTree(schema));
        return this;
    }

    /** Describes the variable that comes behind a path's segment: {@code restaurants/{id}}. */
    public Shapes variable(String place, String description, String schema, String example) {
        variables.put(place, new PathVariable(
                description, ContractJson.mapper().readTree(schema), example));
        return this;
    }

    /** Says that problems of a type have the fields of a record besides those of every problem. */
    public Shapes problemMembers(ProblemType type, Class<? extends Record> fields) {
        members.put(type, fields);
        return this;
    }

    /** Says what stands for a text in the files of examples, so that their dates do not pass. */
    public Shapes inExamples(String placeholder, String text) {
        inExamples.put(placeholder, text);
        return this;
    }

    String example(String file) {
        String text = file;
        for (Map.Entry<String, String> replaced : inExamples.entrySet()) {
            text = text.replace(replaced.getKey(), replaced.getValue());
        }
        return text;
    }

    @Nullable
    Shape find(Class<?> type) {
        return records.get(type);
    }

    @Nullable
    ObjectNode scalar(Class<?> type) {
        return scalars.get(type);
    }

    PathVariable variable(String place) {
        PathVariable variable = variables.get(place);
        if (variable == null) {
            throw new IllegalStateException("no shape describes the path variable " + place);
        }
        return variable;
    }

    @Nullable
    Class<?> problemMembers(ProblemType type) {
        return members.get(type);
    }
}
