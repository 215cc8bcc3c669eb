package carte.gateway.proxy;

import carte.gateway.route.Service;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are and how long they may take.
 *
 * @param menu base addresses of the instances of menu-service
 * @param order base addresses of the instances of order-service
 * @param connectTimeout until a connection stands, or one in use becomes free
 * @param readTimeout until the answer to a read begins
 * @param writeTimeout until the answer to a write begins
 * @param answerTimeout until an answer has been passed on to its end
 * @param reads most reads of one instance under way at once, until their answers begin
 * @param writes most writes of one instance under way at once, until their answers begin
 * @param queueTime how long a call may wait until fewer are under way
 * @param hedgeDelay least time until a second instance is asked for a read as well
 * @param hedgeDelayMost most time until then
 * @param healthInterval how often each instance is asked whether it is ready
 * @param healthTimeout how long it may take to say so
 * @param connections most connections to one instance
 * @param streams most answers of one instance that go on until somebody leaves
 * @param waiting most requests that wait: for their turn, and for a connection to one instance
 * @param idleTimeout after which an unused connection is closed; shorter than the services' own, so
 * that no request is sent into a connection that is being closed
 */
@ConfigurationProperties("carte.services")
public record ServiceSettings(@DefaultValue("http://localhost:8081") List<URI> menu,
        @DefaultValue("http://localhost:8082") List<URI> order,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout,
        @DefaultValue("10s") Duration writeTimeout,
        @DefaultValue("60s") Duration answerTimeout,
        @DefaultValue("32") int reads,
        @DefaultValue("64") int writes,
        @DefaultValue("50ms") Duration queueTime,
        @DefaultValue("50ms") Duration hedgeDelay,
        @DefaultValue("500ms") Duration hedgeDelayMost,
        @DefaultValue("500ms") Duration healthInterval,
        @DefaultValue("400ms") Duration healthTimeout,
        @DefaultValue("256") int connections,
        @DefaultValue("4096") int streams,
        @DefaultValue("4096") int waiting,
        @DefaultValue("30s") Duration idleTimeout) {

    /** Throws {@link IllegalArgumentException} that names the wrong setting. */
    public ServiceSettings {
        menu = addresses("menu", menu);
        order = addresses("order", order);
        positive("connect-timeout", connectTimeout);
        positive("read-timeout", readTimeout);
        positive("write-timeout", writeTimeout);
        positive("answer-timeout", answerTimeout);
        positive("idle-timeout", idleTimeout);
        positive("queue-time", queueTime);
        positive("hedge-delay", hedgeDelay);
        positive("hedge-delay-most", hedgeDelayMost);
        positive("health-interval", healthInterval);
        positive("health-timeout", healthTimeout);
        positive("reads", reads);
        positive("writes", writes);
        positive("connections", connections);
        positive("streams", streams);
        positive("waiting", waiting);
        if (answerTimeout.compareTo(readTimeout) < 0 || answerTimeout.compareTo(writeTimeout) < 0) {
            throw new IllegalArgumentException("carte.services.answer-timeout must not be shorter "
                    + "than read-timeout or write-timeout but was " + answerTimeout);
        }
        if (hedgeDelayMost.compareTo(hedgeDelay) < 0) {
            throw new IllegalArgumentException("carte.services.hedge-delay-most must not be "
                    + "shorter than hedge-delay but was " + hedgeDelayMost);
        }
    }

    /** Returns the base addresses of a service, without a slash at the end. */
    public List<URI> instances(Service service) {
        return switch (service) {
            case MENU -> menu;
            case ORDER -> order;
        };
    }

    private static List<URI> addresses(String name, List<URI> addresses) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("carte.services." + name
                    + " must name at least one address such as http://localhost:8081");
        }
        return addresses.stream().map(address -> address(name, address)).toList();
    }

    private static URI address(String name, URI address) {
        String authority = address.getRawAuthority();
        boolean plain = address.getHost() != null && address.getRawUserInfo() == null
                && (address.toString().equals("http://" + authority)
                        || address.toString().equals("http://" + authority + "/"));
        if (!plain) {
            throw new IllegalArgumentException("carte.services." + name
                    + " must be an address such as http://localhost:8081 but was " + address);
        }
        return URI.create("http://" + authority);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("carte.services." + name
                    + " must be a duration above zero such as 2s but was " + value);
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("carte.services." + name
                    + " must be a whole number from 1 but was " + value);
        }
    }
}
