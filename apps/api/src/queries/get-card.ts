/**
 * The game card: the only answer about a game that holds names. Find the spots of the two teams (whatever ids the log names), load their
 * people, redact each side for this reader's audience there, present.
 * Invariant: the side that does not host is left out until it agreed, so nobody can make up a game to read another team's people.
 * Source: access.md §3, "Card guard".
 */
import type { Card } from '@bball/contracts';
import { audienceOf, isSideShown } from '../policies/audience.ts';
import type { RelatedActor } from '../policies/relations.ts';
import { presentCard, type SpotOnCard } from '../presenters/card.ts';
import type { Game } from '../repositories/games.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { redactionOf } from './people-to-show.ts';

type Deps = { readonly nouns: Pick<Nouns, 'roster' | 'personPrivate'>; readonly now: () => string };

export type GetCard = (actor: RelatedActor, game: Game) => Promise<Card>;

/** For a reader who may watch the game: that is asked before. */
export const getCard =
  (deps: Deps): GetCard =>
  async (actor, game) => {
    const sides = (['home', 'away'] as const).filter((side) => isSideShown(game, side));
    const spots = await deps.nouns.roster.ofTeams(
      sides.map((side) => game[side].id),
      game.listedAt,
    );
    const redact = await redactionOf(deps, actor, spots);
    const shown = sides.flatMap((side) => {
      const team = game[side];
      const audience = audienceOf(actor, game, side, team.leagueIds);
      return spots
        .filter(({ teamId }) => teamId === team.id)
        .map((spot): SpotOnCard => ({ spot, displayName: redact(spot, audience, team.ageGroup).displayName }));
    });
    return presentCard(game, shown);
  };
