/** Everything that was in game-events is gone, as after the retention. */
import type { Place } from '@bball/stack/place';
import { connectionOf } from '@bball/stack/topics/connection';
import { Admin, ListOffsetTimestamps } from '@platformatic/kafka';

const topic = 'game-events';

export const truncateLog = async (place: Place): Promise<void> => {
  const admin = new Admin(connectionOf({ KAFKA_BROKERS: `127.0.0.1:${place.port('kafka')}` }));
  try {
    const metadata = await admin.metadata({ topics: [topic] });
    const count = metadata.topics.get(topic)?.partitionsCount ?? 0;
    const asked = Array.from({ length: count }, (_, partitionIndex) => ({
      partitionIndex,
      timestamp: ListOffsetTimestamps.LATEST,
    }));
    const [listed] = await admin.listOffsets({ topics: [{ name: topic, partitions: asked }] });
    const partitions = (listed?.partitions ?? []).map(({ partitionIndex, offset }) => ({
      partition: partitionIndex,
      offset,
    }));
    await admin.deleteRecords({ topics: [{ name: topic, partitions }] });
  } finally {
    await admin.close();
  }
};
