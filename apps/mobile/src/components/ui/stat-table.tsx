/**
 * A table of numbers: the first column and the head stay, numbers stand right, zero is quiet, a dash was not tracked, the best are
 * bold, a head sorts, a number opens what is behind it.
 */
import { memo, type ReactNode } from 'react';
import { View } from 'react-native';
import { useColours } from '../../lib/theme/theme.tsx';
import { space } from '../../lib/theme/tokens.ts';
import { StatCell, type StatCellProps } from './stat-cell.tsx';
import { StatHead } from './stat-head.tsx';
import { Staying, TableScroller } from './table-scroller';
import { Text } from './text.tsx';

export type StatColumn = {
  readonly key: string;
  readonly title: string;
  readonly meaning: string;
  readonly width: number;
};

export type StatRow = {
  readonly key: string;
  readonly head: ReactNode;
  /** Changes whenever `head` does. */
  readonly headKey: string;
  readonly cells: readonly Omit<StatCellProps, 'width'>[];
  /** Stands in place of the cells: why there are no numbers. */
  readonly note?: string;
  readonly kind: 'plain' | 'total' | 'quiet';
};

export type StatSection = {
  readonly key: string;
  readonly title: string;
  readonly colour?: string;
  readonly rows: readonly StatRow[];
};

export type Sorting = { readonly column: string; readonly isDescending: boolean };

type StatTableProps = {
  readonly label: string;
  readonly headWidth: number;
  readonly columns: readonly StatColumn[];
  readonly sections: readonly StatSection[];
  readonly sorting: Sorting | null;
  readonly onSort: (column: string) => void;
  readonly sortLabel: (column: string) => string;
  readonly foot?: ReactNode;
};

export const StatTable = ({
  label,
  headWidth,
  columns,
  sections,
  sorting,
  onSort,
  sortLabel,
  foot,
}: StatTableProps) => (
  <TableScroller
    label={label}
    foot={foot}
    sections={sections.map((section) => ({
      key: section.key,
      label: section.title,
      head: (
        <StatHead
          title={section.title}
          headWidth={headWidth}
          columns={columns}
          sorting={sorting}
          onSort={onSort}
          sortLabel={sortLabel}
          {...(section.colour === undefined ? {} : { colour: section.colour })}
        />
      ),
      body: section.rows.map((row) => <Row key={row.key} row={row} columns={columns} headWidth={headWidth} />),
    }))}
  />
);

type RowProps = { readonly row: StatRow; readonly columns: readonly StatColumn[]; readonly headWidth: number };

const isSame = (a: RowProps, b: RowProps): boolean =>
  a.columns === b.columns &&
  a.headWidth === b.headWidth &&
  a.row.headKey === b.row.headKey &&
  a.row.kind === b.row.kind &&
  a.row.note === b.row.note &&
  a.row.cells.length === b.row.cells.length &&
  a.row.cells.every((cell, at) => {
    const other = b.row.cells[at];
    return cell.text === other?.text && cell.isBest === other.isBest && cell.label === other.label;
  });

/** Rows whose numbers did not change are not drawn again: a delta touches two or three of thirty. */
const Row = memo(({ row, columns, headWidth }: RowProps) => {
  const colours = useColours();
  const paper = row.kind === 'total' ? colours.raised : colours.surface;
  return (
    <View
      role="row"
      style={{ flexDirection: 'row', backgroundColor: paper, borderBottomWidth: 1, borderColor: colours.line }}
    >
      <Staying
        role="rowheader"
        style={{
          width: headWidth,
          backgroundColor: paper,
          justifyContent: 'center',
          paddingLeft: space.m,
          paddingRight: space.xs,
          borderRightWidth: 1,
          borderColor: colours.line,
        }}
      >
        {row.head}
      </Staying>
      {row.note !== undefined && (
        <View role="cell" style={{ minHeight: 36, justifyContent: 'center', paddingLeft: space.m }}>
          <Text size="caption" tone="muted">
            {row.note}
          </Text>
        </View>
      )}
      {row.cells.map((cell, at) => (
        <StatCell key={columns[at]?.key} {...cell} width={columns[at]?.width ?? 48} isStrong={row.kind === 'total'} />
      ))}
    </View>
  );
}, isSame);
