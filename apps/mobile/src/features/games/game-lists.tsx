/** The games by kind and day: live first, then what comes, then results. */
import type { GameSummary } from '@bball/contracts';
import type { ReactNode } from 'react';
import { View } from 'react-native';
import { Text } from '../../components/ui/text.tsx';
import { wallNow } from '../../lib/clock/clock.ts';
import { useFormat, useWords } from '../../lib/i18n/i18n.ts';
import { type Room, useRoom } from '../../lib/layout/layout.ts';
import { space } from '../../lib/theme/tokens.ts';
import { GameCard } from './game-card.tsx';
import { type GameDay, gameDays, localDay } from './game-days.ts';

const dayMs = 24 * 60 * 60 * 1000;

const useDayName = () => {
  const words = useWords();
  const format = useFormat();
  const dayAt = (ms: number) => localDay(new Date(ms).toISOString());
  return (day: string | null): string => {
    if (day === null) return words.games.undated;
    const near = {
      [dayAt(wallNow()) ?? '']: words.games.today,
      [dayAt(wallNow() + dayMs) ?? '']: words.games.tomorrow,
      [dayAt(wallNow() - dayMs) ?? '']: words.games.yesterday,
    };
    return near[day] ?? format.day(`${day}T12:00:00`);
  };
};

/** Live first; where there is room what comes and what was stand beside each other. */
export const GameLists = ({ games }: { readonly games: readonly GameSummary[] }) => {
  const isWide = useRoom() !== 'phone';
  const days = gameDays(games);
  const part = (kind: GameDay['kind']) => <Part kind={kind} days={days.filter((day) => day.kind === kind)} />;
  const hasBoth = days.some(({ kind }) => kind === 'next') && days.some(({ kind }) => kind === 'result');
  return (
    <>
      {part('live')}
      <View style={{ flexDirection: isWide && hasBoth ? 'row' : 'column', gap: isWide ? space.xl : space.l }}>
        {(['next', 'result'] as const).map((kind) => (
          <View key={kind} style={isWide && hasBoth ? { flex: 1 } : {}}>
            {part(kind)}
          </View>
        ))}
      </View>
    </>
  );
};

const Part = ({ kind, days }: { readonly kind: GameDay['kind']; readonly days: readonly GameDay[] }) => {
  const words = useWords();
  const dayName = useDayName();
  const titles = { live: words.games.live, next: words.games.next, result: words.games.results } as const;
  if (days.length === 0) return null;
  return (
    <View style={{ gap: space.m }}>
      <Text size="title" heading={2}>
        {titles[kind]}
      </Text>
      {days.map((day) => (
        <View key={day.key} style={{ gap: space.s }}>
          {kind !== 'live' && (
            <Text size="table" weight="600" tone="muted" heading={3}>
              {dayName(day.day)}
            </Text>
          )}
          <Grid columns={kind === 'live' ? liveColumns : oneColumn}>
            {day.games.map((game) => (
              <GameCard key={game.id} game={game} />
            ))}
          </Grid>
        </View>
      ))}
    </View>
  );
};

export const liveColumns: Readonly<Record<Room, number>> = { phone: 1, tablet: 2, desktop: 3 };
const oneColumn: Readonly<Record<Room, number>> = { phone: 1, tablet: 1, desktop: 1 };

type GridProps = { readonly columns: Readonly<Record<Room, number>>; readonly children: readonly ReactNode[] };

export const Grid = ({ columns, children }: GridProps) => {
  const share = `${100 / columns[useRoom()]}%` as const;
  return (
    <View style={{ flexDirection: 'row', flexWrap: 'wrap', margin: -space.xs }}>
      {children.map((child, at) => (
        <View key={(child as { key?: string }).key ?? at} style={{ width: share, padding: space.xs }}>
          {child}
        </View>
      ))}
    </View>
  );
};
