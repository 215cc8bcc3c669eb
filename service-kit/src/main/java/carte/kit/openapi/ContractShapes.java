package carte.kit.openapi;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.Money;
import carte.contracts.menu.RestaurantId;
import carte.kit.problem.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** The shapes that every service's documents have in common. */
final class ContractShapes implements ApiShapes {

    @Override
    public void describe(Shapes shapes) {
        shapes.scalar(RestaurantId.class, """
                {"type": "string", "pattern": "^%s$",
                 "description": "Begins with the country: NG-mama-put-ikeja."}"""
                .formatted(RestaurantId.PATTERN))
                .scalar(MenuVersion.class, """
                        {"type": "integer", "format": "int64", "minimum": 1}""")
                .scalar(Instant.class, """
                        {"type": "string", "format": "date-time"}""")
                .scalar(LocalDate.class, """
                        {"type": "string", "format": "date"}""")
                .scalar(LocalTime.class, """
                        {"type": "string", "pattern": "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$"}""")
                .scalar(UUID.class, """
                        {"type": "string", "format": "uuid"}""")
                .variable("restaurants/{id}", "The restaurant.", """
                        {"type": "string", "pattern": "^%s$"}""".formatted(RestaurantId.PATTERN),
                        "NG-mama-put-ikeja");
        shapes.of(Money.class)
                .is("An amount in minor units: 250000 NGN is 2,500 naira.")
                .required("amount", "currency")
                .with("amount", "{\"minimum\": 0}")
                .matching("currency", "[A-Z]{3}");
        shapes.of(Fault.class)
                .field("pointer", "Where, as a JSON pointer (RFC 6901).")
                .field("detail", "What was expected there.");
    }
}
