/** The box score as a person reads it off the page: per team, per player's number, the text under each head. */
import type { Page } from 'playwright-core';

export type PageLine = Readonly<Record<string, string>>;
export type PageTeam = {
  readonly name: string;
  readonly players: Readonly<Record<string, PageLine>>;
  readonly total: PageLine;
};

type Table = { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

const readTables = (page: Page): Promise<readonly Table[]> =>
  page.evaluate(() => {
    const texts = (root: Element, roles: string) =>
      [...root.querySelectorAll(roles)].map((cell) => (cell as HTMLElement).innerText.trim());
    return [...document.querySelectorAll('[aria-label="Box"] [role="table"]')].map((table) => {
      const [head, ...rows] = [...table.querySelectorAll('[role="row"]')];
      return {
        heads: head === undefined ? [] : texts(head, '[role="columnheader"]'),
        rows: rows.map((row) => texts(row, '[role="rowheader"], [role="cell"]')),
      };
    });
  });

const lineOf = ({ heads }: Table, cells: readonly string[]): PageLine =>
  Object.fromEntries(heads.slice(1).map((head, at) => [head, cells[at + 1] ?? '']));

/** Both teams, home first; the page must show the box (a wide screen, or its tab). */
export const readBox = async (page: Page): Promise<readonly PageTeam[]> => {
  const tables = await readTables(page);
  return tables.map((table) => {
    const total = table.rows.find(([who]) => who === 'Total') ?? [];
    const players = table.rows.filter(([who, first]) => /^\d+\n/.test(who ?? '') && first !== 'did not play');
    return {
      name: table.heads[0] ?? '',
      players: Object.fromEntries(players.map((cells) => [(cells[0] ?? '').split('\n')[0], lineOf(table, cells)])),
      total: lineOf(table, total),
    };
  });
};

/** A number as the page writes it: a dash for what was not tracked, a real minus. */
export const shown = (value: number | null): string => (value === null ? '–' : String(value));
export const signed = (value: number | null): string =>
  value === null ? '–' : value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
