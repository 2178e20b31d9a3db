package basketball.livestats.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The few fields of an event that the job itself reads. */
public record EventHead(String gameId, String id, int seq, String type) {
  private static final JsonFactory JSON = new JsonFactory();

  /** @throws IOException the bytes are no event */
  public static EventHead read(byte[] bytes) throws IOException {
    String gameId = null;
    String id = null;
    String type = null;
    int seq = 0;
    try (JsonParser parser = JSON.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) throw new IOException("not an object");
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        switch (name) {
          case "gameId" -> gameId = text(parser, token);
          case "id" -> id = text(parser, token);
          case "type" -> type = text(parser, token);
          case "seq" -> seq = token == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
          default -> parser.skipChildren();
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw new IOException("not one object");
      }
    }
    if (gameId == null || id == null || type == null || seq < 1) throw new IOException("not a logged event");
    return new EventHead(gameId, id, seq, type);
  }

  private static String text(JsonParser parser, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_STRING ? parser.getText() : null;
  }
}
