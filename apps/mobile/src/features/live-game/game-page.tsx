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
import { useWords } from '../../lib/i18n/i18n.ts';
import { useRoom } from '../../lib/layout/layout.ts';
import { GameProvider, useLive, useMaybeSides } from '../../lib/live-game/game-context.tsx';
import { useColours } from '../../lib/theme/theme.tsx';
import { GameTrouble, useTrouble } from './game-trouble.tsx';
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
  const sides = useMaybeSides();
  const trouble = useTrouble();
  if (trouble !== null) {
    return (
      <Alone>
        <GameTrouble trouble={trouble} />
      </Alone>
    );
  }
  if (sides === null) {
    return (
      <Alone>
        <SkeletonRows rows={9} label={words.app.loading} />
      </Alone>
    );
  }
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
