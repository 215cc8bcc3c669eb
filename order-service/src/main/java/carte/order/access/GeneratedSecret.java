package carte.order.access;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A secret that the first instance generates and every instance reads from the database. */
final class GeneratedSecret {

    private static final int BYTES = 32;
    private static final String INSERT = """
            insert into token_secret (secret) values (?) on conflict do nothing""";
    private static final String SELECT = "select secret from token_secret";

    private final DataSource database;

    GeneratedSecret(DataSource database) {
        this.database = database;
    }

    byte[] get() throws SQLException {
        byte[] candidate = new byte[BYTES];
        new SecureRandom().nextBytes(candidate);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            insert.setBytes(1, candidate);
            insert.executeUpdate();
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }
}
