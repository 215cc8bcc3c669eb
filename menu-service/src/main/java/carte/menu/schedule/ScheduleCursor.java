package carte.menu.schedule;

import carte.kit.http.QueryParameters;
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
 * @param micros its time, in microseconds of the epoch
 * @param position tells apart those of the same time
 */
record ScheduleCursor(boolean ended, long micros, long position) {

    /** Before all: nothing was ever due in 1970. */
    static final ScheduleCursor START = new ScheduleCursor(false, 0, 0);

    /** Before the latest one that has ended: the greatest time that a cursor can hold. */
    static final ScheduleCursor FIRST_ENDED = new ScheduleCursor(true, 9_999_999_999_999_999L, 0);

    private static final Pattern FORM = Pattern.compile("1:(true|false):(\\d{1,16}):(\\d{1,18})");

    static ScheduleCursor at(Schedule schedule) {
        return new ScheduleCursor(schedule.state() != ScheduleState.PENDING,
                ChronoUnit.MICROS.between(Instant.EPOCH, schedule.dueAt()), schedule.position());
    }

    Instant dueAt() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
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
        String plain = "1:" + ended + ":" + micros + ":" + position;
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
