package carte.contracts.json;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON mapper that reads and writes everything that crosses a process boundary. */
public final class ContractJson {

    // RFC 8259 allows nothing else between systems; guessing would let UTF-16 through.
    private static final JsonFactory UTF_8_ONLY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(UTF_8_ONLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ContractJson() {}

    /** Returns the shared mapper, which is immutable and safe for concurrent use. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
