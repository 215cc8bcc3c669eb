package carte.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import carte.gateway.edge.MenuPart;
import io.netty.handler.codec.http.HttpHeaders;

/** A menu that is what the test says. */
record MenuByHand(String json, String entityTag) implements MenuPart.Document {

    static final MenuByHand SEVEN = new MenuByHand("{\"version\": 7 }", "\"7\"");

    @Override
    public byte[] utf8() {
        return json.getBytes(UTF_8);
    }

    @Override
    public void addTo(HttpHeaders headers) {
        throw new UnsupportedOperationException("nobody sends it");
    }
}
