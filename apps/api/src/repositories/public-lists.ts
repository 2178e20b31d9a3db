/** Lists for readers whom nobody knows: up to a second old where there is a replica. */
import { makeNouns, type Nouns } from './nouns.ts';
import { preferringReplica, type Replica } from './replica.ts';

export type PublicLists = {
  readonly leagues: Pick<Nouns['leagues'], 'list'>;
  readonly games: Pick<Nouns['games'], 'list' | 'ofIds'>;
  readonly finals: Pick<Nouns['finals'], 'listAnnounced'>;
};

const listsOf = ({ leagues, games, finals }: Nouns): PublicLists => ({
  leagues: { list: leagues.list },
  games: { list: games.list, ofIds: games.ofIds },
  finals: { listAnnounced: finals.listAnnounced },
});

export const publicLists = (nouns: Nouns, replica: Replica | null): PublicLists => {
  const primary = listsOf(nouns);
  if (replica === null) return primary;
  const reads = listsOf(makeNouns(replica.database));
  const { isFresh } = replica;
  return {
    leagues: preferringReplica(primary.leagues, { reads: reads.leagues, isFresh }),
    games: preferringReplica(primary.games, { reads: reads.games, isFresh }),
    finals: preferringReplica(primary.finals, { reads: reads.finals, isFresh }),
  };
};
