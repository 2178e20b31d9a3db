/**
 * Which passwords are refused: too short, too long, well known, or made of what anybody would try first (the product, the own name, one
 * thing again and again). Any character may be used; nothing must be.
 * Source: access.md §4 "Passwords".
 */

type Owner = { readonly email: string; readonly displayName: string };
type Bounds = { readonly min: number; readonly max: number };

/** Why a password is refused, in words for its owner; null: it is fine. */
export const weaknessOf = (password: string, owner: Owner, bounds: Bounds): string | null => {
  const text = password.normalize('NFC');
  const length = [...text].length;
  if (length < bounds.min) return `Use at least ${bounds.min} characters; a few words are easy to remember.`;
  if (length > bounds.max) return `Use at most ${bounds.max} characters.`;
  const plain = plainOf(text);
  if (commonPhrases.has(plain)) return 'This one is on every list of common passwords.';
  if (isRepetition(plain) || isSequence(plain)) return 'This one repeats or counts; choose something less regular.';
  if (restOf(plain, owner).length < leastRest) return 'This one is made of your own name, your address or our words.';
  return null;
};

const leastRest = 8;

/** Lower case, without accents, spaces and signs; the usual swaps of letters undone. */
const plainOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[@4]/g, 'a')
    .replace(/0/g, 'o')
    .replace(/[$5]/g, 's')
    .replace(/[^\p{L}\p{N}]/gu, '');

const isRepetition = (plain: string): boolean => {
  if (new Set(plain).size <= 3) return true;
  for (let size = 1; size <= Math.min(6, plain.length / 2); size += 1) {
    const unit = plain.slice(0, size);
    if (unit.repeat(Math.ceil(plain.length / size)).startsWith(plain)) return true;
  }
  return false;
};

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '1234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
];

/** Runs along the alphabet, the digits or the keyboard, in either direction. */
const isSequence = (plain: string): boolean =>
  rows.some((row) => {
    const line = plainOf(row.repeat(3));
    const back = [...line].reverse().join('');
    return line.includes(plain) || back.includes(plain);
  });

const ourWords = [
  'basketballtracker',
  'basketball',
  'tracker',
  'password',
  'passwort',
  'contrasena',
  'coach',
  'hoops',
  'team',
  'player',
  'league',
  'admin',
  'welcome',
  'letmein',
];

/** What is left without our words, the own names and the years and counts that people add. */
const restOf = (plain: string, { email, displayName }: Owner): string => {
  const [mailbox = '', host = ''] = email.split('@');
  const words = [
    ...ourWords,
    ...displayName.split(/\s+/),
    ...mailbox.split(/[._+-]/),
    mailbox,
    host.split('.')[0] ?? '',
  ]
    .map(plainOf)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  return words.reduce((rest, word) => rest.replaceAll(word, ''), plain).replace(/(?:19|2o)\w\w$|\d+$/u, '');
};

/** Common phrases of 15 characters and more, as `plainOf` leaves them. */
const commonPhrases = new Set(
  [
    'passwordpassword',
    'password1password',
    'password123456789',
    'passwordpassword1',
    'mypasswordispassword',
    'thisisapassword',
    'thisismypassword',
    'iloveyouiloveyou',
    'iloveyouforever',
    'iloveyousomuch1',
    'iloveyousomuch',
    'correcthorsebatterystaple',
    'correcthorsebattery',
    'qwertyuiopasdfgh',
    'qwertyuiop123456',
    'qwertyuiop1234567890',
    '1qaz2wsx3edc4rfv',
    '1q2w3e4r5t6y7u8i',
    '1q2w3e4r5t6y7u8i9o0p',
    'qazwsxedcrfvtgb',
    'qazwsxedcrfvtgbyhn',
    'zaq12wsxcde34rfv',
    'asdfghjklqwerty',
    'asdfghjklzxcvbnm',
    'zxcvbnmasdfghjkl',
    'abcdefghijklmnop',
    'abcd1234abcd1234',
    'abc123abc123abc',
    'abcdefg1234567',
    'administrator123',
    'administratoradministrator',
    'letmeinletmein1',
    'letmeinletmeinletmein',
    'welcomewelcome1',
    'changemechangeme',
    'pleasechangeme1',
    'defaultpassword',
    'trustno1trustno1',
    'starwarsstarwars',
    'maytheforcebewithyou',
    'winteriscoming1',
    'winteriscoming2',
    'supercalifragilisticexpialidocious',
    'thequickbrownfox',
    'thequickbrownfoxjumps',
    'thequickbrownfoxjumpsoverthelazydog',
    'tobeornottobethatisthequestion',
    'tobeornottobe12',
    'onceuponatime123',
    'harrypotterharrypotter',
    'manchesterunited',
    'manchesterunited1',
    'liverpoolliverpool',
    'realmadridrealmadrid',
    'barcelonabarcelona',
    'losangeleslakers',
    'goldenstatewarriors',
    'chicagobullschicago',
    'michaeljordan23',
    'michaeljordan123',
    'kobebryant24kobe',
    'lebronjameslebron',
    'lebronjames23lebron',
    'stephencurry30',
    'slamdunkslamdunk',
    'ballislifeballislife',
    'mynameismynameis',
    'whatsmypassword',
    'idontknowmypassword',
    'iforgotmypassword',
    'forgotpassword1',
    'nopasswordneeded',
    'donttouchmyphone',
    'secretsecretsecret',
    'sunshinesunshine',
    'princessprincess',
    'footballfootball',
    'baseballbaseball',
    'superman123456789',
    'dragondragondragon',
    'monkeymonkeymonkey',
    'computercomputer',
    'internetinternet',
    'facebookfacebook',
    'googlegooglegoogle',
    'iphoneiphoneiphone',
    'samsungsamsung1',
    'jesuschristislord',
    'jesuslovesyou1',
    'godisgoodallthetime',
    'happybirthdaytoyou',
    'merrychristmas1',
    'merrychristmas123',
    'callofdutycallofduty',
    'minecraftminecraft',
    'pokemonpokemonpokemon',
    'contrasena123456',
    'tequieromucho123',
    'teamomuchomiamor',
    'hastalavistababy',
    'passwortpasswort',
    'ichliebedichichliebedich',
    'motdepassemotdepasse',
    'jetaimejetaime1',
    '123456789abcdefg',
    'a123456789a123456789',
    '123123123123123',
    '147258369147258369',
    '111222333444555',
    '112233445566778',
    '123454321234543',
    '987654321987654321',
    'aaaaaaaaaaaaaaa1',
    'qweasdzxcqweasdzxc',
    'testtesttesttest',
    'testingtesting123',
    'administrator1234',
    'rootrootrootroot',
    'guestguestguest1',
    'useruseruseruser',
    'demodemodemodemo',
    'temptemptemptemp',
    'summersummersummer',
  ].map(plainOf),
);
