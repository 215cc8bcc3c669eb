package carte.menu.exchange;

import carte.contracts.menu.MenuJson;
import carte.kit.json.Faults;
import carte.kit.json.JsonBody;
import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.menu.document.MenuReader;
import carte.menu.exchange.csv.CsvFile;
import carte.menu.exchange.draft.MenuFile;
import carte.menu.exchange.draft.Utf8;
import carte.menu.exchange.jsonld.JsonLdFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms in which a menu can be a file. */
enum ExchangeFormat {
    CSV(ExchangeFormat.CSV_TYPE + ";charset=utf-8") {
        @Override
        byte[] write(MenuJson menu) {
            return CsvFile.write(menu);
        }

        @Override
        MenuFile parse(byte[] body) {
            return CsvFile.parse(body);
        }
    },
    JSON(MediaType.APPLICATION_JSON_VALUE) {
        @Override
        byte[] write(MenuJson menu) {
            return menu.utf8();
        }

        @Override
        MenuFile parse(byte[] body) {
            JsonNode tree = JsonBody.parse(Utf8.withoutMark(body));
            if (!(tree instanceof ObjectNode menu)) {
                throw ProblemException.invalid(List.of(new Fault("", "expected an object")));
            }
            return (_, now) -> MenuReader.read(menu, new Faults(), now);
        }
    },
    JSONLD(ExchangeFormat.JSON_LD_TYPE) {
        @Override
        byte[] write(MenuJson menu) {
            return JsonLdFile.write(menu);
        }

        @Override
        MenuFile parse(byte[] body) {
            return JsonLdFile.parse(body);
        }
    };

    static final String CSV_TYPE = "text/csv";
    static final String JSON_LD_TYPE = "application/ld+json";

    private final String mediaType;

    ExchangeFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Returns the format that the parameter {@code format} names; JSON where it is absent. */
    static ExchangeFormat named(@Nullable List<String> values) {
        if (values == null) {
            return JSON;
        }
        return Arrays.stream(values())
                .filter(format -> values.equals(List.of(format.extension())))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemType.MALFORMED_REQUEST,
                        "format: expected csv, json or jsonld"));
    }

    /** Returns the format of a body; 415 if it is in another encoding than UTF-8. */
    static ExchangeFormat of(@Nullable MediaType type) {
        Charset charset = type == null ? null : type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)
                && !charset.equals(StandardCharsets.US_ASCII)) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "expected charset=utf-8 but found charset=" + charset.name());
        }
        return Arrays.stream(values())
                .filter(format -> format.mediaType().equalsTypeAndSubtype(type))
                .findFirst()
                .orElse(JSON);
    }

    /** Returns what a file's name ends with. */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    /** Returns a menu in this format, in UTF-8. */
    abstract byte[] write(MenuJson menu);

    /**
     * Parses a file of this format.
     *
     * @throws ProblemException if it cannot be read
     */
    abstract MenuFile parse(byte[] body);
}
