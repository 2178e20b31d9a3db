/** The game flow: who led by how much, when, and the runs that did it. */
import type { Run, Snapshot, TimedPeriod } from '@bball/engine';
import { useMemo, useState } from 'react';
import { ScrollView, View } from 'react-native';
import { Card } from '../../components/ui/card.tsx';
import { Message } from '../../components/ui/message.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { Text } from '../../components/ui/text.tsx';
import { durationText } from '../../lib/i18n/game-clock.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useRules, useSides, useSnapshot } from '../../lib/live-game/game-context.tsx';
import { flowOf, periodsOf, runsOf } from '../../lib/live-game/views.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import { space } from '../../lib/theme/tokens.ts';
import { FlowReader } from './flow-reader.tsx';
import { useFlowView } from './use-flow-view.ts';

export const FlowPanel = () => {
  const words = useWords();
  const snapshot = useSnapshot();
  if (snapshot === null) return <SkeletonRows rows={8} label={words.app.loading} />;
  if (flowOf(snapshot).length === 0)
    return <Message icon="ball" title={words.flow.empty} detail={words.flow.emptyDetail} />;
  return (
    <ScrollView tabIndex={0} aria-label={words.flow.title} contentContainerStyle={{ padding: space.l, gap: space.l }}>
      <Chart snapshot={snapshot} />
      <Closeness snapshot={snapshot} />
      <Runs snapshot={snapshot} />
    </ScrollView>
  );
};

const Chart = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const words = useWords();
  const sides = useSides();
  const [width, setWidth] = useState(0);
  const size = useMemo(() => ({ width, height: Math.min(360, Math.max(220, width * 0.5)) }), [width]);
  const view = useFlowView(snapshot, size);
  const lead = (side: 'home' | 'away') => snapshot.teams[sides[side].id]?.comparison.biggestLead ?? 0;
  return (
    <Card style={{ padding: space.m }}>
      <View
        role="img"
        aria-label={words.flow.say(sides.home.name, lead('home'), sides.away.name, lead('away'))}
        onLayout={({ nativeEvent }) => setWidth(Math.round(nativeEvent.layout.width))}
      >
        {width > 0 && <FlowReader view={view} />}
      </View>
      <Text size="caption" tone="muted">
        {words.flow.hint}
      </Text>
    </Card>
  );
};

const Closeness = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const words = useWords();
  const sides = useSides();
  const lead = (side: 'home' | 'away') => snapshot.teams[sides[side].id]?.comparison.biggestLead ?? 0;
  const facts: readonly (readonly [string, string])[] = [
    [words.game.leadChanges, String(snapshot.game.leadChanges)],
    [words.game.timesTied, String(snapshot.game.timesTied)],
    [`${words.flow.biggestLead} ${sides.home.shortName}`, String(lead('home'))],
    [`${words.flow.biggestLead} ${sides.away.shortName}`, String(lead('away'))],
  ];
  return (
    <View style={{ flexDirection: 'row', flexWrap: 'wrap', gap: space.s }}>
      {facts.map(([title, value]) => (
        <Card
          key={title}
          accessible
          aria-label={`${title}: ${value}`}
          role="img"
          style={{ flexGrow: 1, flexBasis: '45%', padding: space.m }}
        >
          <Text size="title">{value}</Text>
          <Text size="caption" tone="muted">
            {title}
          </Text>
        </Card>
      ))}
    </View>
  );
};

const Runs = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const words = useWords();
  const runs = runsOf(snapshot);
  if (runs.length === 0) return null;
  return (
    <View>
      <Text size="body" weight="700" heading={2}>
        {words.flow.runs}
      </Text>
      <View role="list">
        {[...runs].reverse().map((run) => (
          <RunLine key={run.playIds[0]} run={run} periods={periodsOf(snapshot)} />
        ))}
      </View>
    </View>
  );
};

const RunLine = ({ run, periods }: { readonly run: Run; readonly periods: readonly TimedPeriod[] }) => {
  const words = useWords();
  const sides = useSides();
  const colours = useColours();
  const rules = useRules();
  const side = sides[run.side];
  const period = periods.findLast(({ fromMs }) => fromMs < run.toElapsedMs)?.period ?? 1;
  return (
    <View
      role="listitem"
      style={{
        flexDirection: 'row',
        alignItems: 'center',
        gap: space.s,
        minHeight: 40,
        borderBottomWidth: 1,
        borderColor: colours.line,
      }}
    >
      <View style={{ width: 10, height: 10, borderRadius: 2, backgroundColor: side.colour }} />
      <Text size="table" style={{ flex: 1 }}>
        {words.feed.run(`${run.points}–0`, side.shortName, durationText(run.toElapsedMs - run.fromElapsedMs))}
      </Text>
      <Text size="table" tone="muted">
        {words.game.period(period, rules.periods.count)}
      </Text>
    </View>
  );
};
