/**
 * The page of a game: the score bug stays on top, below it the panels. One panel at a time on a phone, two beside each other where
 * there is room. A panel that was opened stays as it was left.
 */
import type { GameId } from '@bball/engine';
import { router, useLocalSearchParams } from 'expo-router';
import Head from 'expo-router/head';
import type { ReactNode } from 'react';
import { View } from 'react-native';
import { Message } from '../../components/ui/message.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { SwipeArea } from '../../components/ui/swipe-area';
import { Tabs } from '../../components/ui/tabs.tsx';
import { isNotFound } from '../../lib/api/problem.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useRoom } from '../../lib/layout/layout.ts';
import { GameProvider, useGameDetail, useLive, useMaybeSides } from '../../lib/live-game/game-context.tsx';
import { useColours } from '../../lib/theme/theme.tsx';
import { LiveBanner } from './live-banner.tsx';
import { NumberSheet } from './number-sheet.tsx';
import { columnsOf, type PageKey, type PanelKey, pagesOf } from './pages.ts';
import { Panels } from './panels.tsx';
import { ScoreBug } from './score-bug.tsx';

type GamePageProps = { readonly panels: Readonly<Record<PanelKey, ReactNode>> };

export const GamePage = ({ panels }: GamePageProps) => {
  const { gameId } = useLocalSearchParams<{ gameId: string }>();
  return (
    <GameProvider gameId={gameId as GameId}>
      <Page panels={panels} />
    </GameProvider>
  );
};

const Page = ({ panels }: GamePageProps) => {
  const words = useWords();
  const colours = useColours();
  const detail = useGameDetail();
  const sides = useMaybeSides();
  const refusal = useLive((state) => state.viewer.refusedBecause);
  const toGames = { title: words.app.toGames, onPress: () => router.replace('/') };
  if (isNotFound(detail.error) || refusal === 'game-not-found') {
    return (
      <Alone>
        <Message icon="ball" title={words.app.notFound} detail={words.app.notFoundDetail} action={toGames} />
      </Alone>
    );
  }
  if (refusal !== null) {
    return (
      <Alone>
        <Message icon="warning" title={words.game.ended} detail={words.game.endedDetail} action={toGames} isError />
      </Alone>
    );
  }
  if (sides === null && detail.isError) {
    const retry = { title: words.app.retry, onPress: () => void detail.refetch() };
    return (
      <Alone>
        <Message icon="offline" title={words.app.errorTitle} detail={words.app.noNetwork} action={retry} isError />
      </Alone>
    );
  }
  if (sides === null)
    return (
      <Alone>
        <SkeletonRows rows={9} label={words.app.loading} />
      </Alone>
    );
  return (
    <View style={{ flex: 1, backgroundColor: colours.bg }}>
      <Head>
        <title>{`${sides.home.name} – ${sides.away.name}`}</title>
      </Head>
      <ScoreBug />
      <LiveBanner />
      <Body panels={panels} />
      <NumberSheet />
    </View>
  );
};

const Alone = ({ children }: { readonly children: ReactNode }) => {
  const colours = useColours();
  return (
    <View role="main" style={{ flex: 1, justifyContent: 'center', backgroundColor: colours.bg }}>
      {children}
    </View>
  );
};

const Body = ({ panels }: GamePageProps) => {
  const words = useWords();
  const room = useRoom();
  const { view } = useLocalSearchParams<{ view?: string }>();
  const hasNothing = useLive(({ viewer }) => viewer.snapshot === null && viewer.phase === 'live');
  const pages = pagesOf(room);
  const open: PageKey =
    pages.find((page) => page === view) ??
    pages.find((page) => columnsOf(page).some((key) => key === view)) ??
    pages[0];
  const turn = (step: 1 | -1) => {
    const next = pages[pages.indexOf(open) + step];
    if (next !== undefined) router.setParams({ view: next });
  };
  if (hasNothing)
    return (
      <Alone>
        <Message icon="wait" title={words.game.waiting} detail={words.game.waitingDetail} />
      </Alone>
    );
  return (
    <View role="main" style={{ flex: 1 }}>
      <Tabs
        label={words.game.details}
        tabs={pages.map((key) => ({ key, title: words.game.tabs[key] }))}
        open={open}
        onOpen={(key) => router.setParams({ view: key })}
      />
      <SwipeArea onTurn={turn}>
        <Panels pages={pages} open={open} panels={panels} />
      </SwipeArea>
    </View>
  );
};
