package carte.menu.schedule;

import carte.kit.http.QueryParameters;

/** Which part of a restaurant's schedules is asked for. */
record ScheduleQuery(int limit, ScheduleCursor after) {

    /** Reads the parameters of a request; 400 that names what was expected. */
    static ScheduleQuery of(QueryParameters parameters) {
        String cursor = parameters.one("cursor");
        return new ScheduleQuery(parameters.limit(),
                cursor == null ? ScheduleCursor.START : ScheduleCursor.parse(cursor));
    }
}
