/** The list of games, the first screen: live first, then next, then results, by day. */
import { View } from 'react-native';
import { Banner } from '../../components/ui/banner.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Message } from '../../components/ui/message.tsx';
import { Screen } from '../../components/ui/screen.tsx';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { NoAnswer } from '../../lib/api/problem.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import { times } from '../../lib/layout/times.ts';
import { space } from '../../lib/theme/tokens.ts';
import { AccountActions } from './account-actions.tsx';
import { GameLists, Grid, liveColumns } from './game-lists.tsx';
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
        <Message
          icon="offline"
          title={words.app.errorTitle}
          detail={error instanceof NoAnswer ? words.app.noNetwork : words.app.errorDetail}
          action={again}
          isError
        />
      )}
      {error === null && isPending && <Placeholders />}
      {error === null && !isPending && games.length === 0 && (
        <Message icon="ball" title={words.games.empty} detail={words.games.emptyDetail} action={again} />
      )}
      <GameLists games={games} />
      {more !== null && (
        <Button kind="quiet" title={words.games.more} onPress={() => more()} style={{ alignSelf: 'center' }} />
      )}
    </Screen>
  );
};

const Placeholders = () => {
  const words = useWords();
  return (
    <View role="status" aria-label={words.app.loading} aria-busy style={{ gap: space.m }}>
      <Skeleton width={160} height={26} />
      <Grid columns={liveColumns}>
        {times(6).map((at) => (
          <Skeleton key={at} height={112} />
        ))}
      </Grid>
    </View>
  );
};
