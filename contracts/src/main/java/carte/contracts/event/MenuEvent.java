package carte.contracts.event;

/** What stands in {@link MenuTopic}. */
public sealed interface MenuEvent permits MenuChanged, Watermark {

    /** The shard that it comes from. */
    String shard();
}
