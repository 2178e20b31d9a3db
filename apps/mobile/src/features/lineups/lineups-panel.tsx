/** Fives, pairs, and the team with and without each player; the longest together first. */
import { useMemo, useState } from 'react';
import { View } from 'react-native';
import { Chips } from '../../components/ui/chips.tsx';
import { Message } from '../../components/ui/message.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { type Sorting, StatTable } from '../../components/ui/stat-table.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useRoom } from '../../lib/layout/layout.ts';
import { useSides, useSnapshot } from '../../lib/live-game/game-context.tsx';
import { space } from '../../lib/theme/tokens.ts';
import { lineupColumns } from './lineup-columns.ts';
import { type LineupKind, useLineupSections } from './use-lineup-sections.tsx';
import { useLineups } from './use-lineups.ts';

const kinds: readonly LineupKind[] = ['fives', 'pairs', 'onOff'];
const byTime: Sorting = { column: 'time', isDescending: true };

export const LineupsPanel = () => {
  const words = useWords();
  const sides = useSides();
  const isPhone = useRoom() === 'phone';
  const hasSnapshot = useSnapshot() !== null;
  const answer = useLineups();
  const [kind, setKind] = useState<LineupKind>('fives');
  const [side, setSide] = useState<'home' | 'away'>('home');
  const [sorting, setSorting] = useState(byTime);
  const columns = useMemo(
    () => lineupColumns.map(({ key, width, heading }) => ({ key, width, ...heading(words) })),
    [words],
  );
  const sections = useLineupSections(answer.data?.lineups ?? null, kind, sorting);
  if (answer.isPending && (hasSnapshot || answer.isFetching))
    return <SkeletonRows rows={8} label={words.app.loading} />;
  if (answer.isError) {
    const retry = { title: words.app.retry, onPress: () => void answer.refetch() };
    return (
      <Message icon="warning" title={words.app.errorTitle} detail={words.app.errorDetail} action={retry} isError />
    );
  }
  if (sections.every(({ rows }) => rows.length === 0))
    return <Message icon="ball" title={words.teams.untracked} detail={words.teams.untrackedDetail} />;
  const sort = (column: string) =>
    setSorting(
      sorting.column === column ? { column, isDescending: !sorting.isDescending } : { column, isDescending: true },
    );
  return (
    <View style={{ flex: 1 }}>
      <View style={{ paddingVertical: space.xs, gap: space.xs }}>
        <Chips
          label={words.teams.lineups}
          choices={kinds.map((value) => ({ value, title: words.teams[value] }))}
          chosen={kind}
          onChoose={setKind}
        />
        <Chips
          label={words.shots.team}
          choices={(['home', 'away'] as const).map((value) => ({
            value,
            title: sides[value].name,
            dot: sides[value].colour,
          }))}
          chosen={side}
          onChoose={setSide}
        />
      </View>
      <StatTable
        label={words.teams.lineups}
        headWidth={isPhone ? 168 : 260}
        columns={columns}
        sections={sections.filter(({ key }) => key === side)}
        sorting={sorting}
        onSort={sort}
        sortLabel={words.box.sortBy}
      />
    </View>
  );
};
