import { append, openGame, snapshot } from '@bball/engine';
import { clock, gameId, teamA, teamB, writeLog } from '@bball/engine/testing';
import { idleViewer } from '@bball/sync';
import { expect, test } from '@jest/globals';
import { act, render, screen, waitFor } from '@testing-library/react-native';
import { createStore } from 'zustand/vanilla';
import type { LiveState } from '../../lib/live-game/follow-game.ts';
import { ProvideGame } from '../../lib/live-game/game-context.tsx';
import { BugFace } from './bug-face.tsx';

const sides = {
  home: { id: teamA, name: 'Harbour Hawks', shortName: 'HAW', colour: '#1F5FA8' },
  away: { id: teamB, name: 'Lions', shortName: 'LIO', colour: '#B4440E' },
};
const detail = { data: undefined, error: null, isError: false, refetch: async () => undefined as never };
const names = () => ({ number: '', name: '', short: '', called: '' });

/** A game of which the bug is shown, and a way to let more happen. */
const showBug = () => {
  const log = writeLog('fiba-2024');
  const fold = openGame(gameId);
  const live = createStore<LiveState>(() => ({ viewer: idleViewer(gameId), isConnected: true }));
  const happen = () => {
    append(fold, log.events);
    live.setState({ viewer: { ...idleViewer(gameId), phase: 'live', snapshot: snapshot(fold) } });
  };
  render(
    <ProvideGame value={{ gameId, detail, live, names, sides }}>
      <BugFace isWide={false} onPress={() => undefined} />
    </ProvideGame>,
  );
  return { log, happen: () => act(happen) };
};

test('before the first play the bug says so', () => {
  showBug();
  expect(screen.getByText('Not started')).toBeTruthy();
});

test('score, period and clock are those of the last play, the score counts up', async () => {
  const { log, happen } = showBug();
  log.start(1);
  log.made('A4', 3, { clockMs: clock('8:05') });
  log.made('B5', 2, { clockMs: clock('7:40') });
  happen();
  await waitFor(() => expect(screen.getByTestId('score-home')).toHaveTextContent('3'));
  await waitFor(() => expect(screen.getByTestId('score-away')).toHaveTextContent('2'));
  expect(screen.getByTestId('clock')).toHaveTextContent('7:40');
  expect(screen.getByText('Q1')).toBeTruthy();
  expect(screen.getByLabelText(/^Harbour Hawks 3, Lions 2/)).toBeTruthy();
});

test('team fouls are counted aloud, and the bonus is named', () => {
  const { log, happen } = showBug();
  log.start(1);
  for (const who of ['A4', 'A5', 'A6', 'A7']) log.foul(who, 'personal');
  happen();
  expect(screen.getByLabelText('HAW: 4 team fouls')).toBeTruthy();
  expect(screen.getByLabelText('LIO is in the bonus')).toBeTruthy();
  expect(screen.queryByLabelText('HAW is in the bonus')).toBeNull();
});

test('a basket that is taken back takes the score back at once', async () => {
  const { log, happen } = showBug();
  log.start(1);
  const basket = log.made('A4', 2);
  happen();
  await waitFor(() => expect(screen.getByTestId('score-home')).toHaveTextContent('2'));
  log.void(basket);
  happen();
  expect(screen.getByTestId('score-home')).toHaveTextContent('0');
});

test('whose ball it is stands at the team', () => {
  const { log, happen } = showBug();
  log.start(1);
  log.made('A4', 2);
  happen();
  expect(screen.getByLabelText('LIO has the ball')).toBeTruthy();
});
