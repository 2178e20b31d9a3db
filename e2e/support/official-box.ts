/** The league's own box score of an NBA game, in the words of the page's table: home first. */
import { signed } from './page-box.ts';

/** Columns as the page heads them, beside the shirt number. */
export type OfficialLine = { readonly number: string } & Readonly<Record<string, string>>;

type Statistics = Readonly<Record<string, number>> & { readonly minutes: string };
type Player = { readonly jerseyNum: string; readonly played: string; readonly statistics: Statistics };
type Box = { readonly game: Readonly<Record<'homeTeam' | 'awayTeam', { readonly players: readonly Player[] }>> };

/** 'PT24M43.00S' → '24:43', as the NBA's own book cuts it. */
const minutes = (text: string): string => {
  const [, whole = '0', seconds = '0'] = /^PT(\d+)M(\d+)/.exec(text) ?? [];
  return `${Number(whole)}:${seconds.padStart(2, '0')}`;
};

const lineOf = ({ jerseyNum, statistics: s }: Player): OfficialLine => ({
  number: jerseyNum,
  MIN: minutes(s.minutes),
  PTS: `${s.points}`,
  REB: `${s.reboundsTotal}`,
  AST: `${s.assists}`,
  FG: `${s.fieldGoalsMade}/${s.fieldGoalsAttempted}`,
  '3P': `${s.threePointersMade}/${s.threePointersAttempted}`,
  FT: `${s.freeThrowsMade}/${s.freeThrowsAttempted}`,
  OREB: `${s.reboundsOffensive}`,
  DREB: `${s.reboundsDefensive}`,
  STL: `${s.steals}`,
  BLK: `${s.blocks}`,
  BLKA: `${s.blocksReceived}`,
  TO: `${s.turnovers}`,
  PF: `${s.foulsPersonal}`,
  FD: `${s.foulsDrawn}`,
  '+/−': signed(s.plusMinusPoints ?? 0),
});

export const readOfficialBox = (text: string): readonly (readonly OfficialLine[])[] => {
  const { game } = JSON.parse(text) as Box;
  return [game.homeTeam, game.awayTeam].map(({ players }) =>
    players.filter(({ played }) => played === '1').map(lineOf),
  );
};
