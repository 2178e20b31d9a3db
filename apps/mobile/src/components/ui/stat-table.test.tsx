import { expect, jest, test } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react-native';
import { Text } from 'react-native';
import { type StatRow, type StatSection, StatTable } from './stat-table.tsx';

const columns = [
  { key: 'pts', title: 'PTS', meaning: 'points', width: 50 },
  { key: 'ast', title: 'AST', meaning: 'assists', width: 50 },
];

const row = (key: string, numbers: readonly (number | null)[], onPress?: () => void): StatRow => ({
  key,
  head: <Text>{key}</Text>,
  headKey: key,
  cells: numbers.map((value, at) => ({
    text: value === null ? '–' : String(value),
    value,
    label: `${key}, ${columns[at]?.meaning} ${value ?? 'not tracked'}`,
    isBest: value === 20,
    onlyGrows: true,
    ...(onPress === undefined ? {} : { onPress }),
  })),
  kind: 'plain',
});

const show = (rows: readonly StatRow[], onSort: (column: string) => void = () => undefined) => {
  const sections: StatSection[] = [{ key: 'home', title: 'Hawks', rows }];
  return (
    <StatTable
      label="Box"
      headWidth={120}
      columns={columns}
      sections={sections}
      sorting={{ column: 'pts', isDescending: true }}
      onSort={onSort}
      sortLabel={(column) => `Sort by ${column}`}
    />
  );
};

test('rows stand in the order they are given, numbers under their heads', () => {
  render(show([row('Rossi', [20, 0]), row('Kim', [4, null])]));
  expect(screen.getAllByText(/Rossi|Kim/).map(({ props }) => props.children)).toEqual(['Rossi', 'Kim']);
  expect(screen.getByLabelText('Rossi, points 20')).toBeTruthy();
  expect(screen.getByLabelText('Kim, assists not tracked')).toBeTruthy();
});

test('zero and what was not tracked are quiet, the best is bold', () => {
  render(show([row('Rossi', [20, 0]), row('Kim', [4, null])]));
  const styleOf = (text: string) => Object.assign({}, ...[screen.getByText(text).props.style].flat(9).filter(Boolean));
  expect(styleOf('20').fontWeight).toBe('800');
  expect(styleOf('4').fontWeight).toBe('400');
  expect(styleOf('0').color).toBe(styleOf('–').color);
  expect(styleOf('0').color).not.toBe(styleOf('4').color);
  expect(styleOf('20').fontVariant).toEqual(['tabular-nums']);
});

test('a head says by what it sorts and sorts', () => {
  const onSort = jest.fn();
  render(show([row('Rossi', [20, 3])], onSort));
  expect(screen.getByText('▾', { includeHiddenElements: true })).toBeTruthy();
  fireEvent.press(screen.getByLabelText('AST, Sort by assists'));
  expect(onSort).toHaveBeenCalledWith('ast');
});

test('a number opens what is behind it', () => {
  const onPress = jest.fn();
  render(show([row('Rossi', [20, 3], onPress)]));
  fireEvent.press(screen.getByLabelText('Rossi, assists 3'));
  expect(onPress).toHaveBeenCalledTimes(1);
});

test('a count that falls flashes, one that rises does not', () => {
  const { rerender } = render(show([row('Rossi', [20, 3])]));
  const flashes = () => screen.queryAllByTestId('flash').length;
  rerender(show([row('Rossi', [22, 3])]));
  expect(flashes()).toBe(0);
  rerender(show([row('Rossi', [20, 3])]));
  expect(flashes()).toBe(1);
});

test('who has no numbers has a reason', () => {
  render(show([{ ...row('Ode', []), note: 'did not play', kind: 'quiet' }]));
  expect(screen.getByText('did not play')).toBeTruthy();
});
