/**
 * The demo league as plain data: a league of adults that everybody may watch, and a youth league whose games only its own people see.
 * All names are made up.
 */
import type { NewTeam } from '../commands/create-team.ts';

export type DemoPlayerRow = readonly [number: string, givenName: string, familyName: string, position: string];

export type DemoTeamRow = {
  readonly name: string;
  readonly shortName: string;
  readonly colour: string;
  readonly ageGroup: NewTeam['ageGroup'];
  readonly players: readonly DemoPlayerRow[];
};

export const demoPassword = 'court side demo';

/** One login per role; everybody's password is the same. `demo.example` never leads anywhere. */
export const demoUserRows = {
  admin: { email: 'admin@demo.example', displayName: 'Ada Operator', does: 'runs the server' },
  leagueAdmin: { email: 'league@demo.example', displayName: 'Lena Hartwig', does: 'administers both leagues' },
  coach: { email: 'coach@demo.example', displayName: 'Coach Okafor', does: 'head coach of the Harbour Herons' },
  assistant: { email: 'assistant@demo.example', displayName: 'Coach Lindqvist', does: 'assistant coach of the Harbour Herons' },
  rival: { email: 'rival@demo.example', displayName: 'Coach Baranova', does: 'head coach of the Mill Street Mallets' },
  youthCoach: { email: 'youth@demo.example', displayName: 'Coach Duarte', does: 'head coach of the Harbour Herons U16' },
  scorer: { email: 'scorer@demo.example', displayName: 'Sam Tally', does: 'scores the live game' },
  player: { email: 'player@demo.example', displayName: 'Noor', does: 'plays for the Harbour Herons' },
  parent: { email: 'parent@demo.example', displayName: 'Parent of Mika', does: 'guardian of a player of the U16' },
  fan: { email: 'fan@demo.example', displayName: 'Fan', does: 'follows the Harbour Herons' },
} as const satisfies Readonly<Record<string, { email: string; displayName: string; does: string }>>;

export type DemoRole = keyof typeof demoUserRows;

export const harbourLeague = { name: 'Harbour Basketball League', shortName: 'HBL', season: 'Season 2026–27' } as const;
export const youthLeague = { name: 'Harbour Youth League', shortName: 'HYL', season: 'U16 2026–27' } as const;

