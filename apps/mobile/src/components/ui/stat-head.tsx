/** The head of a table: each column's short name sorts by it and says what it means. */
import { View } from 'react-native';
import { useColours } from '../../lib/theme/theme.tsx';
import { space, touch } from '../../lib/theme/tokens.ts';
import type { Sorting, StatColumn } from './stat-table.tsx';
import { Staying } from './table-scroller';
import { Text } from './text.tsx';
import { Touchable } from './touchable.tsx';

type StatHeadProps = {
  readonly title: string;
  readonly colour?: string;
  readonly headWidth: number;
  readonly columns: readonly StatColumn[];
  readonly sorting: Sorting | null;
  readonly onSort: (column: string) => void;
  readonly sortLabel: (column: string) => string;
};

const directionOf = (column: StatColumn, sorting: Sorting | null): 'none' | 'ascending' | 'descending' =>
  sorting?.column !== column.key ? 'none' : sorting.isDescending ? 'descending' : 'ascending';

const arrows = { ascending: '▴', descending: '▾' } as const;

export const StatHead = ({ title, colour, headWidth, columns, sorting, onSort, sortLabel }: StatHeadProps) => {
  const colours = useColours();
  return (
    <View
      role="row"
      style={{ flexDirection: 'row', backgroundColor: colours.raised, borderBottomWidth: 1, borderColor: colours.line }}
    >
      <Staying
        role="columnheader"
        style={{
          width: headWidth,
          backgroundColor: colours.raised,
          flexDirection: 'row',
          alignItems: 'center',
          gap: 6,
          paddingLeft: space.m,
          minHeight: touch,
          borderRightWidth: 1,
          borderColor: colours.line,
        }}
      >
        {colour !== undefined && <View style={{ width: 10, height: 10, borderRadius: 2, backgroundColor: colour }} />}
        <Text size="table" weight="700" numberOfLines={1} style={{ flexShrink: 1 }}>
          {title}
        </Text>
      </Staying>
      {columns.map((column) => {
        const direction = directionOf(column, sorting);
        return (
          <View key={column.key} role="columnheader" aria-sort={direction} style={{ width: column.width }}>
            <Touchable
              onPress={() => onSort(column.key)}
              aria-label={`${column.title}, ${sortLabel(column.meaning)}`}
              style={{
                minWidth: column.width,
                paddingRight: 8,
                flexDirection: 'row',
                alignItems: 'center',
                justifyContent: 'flex-end',
              }}
            >
              {direction !== 'none' && (
                <Text size="caption" tone="accent" aria-hidden>
                  {arrows[direction]}
                </Text>
              )}
              <Text
                size="caption"
                weight={direction === 'none' ? '500' : '800'}
                tone={direction === 'none' ? 'muted' : 'accent'}
                numberOfLines={1}
              >
                {column.title}
              </Text>
            </Touchable>
          </View>
        );
      })}
    </View>
  );
};
