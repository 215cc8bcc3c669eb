package carte.invalidator.menu;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records go that cannot be read, so that somebody can look at them. */
interface DeadLetters {

    /**
     * Returns once the record is kept for good.
     *
     * @param reason what was found in it and what was expected
     * @throws RuntimeException if it is not kept
     */
    void setAside(ConsumerRecord<byte[], byte[]> record, String reason);
}