export const harbourTeams = [
  {
    name: 'Harbour Herons',
    shortName: 'HER',
    colour: '#1d4ed8',
    ageGroup: 'adult',
    players: [
      ['0', 'Noor', 'Achterberg', 'point-guard'],
      ['3', 'Tomas', 'Vell', 'shooting-guard'],
      ['7', 'Idris', 'Calloway', 'small-forward'],
      ['11', 'Bruno', 'Saarinen', 'power-forward'],
      ['15', 'Kwame', 'Ossian', 'center'],
      ['4', 'Levi', 'Marchetti', 'guard'],
      ['8', 'Anders', 'Quill', 'forward'],
      ['12', 'Pavel', 'Drummond', 'forward'],
      ['21', 'Hugo', 'Tanaka-Reyes', 'guard'],
      ['23', 'Silas', 'Wren', 'center'],
    ],
  },
  {
    name: 'Mill Street Mallets',
    shortName: 'MAL',
    colour: '#b91c1c',
    ageGroup: 'adult',
    players: [
      ['1', 'Dario', 'Fenwick', 'point-guard'],
      ['5', 'Joachim', 'Barlow', 'shooting-guard'],
      ['9', 'Emeka', 'Strand', 'small-forward'],
      ['14', 'Viktor', 'Halloran', 'power-forward'],
      ['33', 'Otto', 'Lindgarde', 'center'],
      ['2', 'Ravi', 'Penhaligon', 'guard'],
      ['6', 'Cassius', 'Oyelaran', 'guard'],
      ['10', 'Milo', 'Gravesend', 'forward'],
      ['20', 'Stellan', 'Abara', 'forward'],
      ['44', 'Yusuf', 'Kettering', 'center'],
    ],
  },
  {
    name: 'Northgate Owls',
    shortName: 'OWL',
    colour: '#15803d',
    ageGroup: 'adult',
    players: [
      ['00', 'Rafael', 'Underhill', 'point-guard'],
      ['2', 'Jonas', 'Adeyemi', 'shooting-guard'],
      ['8', 'Leopold', 'Crane', 'small-forward'],
      ['13', 'Matteo', 'Vasilakis', 'power-forward'],
      ['55', 'Bjorn', 'Halvorsen', 'center'],
      ['4', 'Felix', 'Nakagawa', 'guard'],
      ['10', 'Amadou', 'Pryce', 'guard'],
      ['16', 'Luca', 'Rosenthal', 'forward'],
      ['24', 'Ezra', 'Thistle', 'forward'],
      ['31', 'Niko', 'Baptiste', 'center'],
    ],
  },
  {
    name: 'Quarry Town Foxes',
    shortName: 'FOX',
    colour: '#c2410c',
    ageGroup: 'adult',
    players: [
      ['3', 'Samir', 'Elderfield', 'point-guard'],
      ['6', 'Caspian', 'Moreau', 'shooting-guard'],
      ['12', 'Gideon', 'Sorensen', 'small-forward'],
      ['17', 'Teodor', 'Maddox', 'power-forward'],
      ['50', 'Obi', 'Fairweather', 'center'],
      ['1', 'Linus', 'Carmody', 'guard'],
      ['9', 'Zane', 'Ferreira', 'guard'],
      ['14', 'Anton', 'Blackwood', 'forward'],
      ['22', 'Malik', 'Voss', 'forward'],
      ['35', 'Henrik', 'Amankwah', 'center'],
    ],
  },
  {
    name: 'Old Bridge Beavers',
    shortName: 'BEA',
    colour: '#7c2d12',
    ageGroup: 'adult',
    players: [
      ['5', 'Kofi', 'Larkspur', 'point-guard'],
      ['7', 'Isak', 'Romano', 'shooting-guard'],
      ['10', 'Dashiell', 'Kowal', 'small-forward'],
      ['18', 'Bastian', 'Grey', 'power-forward'],
      ['42', 'Tadeo', 'Winterbourne', 'center'],
      ['2', 'Emil', 'Sandoval', 'guard'],
      ['11', 'Arlo', 'Nwosu', 'guard'],
      ['19', 'Piotr', 'Hawthorne', 'forward'],
      ['25', 'Remy', 'Castellan', 'forward'],
      ['34', 'Joaquin', 'Thorne', 'center'],
    ],
  },
  {
    name: 'Lighthouse Lynx',
    shortName: 'LYN',
    colour: '#6d28d9',
    ageGroup: 'adult',
    players: [
      ['1', 'Mateus', 'Albright', 'point-guard'],
      ['4', 'Soren', 'Diallo', 'shooting-guard'],
      ['13', 'Julian', 'Petrov', 'small-forward'],
      ['21', 'Cormac', 'Eze', 'power-forward'],
      ['30', 'Viggo', 'Mansour', 'center'],
      ['6', 'Tariq', 'Holloway', 'guard'],
      ['8', 'Nils', 'Arredondo', 'guard'],
      ['15', 'Kenji', 'Whitlock', 'forward'],
      ['27', 'Laszlo', 'Byrne', 'forward'],
      ['40', 'Amos', 'Delacroix', 'center'],
    ],
  },
] as const satisfies readonly DemoTeamRow[];

export const youthTeams = [
  {
    name: 'Harbour Herons U16',
    shortName: 'H16',
    colour: '#2563eb',
    ageGroup: 'under-16',
    players: [
      ['4', 'Mika', 'Aalders', 'guard'],
      ['5', 'Jamal', 'Brightwater', 'guard'],
      ['6', 'Theo', 'Castaneda', 'guard'],
      ['7', 'Finn', 'Dragomir', 'forward'],
      ['8', 'Ravi', 'Ellingsworth', 'forward'],
      ['9', 'Luis', 'Fontaine', 'forward'],
      ['10', 'Oskar', 'Gathoni', 'center'],
      ['11', 'Elias', 'Hartmann', 'center'],
    ],
  },
  {
    name: 'Northgate Owls U16',
    shortName: 'O16',
    colour: '#16a34a',
    ageGroup: 'under-16',
    players: [
      ['4', 'Adam', 'Ibarra', 'guard'],
      ['5', 'Ben', 'Jankowski', 'guard'],
      ['6', 'Chidi', 'Kaplan', 'guard'],
      ['7', 'David', 'Lund', 'forward'],
      ['8', 'Ewan', 'Mbeki', 'forward'],
      ['9', 'Farid', 'Novak', 'forward'],
      ['10', 'Georg', 'Olufsen', 'center'],
      ['11', 'Hassan', 'Pemberton', 'center'],
    ],
  },
] as const satisfies readonly DemoTeamRow[];
