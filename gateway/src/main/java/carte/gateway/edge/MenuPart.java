package carte.gateway.edge;

import carte.gateway.proxy.WholeAnswer;
import io.netty.handler.codec.http.HttpHeaders;

/** What there is to show of a menu as a part of something larger. */
public sealed interface MenuPart {

    /** A menu in its reader's language. */
    non-sealed interface Document extends MenuPart {

        /** Returns the JSON, which the caller must not change. */
        byte[] utf8();

        /** Returns the entity tag of version and language, quotes included. */
        String entityTag();

        /** Sets the headers that a reader of the menu alone would see, but those of its body. */
        void addTo(HttpHeaders headers);
    }

    /** Whatever else the menu-service said, a problem as a rule. */
    record Other(WholeAnswer answer) implements MenuPart {}
}
