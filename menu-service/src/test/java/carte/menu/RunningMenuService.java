package carte.menu;

import carte.embedded.EmbeddedServers;
import carte.kit.security.TestIssuer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/** The service on a free port, with three fresh shards unless it is given others. */
public final class RunningMenuService implements AutoCloseable {

    private static final Map<String, String> COUNTRIES = Map.of(
            "west", "NG,GH,CI,SN", "east", "KE,UG,TZ,RW", "north", "EG,MA");

    /** Event loops are shared in a JVM otherwise, and stopped by the first service that stops. */
    static class EventLoopsOfItsOwn {

        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            ReactorResourceFactory resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }
    }

    private static final class Shared {
        static final RunningMenuService INSTANCE = start(freshShards());

        static {
            EmbeddedServers.beforeClosing(INSTANCE::close);
        }
    }

    private final ConfigurableApplicationContext context;
    private final Map<String, String> shards;

    private RunningMenuService(ConfigurableApplicationContext context, Map<String, String> shards) {
        this.context = context;
        this.shards = shards;
    }

    /** Returns the one that tests share which break nothing. */
    public static RunningMenuService shared() {
        return Shared.INSTANCE;
    }

    /** Returns names of new databases by shard. */
    public static Map<String, String> freshShards() {
        Map<String, String> shards = new LinkedHashMap<>();
        COUNTRIES.keySet().forEach(
                shard -> shards.put(shard, EmbeddedServers.freshDatabase("menu_" + shard)));
        return shards;
    }

    /** Starts a service on these databases with additional properties, as name=value. */
    public static RunningMenuService start(Map<String, String> shards, String... properties) {
        Map<String, String> all = wiring(shards);
        Stream.concat(Stream.of(TestIssuer.shared().setting()), Stream.of(properties))
                .map(property -> property.split("=", 2))
                .forEach(parts -> all.put(parts[0], parts[1]));
        String[] arguments = all.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        ConfigurableApplicationContext context = new SpringApplication(
                MenuServiceApplication.class, EventLoopsOfItsOwn.class)
                .run(arguments);
        return new RunningMenuService(context, shards);
    }

    /** Starts one more on the same databases with additional properties, as name=value. */
    public RunningMenuService another(String... properties) {
        return start(shards, properties);
    }

    private static Map<String, String> wiring(Map<String, String> shards) {
        Map<String, String> properties = new LinkedHashMap<>();
        var postgres = EmbeddedServers.postgres();
        properties.put("server.port", "0");
        properties.put("management.server.port", "0");
        properties.put("spring.kafka.bootstrap-servers",
                EmbeddedServers.kafka().bootstrapServers());
        properties.put("spring.data.redis.host", EmbeddedServers.redis().host());
        properties.put("spring.data.redis.port",
                Integer.toString(EmbeddedServers.redis().port()));
        shards.forEach((shard, database) -> {
            String prefix = "carte.shards." + shard + ".";
            properties.put(prefix + "url", postgres.r2dbcUrl(database));
            properties.put(prefix + "username", postgres.username());
            properties.put(prefix + "password", postgres.password());
            properties.put(prefix + "countries",
                    Objects.requireNonNull(COUNTRIES.get(shard)));
        });
        return properties;
    }

    /** Returns a client of its HTTP interface. */
    public MenuApi api() {
        return new MenuApi(Integer.parseInt(Objects.requireNonNull(
                context.getEnvironment().getProperty("local.server.port"))));
    }

    /** Returns one of its parts. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Returns a new connection to a shard's database. */
    public Connection connect(String shard) throws SQLException {
        var postgres = EmbeddedServers.postgres();
        return DriverManager.getConnection(
                postgres.jdbcUrl(Objects.requireNonNull(shards.get(shard))),
                postgres.username(), postgres.password());
    }

    /** Returns the first column of what a shard answers, as texts. */
    public List<String> query(String shard, String sql, Object... arguments) {
        try (Connection connection = connect(shard);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the versions in the history of a restaurant of the western shard. */
    public List<String> history(String restaurant) {
        return query("west",
                "select version from menu_version where restaurant_id = ? order by version",
                restaurant);
    }

    @Override
    public void close() {
        context.close();
    }
}
