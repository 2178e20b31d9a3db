/** Plain text tables: columns as wide as their widest cell, numbers to the right. */

export type Align = 'left' | 'right';

/** Cells as people see them: combining marks take no room, East Asian wide letters two. */
const width = (text: string): number => {
  let cells = 0;
  for (const letter of text.normalize('NFC')) {
    if (/\p{M}/u.test(letter)) continue;
    cells += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      letter,
    )
      ? 2
      : 1;
  }
  return cells;
};

const padded = (cell: string, cells: number, align: Align): string => {
  const space = ' '.repeat(Math.max(0, cells - width(cell)));
  return align === 'left' ? cell + space : space + cell;
};

/** A row that is null becomes a rule. */
export const table = (rows: readonly (readonly string[] | null)[], aligns: readonly Align[]): string => {
  const widths = aligns.map((_, column) => Math.max(...rows.map((row) => width(row?.[column] ?? ''))));
  const rule = '─'.repeat(widths.reduce((total, cells) => total + cells, 0) + 2 * (widths.length - 1));
  return rows
    .map((row) =>
      row === null
        ? rule
        : aligns
            .map((align, column) => padded(row[column] ?? '', widths[column] ?? 0, align))
            .join('  ')
            .trimEnd(),
    )
    .join('\n');
};
