package basketball.livestats.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The bundled engine that this job was built with. */
public final class EngineBundle {
  private EngineBundle() {}

  public static String script() {
    return new String(bytes("engine.js"), UTF_8);
  }

  public static int engineVersion() {
    Properties properties = new Properties();
    try (InputStream in = open("engine.properties")) {
      properties.load(in);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    return Integer.parseInt(properties.getProperty("engineVersion"));
  }

  private static byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static InputStream open(String name) {
    InputStream in = EngineBundle.class.getResourceAsStream("/engine/" + name);
    if (in == null) throw new IllegalStateException("the engine is not in this jar: npm run build:engine, then build it again");
    return in;
  }
}
