package basketball.livestats.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The network between a client and a real server: it can be cut, swallow everything without a word, and be mended. */
public final class Wire implements AutoCloseable {
  private enum State {
    WHOLE,
    CUT,
    SILENT
  }

  private final ServerSocket door;
  private final String host;
  private final int port;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile State state = State.WHOLE;

  private Wire(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    inBackground(this::letIn);
  }

  /** @param address with host and port, and a scheme before or without */
  public static Wire to(String address) throws IOException {
    URI uri = URI.create(address.replaceFirst("^jdbc:", ""));
    return new Wire(uri.getHost(), uri.getPort());
  }

  /** The same address, by way of this wire. */
  public String through(String address) {
    return address.replace(host + ":" + port, "127.0.0.1:" + door.getLocalPort());
  }

  /** Whoever is connected is thrown out, and nobody gets in. */
  public void cut() {
    state = State.CUT;
    hangUp();
  }

  /** Connections stand and can be made; nothing comes back. */
  public void silence() {
    state = State.SILENT;
  }

  /** What was said into the silence is lost with its connections. */
  public void mend() {
    hangUp();
    state = State.WHOLE;
  }

  private void letIn() {
    try {
      while (true) {
        Socket client = door.accept();
        open.add(client);
        if (state == State.CUT) client.close();
        else inBackground(() -> join(client));
      }
    } catch (IOException closed) {
      hangUp();
    }
  }

  private void join(Socket client) {
    try (client;
        Socket server = new Socket(host, port)) {
      open.add(server);
      inBackground(() -> carry(server, client));
      carry(client, server);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] bytes = new byte[8192];
    try (from;
        to) {
      for (int n = from.getInputStream().read(bytes); n >= 0; n = from.getInputStream().read(bytes)) {
        if (state != State.SILENT) to.getOutputStream().write(bytes, 0, n);
      }
    } catch (IOException hungUp) {
      // Either end may go at any time.
    }
  }

  private void hangUp() {
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException gone) {
        // It is gone either way.
      }
    }
    open.clear();
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    state = State.CUT;
    door.close();
  }
}
