/** The numbers of the stream, each with its name; what should be zero and is not stands out. */
import type { StreamHealth } from '@bball/contracts';
import { View } from 'react-native';
import { Text } from '../../components/ui/text.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { space } from '../../lib/theme/tokens.ts';

/** An event that waits longer is no longer on its way. */
const longMs = 10_000;

export const StreamFigures = ({ health }: { readonly health: StreamHealth }) => {
  const { operations: words } = useWords();
  const { outbox, broker, job } = health;
  const seconds = Math.round((outbox.oldestAgeMs ?? 0) / 1000);
  return (
    <View role="list" style={{ gap: space.xs }}>
      <Figure name={words.profile} value={words[health.profile]} />
      <Figure
        name={words.leader}
        value={health.leaderId === null ? words.nobody : health.isLeader ? words.thisProcess : words.anotherProcess}
        isBad={health.leaderId === null}
      />
      <Figure
        name={words.outbox}
        value={outbox.depth === 0 ? '0' : words.since(outbox.depth, seconds)}
        isBad={(outbox.oldestAgeMs ?? 0) > longMs}
      />
      <Figure name={words.engine} value={String(job.engineVersion ?? words.none)} isBad={job.engineVersion === null} />
      <Figure name={words.behind} value={words.behindValue(job.gamesBehind, job.eventsBehind)} />
      <Figure name={words.olderEngine} value={String(job.gamesOfOlderEngine)} />
      <Figure name={words.parked} value={String(health.parkedGames)} isBad={health.parkedGames > 0} />
      {health.profile === 'distributed' && broker === null && <Figure name={words.broker} value={words.away} isBad />}
      {broker !== null && (
        <>
          <Figure name={words.jobLag} value={String(broker.jobLagRecords ?? words.none)} />
          {broker.topicLag.map(({ topic, records }) => (
            <Figure key={topic} name={words.topicLag(topic)} value={String(records)} />
          ))}
          <Figure name={words.deadLetters} value={String(broker.deadLetters)} isBad={broker.deadLetters > 0} />
        </>
      )}
    </View>
  );
};

type FigureProps = { readonly name: string; readonly value: string; readonly isBad?: boolean };

const Figure = ({ name, value, isBad = false }: FigureProps) => (
  <View role="listitem" style={{ flexDirection: 'row', justifyContent: 'space-between', gap: space.m }}>
    <Text tone="muted" style={{ flexShrink: 1 }}>
      {name}
    </Text>
    <Text weight="600" tone={isBad ? 'missed' : 'text'} align="right" style={{ flexShrink: 1 }}>
      {value}
    </Text>
  </View>
);
