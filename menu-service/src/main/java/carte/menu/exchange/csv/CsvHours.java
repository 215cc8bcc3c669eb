package carte.menu.exchange.csv;

import carte.contracts.menu.ServiceHours.Day;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A period of weekly hours: {@code MON TUE 11:00-15:00} or {@code MON-FRI 9:00-17:00}. */
final class CsvHours {

    private static final Pattern PERIOD = Pattern.compile(
            "([A-Za-z, -]+?)\\s+(\\d{1,2}:\\d{2})\\s*[-–]\\s*(\\d{1,2}:\\d{2})");

    private static final List<String> WEEK = Arrays.stream(Day.values()).map(Day::name).toList();

    private CsvHours() {}

    static String write(JsonNode hours) {
        return hours.path("days").valueStream().map(JsonNode::stringValue)
                .collect(Collectors.joining(" ")) + " " + hours.path("from").stringValue() + "-"
                + hours.path("to").stringValue();
    }

    static Optional<ObjectNode> read(String text) {
        Matcher period = PERIOD.matcher(text);
        if (!period.matches()) {
            return Optional.empty();
        }
        ObjectNode hours = JsonNodeFactory.instance.objectNode();
        ArrayNode days = hours.putArray("days");
        for (String word : CsvCell.parts(period.group(1).toUpperCase(Locale.ROOT), "[ ,]+")) {
            days(word).forEach(days::add);
        }
        hours.put("from", padded(period.group(2)));
        hours.put("to", padded(period.group(3)));
        return Optional.of(hours);
    }

    /** A range may run over the end of the week; what is no day is told later, as it is. */
    private static List<String> days(String word) {
        String[] ends = word.split("-", -1);
        int first = WEEK.indexOf(ends[0]);
        int last = ends.length == 2 ? WEEK.indexOf(ends[1]) : -1;
        if (first < 0 || last < 0) {
            return List.of(word);
        }
        List<String> days = new ArrayList<>();
        for (int day = first; day != last; day = (day + 1) % WEEK.size()) {
            days.add(WEEK.get(day));
        }
        days.add(WEEK.get(last));
        return days;
    }

    private static String padded(String time) {
        return time.length() < 5 ? "0" + time : time;
    }
}
