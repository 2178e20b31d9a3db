/** Line-ups as sections of a table, one per side. */
import type { Lineups, OnCourt, PlayerId } from '@bball/engine';
import { useMemo } from 'react';
import type { Sorting, StatRow, StatSection } from '../../components/ui/stat-table.tsx';
import { Text } from '../../components/ui/text.tsx';
import { useFormat, useWords } from '../../lib/i18n/i18n.ts';
import { useNames, useRules, useSides } from '../../lib/live-game/game-context.tsx';
import { cellOf, lineupColumns } from './lineup-columns.ts';

export type LineupKind = keyof Lineups;

type Line = { readonly key: string; readonly teamId: string; readonly called: string; readonly numbers: OnCourt };

const sorted = (lines: readonly Line[], { column, isDescending }: Sorting): readonly Line[] => {
  const by = lineupColumns.find(({ key }) => key === column);
  const worthOf = ({ numbers }: Line): number => by?.value(numbers) ?? Number.NEGATIVE_INFINITY;
  return [...lines].sort((a, b) => (isDescending ? worthOf(b) - worthOf(a) : worthOf(a) - worthOf(b)));
};

export const useLineupSections = (
  lineups: Lineups | null,
  kind: LineupKind,
  sorting: Sorting,
): readonly StatSection[] => {
  const words = useWords();
  const names = useNames();
  const sides = useSides();
  const format = useFormat();
  const rules = useRules();
  return useMemo(() => {
    if (lineups === null) return [];
    const last = (id: PlayerId): string => names(id).called.replace('#', '').replaceAll(' ', '\u00a0');
    const lines: readonly Line[] =
      kind === 'onOff'
        ? lineups.onOff.flatMap(({ teamId, playerId, on, off }) => [
            { key: `${playerId}-on`, teamId, called: `${names(playerId).called} · ${words.teams.on}`, numbers: on },
            { key: `${playerId}-off`, teamId, called: `${names(playerId).called} · ${words.teams.off}`, numbers: off },
          ])
        : lineups[kind].map((group) => ({
            key: group.players.join(),
            teamId: group.teamId,
            called: group.players.map(last).join(' · '),
            numbers: group,
          }));
    const row = ({ key, called, numbers }: Line): StatRow => ({
      key,
      head: (
        <Text size="caption" style={{ paddingVertical: 6 }}>
          {called}
        </Text>
      ),
      headKey: called,
      cells: lineupColumns.map((column) => {
        const { value, text } = cellOf(column, numbers, { format, rules });
        return { value, text, label: `${called}, ${column.heading(words).meaning} ${text}` };
      }),
      kind: 'plain',
    });
    const section = (side: 'home' | 'away'): StatSection => ({
      key: side,
      title: sides[side].shortName,
      colour: sides[side].colour,
      rows: sorted(
        lines.filter(({ teamId }) => teamId === sides[side].id),
        sorting,
      ).map(row),
    });
    return [section('home'), section('away')];
  }, [lineups, kind, sorting, words, names, sides, format, rules]);
};
