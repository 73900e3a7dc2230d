package dev.unclog.probed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A question to a database, and the wait for its answer. */
final class Database {
  private Database() {}

  /** Where it must not be asked. */
  static String askOnHub(String url) throws SQLException {
    Culprit.nextLine();
    try (Connection connection = DriverManager.getConnection(url)) {
      return ask(connection);
    }
  }

  /** Where it may. */
  static String ask(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return ask(connection);
    }
  }

  private static String ask(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select 42")) {
      result.next();
      return result.getString(1);
    }
  }
}
