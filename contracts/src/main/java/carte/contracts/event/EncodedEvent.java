package carte.contracts.event;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Collections;

/** An event ready for its topic: where it goes, its CloudEvents attributes and its body. */
public final class EncodedEvent {

    private final String topic;
    private final int partition;
    private final String key;
    private final Map<String, String> headers;
    private final byte[] body;

    /** Takes {@code body} without copying it; it must not change. */
    public EncodedEvent(
            String topic, int partition, String key, Map<String, String> headers, byte[] body) {
        this.topic = topic;
        this.partition = partition;
        this.key = key;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body;
    }

    public String topic() {
        return topic;
    }

    public int partition() {
        return partition;
    }

    public String key() {
        return key;
    }

    /** Returns header values by name, in the order in which they are sent. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the bytes, which the caller must not change. */
    public byte[] body() {
        return body;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedEvent that
                && topic.equals(that.topic)
                && partition == that.partition
                && key.equals(that.key)
                && headers.equals(that.headers)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return "EncodedEvent[" + topic + "-" + partition + " " + key + " " + headers + "]";
    }
}
