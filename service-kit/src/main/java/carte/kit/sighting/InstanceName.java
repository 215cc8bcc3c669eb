package carte.kit.sighting;

import carte.contracts.event.MenuSighted;

/**
 * By which people tell this process from others of its kind.
 *
 * @param value matches {@value MenuSighted#INSTANCE_PATTERN}
 */
public record InstanceName(String value) {

    private static final int LONGEST_HOST = 60;

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    public InstanceName {
        if (!MenuSighted.isInstance(value)) {
            throw new IllegalArgumentException("carte.instance is \"" + value
                    + "\" but must match " + MenuSighted.INSTANCE_PATTERN
                    + ", for example gateway-1");
        }
    }

    /** Returns the name of an instance that was given none, {@code gateway@host:8080}. */
    static InstanceName of(String application, String host, int port) {
        // Of several that take any free port on one host, the number of the process tells.
        String place = port == 0 ? "pid-" + ProcessHandle.current().pid() : Integer.toString(port);
        String named = host.replaceAll("[^A-Za-z0-9._-]", "-");
        String cut = named.substring(0, Math.min(named.length(), LONGEST_HOST));
        return new InstanceName(application + "@" + cut + ":" + place);
    }

    @Override
    public String toString() {
        return value;
    }
}
