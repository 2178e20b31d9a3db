import { expect, test } from '@jest/globals';
import { contrast, legible, sideColours } from './team-colour.ts';
import { palettes } from './tokens.ts';

const roles = ['text', 'muted', 'accent', 'made', 'missed', 'live', 'info', 'warn', 'home', 'away'] as const;

test('every ink of both palettes reads on the page and on cards', () => {
  for (const palette of Object.values(palettes)) {
    for (const role of roles) {
      expect(contrast(palette[role], palette.bg)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette[role], palette.surface)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.accent, palette.accentSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.warn, palette.warnSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.muted, palette.raised)).toBeGreaterThanOrEqual(4.5);
  }
});

test("a team's colour is moved until it reads, whatever it is", () => {
  for (const palette of Object.values(palettes)) {
    for (const colour of ['#FFFF00', '#000000', '#FFFFFF', '#7F7F7F', '#FF0000', '#00FFEE']) {
      expect(contrast(legible(colour, palette), palette.bg)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(legible(colour, palette), palette.surface)).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('two teams in one colour do not look alike', () => {
  const { home, away } = sideColours('#C62828', '#C42A2A', palettes.light);
  expect(home).not.toBe(away);
  expect(sideColours(null, null, palettes.dark)).toEqual({ home: palettes.dark.home, away: palettes.dark.away });
});
