/** The box score as sections of a table: per team its players, what nobody was credited with, and the sum. */
import { type Counts, type PlayerId, type Snapshot, sidePlayedMsAt, type TeamId } from '@bball/engine';
import { useMemo } from 'react';
import type { Sorting, StatRow, StatSection } from '../../components/ui/stat-table.tsx';
import { Text } from '../../components/ui/text.tsx';
import { useFormat, useWords } from '../../lib/i18n/i18n.ts';
import { useRoom } from '../../lib/layout/layout.ts';
import { useNames, useRules, useSides, useSnapshot } from '../../lib/live-game/game-context.tsx';
import { askNumber } from '../../lib/live-game/number-asked.ts';
import { type BoxColumn, boxColumns } from './box-columns.ts';
import { type Best, type BoxLine, bestOf, linesOf } from './box-rows.ts';
import { PlayerHead } from './player-head.tsx';

type Whose = { readonly id: PlayerId | TeamId; readonly called: string; readonly asks: boolean };

const useCells = () => {
  const words = useWords();
  const format = useFormat();
  const rules = useRules();
  return useMemo(() => {
    const show = { format, rules };
    const cell = (column: BoxColumn, counts: Counts, { whose, best }: { whose: Whose; best: Best }) => {
      const text = column.text(counts, show);
      const value = column.value(counts, show);
      const { meaning } = column.heading(words);
      const title = words.box.numberTitle(whose.called, meaning);
      const { asks } = column;
      const opens = whose.asks && asks !== null && value !== null;
      return {
        text,
        value,
        label: `${whose.called}, ${meaning} ${value === null ? words.box.untracked : text}${opens ? `, ${words.box.showPlays}` : ''}`,
        isBest: value !== null && value === best[column.key],
        onlyGrows: column.onlyGrows,
        ...(opens ? { onPress: () => askNumber({ subject: whose.id, column: asks, title }) } : {}),
      };
    };
    return {
      show,
      cells: (counts: Counts, about: { whose: Whose; best: Best }) =>
        boxColumns.map((column) => cell(column, counts, about)),
    };
  }, [words, format, rules]);
};

const isEmpty = (counts: Counts): boolean => Object.values(counts).every((value) => value === null || value === 0);

/** Of a line without a doer there are only counts, no time and no plus/minus. */
const nobodys = (counts: Counts): Counts => ({ ...counts, playedMs: null, plusMinus: null });

export const useBoxSections = (sorting: Sorting | null): readonly StatSection[] => {
  const words = useWords();
  const sides = useSides();
  const names = useNames();
  const snapshot = useSnapshot();
  const isShort = useRoom() === 'phone';
  const { show, cells } = useCells();
  return useMemo(() => {
    if (snapshot === null) return [];
    const linesOfSide = (side: 'home' | 'away') => linesOf(snapshot, sides[side].id, sorting, show);
    const best = bestOf([...linesOfSide('home'), ...linesOfSide('away')], show);
    const onCourt = new Set([...(snapshot.game.onCourt.home ?? []), ...(snapshot.game.onCourt.away ?? [])]);
    const isLive = snapshot.game.status === 'live';

    const player = ({ id, line }: BoxLine): StatRow => {
      const name = names(id);
      const isOn = isLive && onCourt.has(id);
      return {
        key: id,
        head: <PlayerHead line={line} name={name} isOnCourt={isOn} isShort={isShort} />,
        headKey: [name.called, name.name, isOn, line.isOut, line.isStarter, line.hasPlayed, isShort].join(),
        cells: line.hasPlayed ? cells(line, { whose: { id, called: name.called, asks: true }, best }) : [],
        kind: line.hasPlayed ? 'plain' : 'quiet',
        ...(line.hasPlayed ? {} : { note: words.box.didNotPlay }),
      };
    };
    const sum = (
      title: string,
      counts: Counts,
      about: { teamId: TeamId; kind: StatRow['kind']; asks: boolean },
    ): StatRow => ({
      key: title,
      head: (
        <Text
          size="table"
          weight={about.kind === 'total' ? '800' : '400'}
          tone={about.kind === 'total' ? 'text' : 'muted'}
          numberOfLines={1}
        >
          {title}
        </Text>
      ),
      headKey: title,
      cells: cells(counts, { whose: { id: about.teamId, called: title, asks: about.asks }, best: {} }),
      kind: about.kind,
    });
    const section = (side: 'home' | 'away'): StatSection => {
      const { id: teamId, name, colour } = sides[side];
      const team: Snapshot['teams'][TeamId] | undefined = snapshot.teams[teamId];
      const rows = linesOfSide(side).map(player);
      if (team === undefined) return { key: side, title: name, colour, rows };
      const part = { teamId, kind: 'quiet', asks: false } as const;
      return {
        key: side,
        title: name,
        colour,
        rows: [
          ...rows,
          ...(isEmpty(nobodys(team.unassigned)) ? [] : [sum(words.box.unassigned, nobodys(team.unassigned), part)]),
          ...(isEmpty(nobodys(team.own)) ? [] : [sum(words.box.teamRow, nobodys(team.own), part)]),
          sum(
            words.box.totals,
            { ...team.totals, playedMs: sidePlayedMsAt(snapshot, teamId), plusMinus: null },
            { teamId, kind: 'total', asks: true },
          ),
        ],
      };
    };
    return [section('home'), section('away')];
  }, [snapshot, sides, names, words, sorting, isShort, show, cells]);
};
