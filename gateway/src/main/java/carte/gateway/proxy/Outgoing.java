package carte.gateway.proxy;

import java.net.URI;
import org.springframework.http.HttpMethod;
import reactor.netty.http.client.HttpClient;

/** What a service is asked, so that it can be asked of any instance and as often as needed. */
interface Outgoing {

    HttpMethod method();

    /** Tells whether a key keeps the service from doing it twice. */
    boolean hasKey();

    /** Tells whether it asks the service to wait, so that a late answer says nothing bad of it. */
    boolean asksToWait();

    /** Tells whether the answer goes on until somebody leaves. */
    boolean isStream();

    /** Makes it ready to be sent to one instance. */
    HttpClient.ResponseReceiver<?> to(HttpClient client, URI instance);
}
