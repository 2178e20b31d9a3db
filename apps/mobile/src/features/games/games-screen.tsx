/** The list of games, the first screen: live first, then next, then results, by day. */
import type { ReactNode } from 'react';
import { View } from 'react-native';
import { Banner } from '../../components/ui/banner.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Message } from '../../components/ui/message.tsx';
import { Screen } from '../../components/ui/screen.tsx';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { Text } from '../../components/ui/text.tsx';
import { wallNow } from '../../lib/clock/clock.ts';
import { useFormat, useWords } from '../../lib/i18n/i18n.ts';
import { useRoom } from '../../lib/layout/layout.ts';
import { times } from '../../lib/layout/times.ts';
import { space } from '../../lib/theme/tokens.ts';
import { AccountActions } from './account-actions.tsx';
import { GameCard } from './game-card.tsx';
import { type GameDay, gameDays, localDay } from './game-days.ts';
import { useGames } from './use-games.ts';

export const GamesScreen = () => {
  const words = useWords();
  const { games, isPending, error, isOffline, retry, more } = useGames();
  const again = { title: words.app.retry, onPress: () => void retry() };
  return (
    <Screen
      title={words.games.title}
      actions={<AccountActions />}
      width={1120}
      banner={isOffline && games.length > 0 ? <Banner icon="offline" text={words.app.offline} /> : null}
    >
      {error !== null && (
        <Message icon="offline" title={words.app.errorTitle} detail={words.app.noNetwork} action={again} isError />
      )}
      {error === null && isPending && <Placeholders />}
      {error === null && !isPending && games.length === 0 && (
        <Message icon="ball" title={words.games.empty} detail={words.games.emptyDetail} action={again} />
      )}
      {gameDays(games).map((day, at, days) => (
        <Day key={day.key} day={day} isFirst={days[at - 1]?.kind !== day.kind} />
      ))}
      {more !== null && (
        <Button kind="quiet" title={words.games.more} onPress={() => more()} style={{ alignSelf: 'center' }} />
      )}
    </Screen>
  );
};

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

const Day = ({ day, isFirst }: { readonly day: GameDay; readonly isFirst: boolean }) => {
  const words = useWords();
  const dayName = useDayName();
  const titles = { live: words.games.live, next: words.games.next, result: words.games.results } as const;
  return (
    <View style={{ gap: space.s }}>
      {isFirst && (
        <Text size="title" heading={2} style={{ marginTop: space.s }}>
          {titles[day.kind]}
        </Text>
      )}
      {day.kind !== 'live' && (
        <Text size="table" weight="600" tone="muted" heading={3} style={{ textTransform: 'capitalize' }}>
          {dayName(day.day)}
        </Text>
      )}
      <Grid>
        {day.games.map((game) => (
          <GameCard key={game.id} game={game} />
        ))}
      </Grid>
    </View>
  );
};

const Grid = ({ children }: { readonly children: readonly ReactNode[] }) => {
  const columns = { phone: 1, tablet: 2, desktop: 3 }[useRoom()];
  const share = `${100 / columns}%` as const;
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

const Placeholders = () => {
  const words = useWords();
  return (
    <View role="status" aria-label={words.app.loading} aria-busy style={{ gap: space.m }}>
      <Skeleton width={160} height={26} />
      <Grid>
        {times(6).map((at) => (
          <Skeleton key={at} height={112} />
        ))}
      </Grid>
    </View>
  );
};
