import { append, openGame, snapshot } from '@bball/engine';
import { gameId, teamA, teamB, writeLog } from '@bball/engine/testing';
import { idleViewer } from '@bball/sync';
import { afterEach, expect, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react-native';
import { createStore } from 'zustand/vanilla';
import type { LiveState } from '../../lib/live-game/follow-game.ts';
import { ProvideGame } from '../../lib/live-game/game-context.tsx';
import { usePreferences } from '../../lib/preferences/preferences.ts';
import { LiveBanner } from './live-banner.tsx';

const sides = {
  home: { id: teamA, name: 'Harbour Hawks', shortName: 'HAW', colour: '#1F5FA8' },
  away: { id: teamB, name: 'Lions', shortName: 'LIO', colour: '#B4440E' },
};
const detail = { data: undefined, error: null, isError: false, refetch: async () => undefined as never };
const names = () => ({ number: '', name: '', short: '', called: '' });

/** A live game of three events, the second of this type. */
const showBanner = (type: string) => {
  const log = writeLog('fiba-2024');
  log.fact(type as never, {});
  log.start(1);
  const fold = openGame(gameId);
  append(fold, log.events);
  const viewer = { ...idleViewer(gameId), phase: 'live' as const, snapshot: snapshot(fold) };
  const live = createStore<LiveState>(() => ({ viewer, isConnected: true }));
  render(
    <ProvideGame value={{ gameId, detail, live, names, sides }}>
      <LiveBanner />
    </ProvideGame>,
  );
};

afterEach(() => act(() => usePreferences.setState({ language: null })));

test('J-7: a game with a play that nobody could read says so, in the language of its reader', () => {
  showBanner('event-unreadable');
  expect(screen.getByText('A play could not be read. The numbers may be off.')).toBeTruthy();
  act(() => usePreferences.setState({ language: 'es' }));
  expect(screen.getByText('No se pudo leer una jugada. Los números pueden no ser exactos.')).toBeTruthy();
});

test('J-7: what a newer app wrote is no reason to doubt the numbers', () => {
  showBanner('deflection-recorded');
  expect(screen.toJSON()).toBeNull();
});
