package carte.kit.openapi;

/** What one feature's records look like as JSON, beyond what their types say. */
@FunctionalInterface
public interface ApiShapes {

    /** Tells of the records of a feature. */
    void describe(Shapes shapes);
}
