package carte.local.suite;

import carte.embedded.KafkaDetour;
import java.net.URI;

/**
 * Where the servers of a run listen.
 *
 * @param postgres of the form {@code host:port}
 * @param username of PostgreSQL
 * @param password of PostgreSQL
 * @param kafka bootstrap servers
 * @param gatewayKafka bootstrap servers for the gateway, which may go another way
 * @param traces the page of the trace viewer
 * @param issuer of tokens
 */
public record Addresses(
        String postgres,
        String username,
        String password,
        String redisHost,
        int redisPort,
        String kafka,
        String gatewayKafka,
        URI traces,
        URI issuer) {

    /** Returns the R2DBC URL of a database. */
    public String r2dbc(String database) {
        return "r2dbc:postgresql://" + postgres + "/" + database;
    }

    static Addresses of(Servers.Ports ports, URI traces, URI issuer) {
        KafkaDetour detour = ports.gatewayToKafka();
        int gatewayKafka = detour == null ? ports.kafka() : detour.entrance();
        return new Addresses("127.0.0.1:" + ports.postgres(), "carte", "carte", "127.0.0.1",
                ports.redis(), "127.0.0.1:" + ports.kafka(), "127.0.0.1:" + gatewayKafka, traces,
                issuer);
    }
}
