package carte.menu.exchange;

import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Shapes;
import carte.menu.exchange.jsonld.JsonLdFile;
import org.springframework.stereotype.Component;

/** How files look as JSON, as far as that is Carte's to say. */
@Component
final class ExchangeShapes implements ApiShapes {

    @Override
    public void describe(Shapes shapes) {
        shapes.scalar(JsonLdFile.class, """
                {"type": ["object", "array"],
                 "description": "A Menu of schema.org, or a Restaurant that has one, alone, in a \
                list or in an @graph.",
                 "externalDocs": {"url": "https://schema.org/Menu"}}""");
    }
}
