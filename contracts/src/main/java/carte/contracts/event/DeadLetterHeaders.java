package carte.contracts.event;

/** The headers that a record gains when it is set aside in {@link MenuTopic#DEAD_LETTERS}. */
public final class DeadLetterHeaders {

    /** What was found and what was expected. */
    public static final String REASON = "carte_reason";

    /** The topic that the record stood in. */
    public static final String TOPIC = "carte_topic";

    /** Its partition, a decimal number. */
    public static final String PARTITION = "carte_partition";

    /** Its offset, a decimal number. */
    public static final String OFFSET = "carte_offset";

    private DeadLetterHeaders() {}
}
