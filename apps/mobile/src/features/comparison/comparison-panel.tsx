/** Both teams measure by measure: paired bars, grouped; a number with plays behind it opens them. */
import type { Snapshot } from '@bball/engine';
import { ScrollView, View } from 'react-native';
import { Card } from '../../components/ui/card.tsx';
import { Message } from '../../components/ui/message.tsx';
import { PairedBars } from '../../components/ui/paired-bars.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { Text } from '../../components/ui/text.tsx';
import { useFormat, useWords } from '../../lib/i18n/i18n.ts';
import { useRules, useSides, useSnapshot } from '../../lib/live-game/game-context.tsx';
import { askNumber } from '../../lib/live-game/number-asked.ts';
import { space } from '../../lib/theme/tokens.ts';
import {
  betterSide,
  type ComparisonGroup,
  type ComparisonRow,
  comparisonRows,
  rowTitle,
  shownValue,
} from './comparison-rows.ts';

const groups: readonly ComparisonGroup[] = ['fourFactors', 'scoring', 'shooting', 'boxTotals'];

export const ComparisonPanel = () => {
  const words = useWords();
  const snapshot = useSnapshot();
  if (snapshot === null) return <SkeletonRows rows={9} label={words.app.loading} />;
  if (Object.keys(snapshot.teams).length < 2)
    return <Message icon="ball" title={words.box.empty} detail={words.box.emptyDetail} />;
  return (
    <ScrollView
      tabIndex={0}
      aria-label={words.teams.comparison}
      contentContainerStyle={{ padding: space.l, gap: space.l }}
    >
      {groups.map((group) => (
        <Card key={group}>
          <Heads title={words.teams[group]} />
          {comparisonRows[group].map((row) => (
            <Row key={row.key} row={row} snapshot={snapshot} />
          ))}
        </Card>
      ))}
    </ScrollView>
  );
};

const Heads = ({ title }: { readonly title: string }) => {
  const sides = useSides();
  return (
    <View style={{ flexDirection: 'row', alignItems: 'baseline', marginBottom: space.xs }}>
      <Text size="table" weight="800" colour={sides.home.colour} style={{ width: 64 }}>
        {sides.home.shortName}
      </Text>
      <Text size="body" weight="700" align="center" heading={2} style={{ flex: 1 }}>
        {title}
      </Text>
      <Text size="table" weight="800" align="right" colour={sides.away.colour} style={{ width: 64 }}>
        {sides.away.shortName}
      </Text>
    </View>
  );
};

const Row = ({ row, snapshot }: { readonly row: ComparisonRow; readonly snapshot: Snapshot }) => {
  const words = useWords();
  const format = useFormat();
  const sides = useSides();
  const rules = useRules();
  const home = snapshot.teams[sides.home.id];
  const away = snapshot.teams[sides.away.id];
  if (home === undefined || away === undefined) return null;
  const values = {
    home: row.value({ own: home, other: away, rules }),
    away: row.value({ own: away, other: home, rules }),
  };
  const most = Math.max(0, values.home ?? 0, values.away ?? 0);
  const { title, meaning } = rowTitle(row.key, words);
  const { asks } = row;
  const part = (side: 'home' | 'away') => {
    const value = values[side];
    const text = shownValue(row, value, format);
    const { id, name } = sides[side];
    return {
      text,
      share: most === 0 ? 0 : (value ?? 0) / most,
      label: `${name}, ${meaning}: ${value === null ? words.box.untracked : text}`,
      ...(asks === null || value === null
        ? {}
        : { onPress: () => askNumber({ subject: id, column: asks, title: words.box.numberTitle(name, meaning) }) }),
    };
  };
  return (
    <PairedBars
      title={title}
      home={part('home')}
      away={part('away')}
      colours={{ home: sides.home.colour, away: sides.away.colour }}
      better={betterSide(row, values.home, values.away)}
    />
  );
};
