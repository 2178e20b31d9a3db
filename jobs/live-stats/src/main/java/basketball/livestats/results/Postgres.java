package basketball.livestats.results;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** How the database is reached. @param user empty: it is part of the URL, or needs none */
public record Postgres(String jdbcUrl, String user, String password) implements Serializable {
  /** By the driver itself: `DriverManager` knows that of an earlier submission, from a class loader that is gone. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    if (!user.isEmpty()) properties.setProperty("user", user);
    if (!password.isEmpty()) properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "5");
    properties.setProperty("socketTimeout", "15");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "live-stats");
    properties.setProperty("stringtype", "unspecified");
    Connection connection = new Driver().connect(jdbcUrl, properties);
    if (connection == null) throw new SQLException("DATABASE_JDBC_URL is no address of PostgreSQL");
    return connection;
  }
}
