package carte.faults;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.RestoreArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What may happen inside Redis. */
final class RedisFaults implements AutoCloseable {

    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final RedisCommands<byte[], byte[]> redis;
    private final List<Dumped> snapshot = new ArrayList<>();

    RedisFaults(String host, int port) {
        client = RedisClient.create(RedisURI.create(host, port));
        connection = client.connect(ByteArrayCodec.INSTANCE);
        redis = connection.sync();
    }

    private static final class Dumped {

        private final byte[] key;
        private final byte[] value;
        private final long timeToLive;

        Dumped(byte[] key, byte[] value, long timeToLive) {
            this.key = key;
            this.value = value;
            this.timeToLive = timeToLive;
        }
    }

    void wipe() {
        redis.flushall();
    }

    /** Remembers everything as it is at one moment. */
    void takeSnapshot() {
        snapshot.clear();
        List<byte[]> keys = redis.keys("*");
        redis.multi();
        for (byte[] key : keys) {
            redis.dump(key);
            redis.pttl(key);
        }
        var answers = redis.exec();
        for (int index = 0; index < keys.size(); index++) {
            byte[] value = answers.get(2 * index);
            long timeToLive = answers.<Long>get(2 * index + 1);
            if (value != null) {
                snapshot.add(new Dumped(keys.get(index), value, Math.max(0, timeToLive)));
            }
        }
    }

    /** Sets everything back to the snapshot, as a failover to a replica that was behind does. */
    void goBack() {
        redis.multi();
        redis.flushall();
        for (Dumped each : snapshot) {
            redis.restore(each.key, each.value, RestoreArgs.Builder.ttl(each.timeToLive));
        }
        redis.exec();
    }

    /** Leaves no room for anything new. */
    void fill() {
        String used = redis.info("memory").lines()
                .filter(line -> line.startsWith("used_memory:"))
                .map(line -> line.substring("used_memory:".length()).strip())
                .findFirst().orElseThrow();
        redis.configSet("maxmemory-policy", "noeviction");
        redis.configSet("maxmemory", String.format(Locale.ROOT, "%d", Long.parseLong(used) / 2));
    }

    void makeRoom() {
        redis.configSet("maxmemory", "0");
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
