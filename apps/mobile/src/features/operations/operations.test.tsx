import type { DeadLetter, StreamHealth } from '@bball/contracts';
import { expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react-native';
import type { ReactElement } from 'react';
import { LetterLine } from './dead-letters.tsx';
import { StreamFigures } from './stream-figures.tsx';

const show = (element: ReactElement) =>
  render(<QueryClientProvider client={new QueryClient()}>{element}</QueryClientProvider>);

const letter: DeadLetter = {
  partition: 0,
  offset: 7,
  at: '2026-11-24T12:00:00.000Z',
  reason: 'unreadable',
  gameId: '00000000-0000-7000-8000-000000000001',
  source: null,
  sizeBytes: 9,
  text: '<script>alert(1)</script>',
};

test('a dead letter of a game can be replayed; its bytes are text', () => {
  show(<LetterLine letter={letter} />);
  expect(screen.getByText('<script>alert(1)</script>')).toBeTruthy();
  expect(screen.getByText('Replay the game')).toBeTruthy();
});

test('one without a game says that there is nothing to replay', () => {
  show(<LetterLine letter={{ ...letter, gameId: null }} />);
  expect(screen.queryByText('Replay the game')).toBeNull();
  expect(screen.getByText(/nothing to replay/)).toBeTruthy();
});

const health: StreamHealth = {
  at: '2026-11-24T12:00:00.000Z',
  profile: 'distributed',
  processId: '00000000-0000-7000-8000-000000000002',
  isLeader: false,
  leaderId: null,
  outbox: { depth: 12, oldestAgeMs: 34_000 },
  broker: null,
  job: { engineVersion: 2, gamesBehind: 3, eventsBehind: 40, gamesOfOlderEngine: 0 },
  parkedGames: 1,
  refoldCount: 1,
  refolds: [],
};

test('nobody leads, the broker is away: both are said, and since when events wait', () => {
  show(<StreamFigures health={health} />);
  expect(screen.getByText('nobody')).toBeTruthy();
  expect(screen.getByText('does not answer')).toBeTruthy();
  expect(screen.getByText('12, the oldest for 34 s')).toBeTruthy();
  expect(screen.getByText('3 (40 events)')).toBeTruthy();
});
