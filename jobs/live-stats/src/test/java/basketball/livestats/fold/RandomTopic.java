package basketball.livestats.fold;

import static basketball.livestats.fold.FoldHarness.event;

import basketball.livestats.events.LoggedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The topic of one game and those who write to it: a leader, a stale one that repeats, and refills beside them and each other. */
final class RandomTopic {
  final List<LoggedEvent> records = new ArrayList<>();
  /** The place whose bytes nobody can read, ever; 0: none. */
  final int unreadable;
  int head;

  private final Random random;
  private final List<Refill> refills = new ArrayList<>();

  private static final class Refill {
    private int next = 1;
    private final int through;

    private Refill(int through) {
      this.through = through;
    }
  }

  RandomTopic(Random random) {
    this.random = random;
    unreadable = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 0;
  }

  /** Something happens: mostly a play. */
  void step() throws Exception {
    switch (random.nextInt(10)) {
      case 0 -> repeat();
      case 1 -> refill();
      case 2, 3, 4, 5 -> goOn();
      default -> play(random.nextInt(12) == 0);
    }
  }

  private void play(boolean isLost) throws Exception {
    head++;
    if (!isLost) publish(head, 0);
  }

  private void repeat() throws Exception {
    for (int seq = Math.max(1, head - random.nextInt(6)); seq <= head; seq++) publish(seq, 0);
  }

  void refill() {
    if (head > 0 && refills.size() < 3) refills.add(new Refill(head));
  }

  private void goOn() throws Exception {
    if (refills.isEmpty()) return;
    Refill refill = refills.get(random.nextInt(refills.size()));
    for (int i = random.nextInt(8); i >= 0 && refill.next <= refill.through; i--) publish(refill.next++, refill.through);
    if (refill.next > refill.through) refills.remove(refill);
  }

  void finishRefills() throws Exception {
    while (!refills.isEmpty()) goOn();
  }

  private void publish(int seq, int replayThrough) throws Exception {
    if (seq == unreadable) return;
    LoggedEvent event = event(seq, "play");
    event.replayThrough = replayThrough;
    records.add(event);
  }
}
