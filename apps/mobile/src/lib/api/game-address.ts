/** The address of a game's page, for people. */
import { baseUrl } from './base-url.ts';

export const gameAddress = (gameId: string): string =>
  `${baseUrl === '' ? window.location.origin : baseUrl}/games/${gameId}`;
