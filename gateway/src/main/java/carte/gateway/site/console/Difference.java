package carte.gateway.site.console;

import tools.jackson.databind.JsonNode;

/**
 * What two people want of the same field.
 *
 * @param field as in the menu document
 * @param theirs what the menu says now
 * @param mine what was to be saved
 */
public record Difference(String field, JsonNode theirs, JsonNode mine) {}
