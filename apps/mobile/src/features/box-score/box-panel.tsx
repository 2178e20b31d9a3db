/** The box score: both teams where there is room, one at a time on a phone. */
import { useMemo, useState } from 'react';
import { View } from 'react-native';
import { Chips } from '../../components/ui/chips.tsx';
import { Message } from '../../components/ui/message.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { type Sorting, StatTable } from '../../components/ui/stat-table.tsx';
import { Text } from '../../components/ui/text.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useRoom } from '../../lib/layout/layout.ts';
import { useSides, useSnapshot } from '../../lib/live-game/game-context.tsx';
import { space } from '../../lib/theme/tokens.ts';
import { boxColumns } from './box-columns.ts';
import { useBoxSections } from './use-box-sections.tsx';

const nextSorting = (now: Sorting | null, column: string): Sorting | null => {
  if (now?.column !== column) return { column, isDescending: true };
  return now.isDescending ? { column, isDescending: false } : null;
};

export const BoxPanel = () => {
  const words = useWords();
  const sides = useSides();
  const isPhone = useRoom() === 'phone';
  const snapshot = useSnapshot();
  const [side, setSide] = useState<'home' | 'away'>('home');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const columns = useMemo(
    () => boxColumns.map(({ key, width, heading }) => ({ key, width, ...heading(words) })),
    [words],
  );
  const sections = useBoxSections(sorting);
  if (snapshot === null) return <SkeletonRows rows={11} label={words.app.loading} />;
  if (sections.every(({ rows }) => rows.length <= 1))
    return <Message icon="ball" title={words.box.empty} detail={words.box.emptyDetail} />;
  const choice = (of: 'home' | 'away') => ({ value: of, title: sides[of].name, dot: sides[of].colour });
  return (
    <View style={{ flex: 1 }}>
      {isPhone && (
        <View style={{ paddingVertical: space.xs }}>
          <Chips label={words.shots.team} choices={[choice('home'), choice('away')]} chosen={side} onChoose={setSide} />
        </View>
      )}
      <StatTable
        label={words.game.tabs.box}
        headWidth={isPhone ? 160 : 210}
        columns={columns}
        sections={isPhone ? sections.filter(({ key }) => key === side) : sections}
        sorting={sorting}
        onSort={(column) => setSorting(nextSorting(sorting, column))}
        sortLabel={words.box.sortBy}
        foot={
          <Text size="caption" tone="muted" style={{ padding: space.m, maxWidth: 360 }}>
            {words.box.legend}
          </Text>
        }
      />
    </View>
  );
};
