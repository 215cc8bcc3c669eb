package carte.menu.schedule;

import carte.menu.http.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of schedules ended. Those to come stand first, the next one ahead; then those that
 * have ended, the latest ahead.
 *
 * @param ended whether the last one had ended
 * @param rank its time in microseconds of the epoch, negative if it had ended
 * @param position tells apart those of the same time
 */
record ScheduleCursor(boolean ended, long rank, long position) {

    /** Before all. */
    static final ScheduleCursor START = new ScheduleCursor(false, Long.MIN_VALUE, 0);

    private static final Pattern FORM = Pattern
            .compile("1:(true|false):(-?\\d{1,18}):(\\d{1,18})");

    static ScheduleCursor at(Schedule schedule) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, schedule.dueAt());
        boolean ended = schedule.state() != ScheduleState.PENDING;
        return new ScheduleCursor(ended, ended ? -micros : micros, schedule.position());
    }

    static ScheduleCursor parse(String text) {
        try {
            byte[] plain = Base64.getUrlDecoder().decode(text);
            Matcher parts = FORM.matcher(new String(plain, StandardCharsets.UTF_8));
            if (parts.matches()) {
                return new ScheduleCursor(Boolean.parseBoolean(parts.group(1)),
                        Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
            }
        } catch (IllegalArgumentException _) {
            // Not base64: told below.
        }
        throw QueryParameters.malformed(
                "cursor: expected the \"next\" of an earlier answer, as it was");
    }

    String text() {
        String plain = "1:" + ended + ":" + rank + ":" + position;
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
