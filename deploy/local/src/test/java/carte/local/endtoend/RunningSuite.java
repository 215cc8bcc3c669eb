package carte.local.endtoend;

import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CacheEntryCodec;
import carte.contracts.cache.CacheKeys;
import carte.contracts.event.MenuTopic;
import carte.contracts.menu.RestaurantId;
import carte.local.suite.LocalSuite;
import carte.local.suite.ServiceInstance;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One suite for all tests of this JVM, started by the first, and a look behind its door. */
final class RunningSuite {

    private static final AtomicInteger RESTAURANTS = new AtomicInteger();
    private static final RunningSuite SHARED = new RunningSuite();

    private final LocalSuite suite;
    private final PublicApi api;
    private final StatefulRedisConnection<byte[], byte[]> redis;

    private RunningSuite() {
        suite = LocalSuite.builder()
                .data(Path.of("target", "suite").toAbsolutePath())
                .fresh(true)
                .jaeger(false)
                .start();
        api = as(() -> suite.token("operator"));
        redis = RedisClient.create(RedisURI.create(
                suite.addresses().redisHost(), suite.addresses().redisPort()))
                .connect(ByteArrayCodec.INSTANCE);
    }

    static RunningSuite shared() {
        return SHARED;
    }

    LocalSuite suite() {
        return suite;
    }

    /** Returns the public address. */
    URI gateway() {
        return suite.gateway();
    }

    /** The public API, through the gateway, for whoever has this token. */
    PublicApi as(Supplier<String> token) {
        return new PublicApi(suite.gateway().toString(), token);
    }

    /** The same for an operator. */
    PublicApi api() {
        return api;
    }

    /** Returns an id that no other test uses. */
    RestaurantId freshRestaurant() {
        return new RestaurantId("NG-mama-put-" + RESTAURANTS.incrementAndGet());
    }

    /** Returns the versions in a restaurant's history, oldest first. */
    List<Long> history(RestaurantId id) {
        return query("select version from menu_version where restaurant_id = ? order by version",
                id.value());
    }

    /** Returns the documents in a restaurant's history, oldest first. */
    List<String> documents(RestaurantId id) {
        String sql = "select document from menu_version where restaurant_id = ? order by version";
        try (Connection connection = west();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id.value());
            List<String> documents = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    documents.add(new String(rows.getBytes(1), StandardCharsets.UTF_8));
                }
            }
            return documents;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the version of the menu that an order was priced by. */
    long pricedBy(UUID order) {
        String sql = "select priced_by from customer_order where id = ?";
        try (Connection connection = database("orders");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, order);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns how many events wait in the outbox of the shard that owns Nigeria. */
    long pendingEvents() {
        return query("select count(*) from outbox").getFirst();
    }

    /** Returns who publishes the outbox of that shard, or an empty text. */
    String leaseholder() {
        try (Connection connection = west();
                ResultSet rows = connection.createStatement()
                        .executeQuery("select holder from relay_lease")) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what Redis holds of a restaurant. */
    Optional<CacheEntry> cached(RestaurantId id) {
        byte[] key = CacheKeys.menu(id).getBytes(StandardCharsets.UTF_8);
        return Optional.ofNullable(redis.sync().get(key)).map(CacheEntryCodec::decode);
    }

    /** Has Redis forget up to where it holds the changes of a restaurant's partition. */
    void forgetPlace(RestaurantId id) {
        redis.sync().del(CacheKeys.offset(MenuTopic.partitionOf(id))
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Returns what an instance tells in numbers, in one of the formats of Prometheus. */
    String metrics(ServiceInstance instance, String... headers) {
        return new PublicApi("", () -> "").get(instance.metrics().toString(), headers)
                .response().body();
    }

    private List<Long> query(String sql, String... arguments) {
        try (Connection connection = west();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            List<Long> numbers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection west() throws SQLException {
        return database("menu_west");
    }

    private Connection database(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + suite.addresses().postgres() + "/" + name,
                suite.addresses().username(), suite.addresses().password());
    }
}
