package carte.menu.schedule;

import carte.contracts.menu.RestaurantId;
import carte.menu.schedule.Due.DueMenu;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Looks for work that is due, by the database's clock, on one connection. */
final class DueDatabase implements AutoCloseable {

    // One round trip. The time is that of the statements' beginning, so that indexes serve it.
    private static final String LOOK = """
            select restaurant_id, count(*) as pieces
            from (
                (select restaurant_id, due_at from menu_schedule
                    where state = 'PENDING' and due_at <= now()
                    order by due_at, position limit ?)
                union all
                (select restaurant_id, restores_at from menu
                    where restores_at <= now() order by restores_at limit ?)
            ) as due
            group by restaurant_id;
            select 1000 * extract(epoch from least(
                (select min(due_at) from menu_schedule
                    where state = 'PENDING' and due_at > now()),
                (select min(restores_at) from menu where restores_at > now())) - now())
                as milliseconds""";

    private final Connection connection;

    DueDatabase(DataSource source) throws SQLException {
        this.connection = source.getConnection();
    }

    /** Finds the oldest due work of each kind, so many pieces at most. */
    Due look(int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.setInt(1, most);
            statement.setInt(2, most);
            statement.execute();
            List<DueMenu> menus = menus(statement);
            statement.getMoreResults();
            return new Due(menus, untilNext(statement));
        }
    }

    private static List<DueMenu> menus(PreparedStatement statement) throws SQLException {
        List<DueMenu> menus = new ArrayList<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                menus.add(new DueMenu(new RestaurantId(rows.getString("restaurant_id")),
                        rows.getInt("pieces")));
            }
        }
        return menus;
    }

    private static @Nullable Duration untilNext(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            double milliseconds = row.getDouble("milliseconds");
            return row.wasNull() ? null : Duration.ofMillis((long) Math.ceil(milliseconds));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
