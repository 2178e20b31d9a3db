/** The commands of `bball` and their options. */
import { formatIds } from '@bball/formats';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { box } from './commands/box.ts';
import { exportLog } from './commands/export.ts';
import { fold } from './commands/fold.ts';
import { importLog } from './commands/import.ts';
import { refold } from './commands/refold.ts';
import { replay } from './commands/replay.ts';
import { verify } from './commands/verify.ts';
import type { World } from './world.ts';

const formatOption = () => new Option('-f, --format <format>', 'what the files are').choices(formatIds);
const playByPlayOption = () =>
  new Option('-p, --play-by-play <file>', "the feed's plays (FIBA LiveStats: data.json, which has everything)");

/** Options that say which files of a feed to read. */
const withFeed = (command: Command, isNeeded: 'needed' | 'optional'): Command =>
  command
    .addOption(isNeeded === 'needed' ? formatOption().makeOptionMandatory() : formatOption())
    .addOption(isNeeded === 'needed' ? playByPlayOption().makeOptionMandatory() : playByPlayOption())
    .option(
      '-r, --roster <file>',
      "the feed's box score file: only who is on the sheet and who starts is read, no statistic",
    )
    .option('-s, --shots <file>', "EuroLeague's points.json: spots and fast breaks")
    .option('-g, --game <name>', 'names the game, for feeds that have no id of it: all ids are made from it');

const withApi = (command: Command, isNeeded: 'needed' | 'optional', token: string | undefined): Command => {
  const api = new Option('--api <url>', 'address of the server, such as http://localhost:3000');
  const key = new Option('--token <token>', 'access token of somebody who may score (or BBALL_TOKEN)');
  if (token !== undefined) key.default(token, 'BBALL_TOKEN');
  return command
    .addOption(isNeeded === 'needed' ? api.makeOptionMandatory() : api)
    .addOption(isNeeded === 'needed' ? key.makeOptionMandatory() : key);
};

const speed = (text: string): number => {
  const value = text === 'max' ? Number.POSITIVE_INFINITY : Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('a number above 0, or max');
  return value;
};

const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;

export const program = (world: World, token: string | undefined): Command => {
  const bball = new Command('bball')
    .description('Basketball games as logs: read feeds, fold them to statistics, move them between files and servers.')
    .showHelpAfterError('(see --help)')
    .addHelpText(
      'after',
      '\nA feed is what a league publishes of a game; a log is ours, one event a line (JSON Lines).',
    );

  withFeed(bball.command('box'), 'needed')
    .description('print the box score of a game, folded from its plays alone')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples(
        'bball box -f nba-live -p playbyplay.json -r boxscore.json',
        'bball box -f fiba-livestats -p data.json --json',
      ),
    )
    .action((options) => box(world, options));

  withApi(withFeed(bball.command('import'), 'optional'), 'optional', token)
    .description('turn a feed into a log, or bring a log (or a feed) to a server')
    .argument('[log]', 'a log of ours, instead of a feed')
    .option('-o, --out <file>', 'write the log here')
    .option(
      '--earlier <log>',
      'the log of an earlier reading of the same feed: what has changed since is added to it as corrections',
    )
    .addHelpText(
      'after',
      `\nTo a server, teams, roster and game are made where they are missing; events that are there already are left alone.${examples(
        'bball import -f euroleague -p playbyplay.json -r boxscore.json -s points.json --out game.jsonl',
        'bball import game.jsonl --api http://localhost:3000 --token T',
      )}`,
    )
    .action((log, options) => importLog(world, log, options));

  bball
    .command('fold')
    .description('print what a log folds to (canonical JSON): the same for any order of the lines, with repeats')
    .addArgument(new Argument('<log>', 'a log of ours'))
    .option('--hash', 'only its SHA-256')
    .action((log, options) => fold(world, log, options));

  bball
    .command('verify')
    .description('list what is doubtful in a log, and what does not add up (then exit code 1)')
    .addArgument(new Argument('<log>', 'a log of ours'))
    .action((log) => verify(world, log));

  withApi(bball.command('export'), 'needed', token)
    .description("write a game's log off a server")
    .requiredOption('-g, --game <id>', 'id of the game')
    .requiredOption('-o, --out <file>', 'write the log here')
    .addHelpText('after', examples('bball export --api http://localhost:3000 --token T --game 0190…  --out game.jsonl'))
    .action((options) => exportLog(world, options));

  withApi(bball.command('refold'), 'needed', token)
    .description('have the log of a game, or of all games of a season, folded again (administrators of the platform)')
    .option('-g, --game <id>', 'id of the game')
    .option('-s, --season <id>', 'id of the season')
    .addHelpText('after', examples('bball refold --api http://localhost:3000 --token T --season 0190…'))
    .action((options) => refold(world, options));

  withApi(withFeed(bball.command('replay'), 'needed'), 'needed', token)
    .description(
      'send a game play by play to a running server, as a scorer would; run it again to go on after an interruption',
    )
    .option('--speed <n>', 'times the speed of the game; max: as fast as the server takes it', speed, 20)
    .addHelpText(
      'after',
      examples(
        'bball replay -f nba-live -p playbyplay.json -r boxscore.json --api http://localhost:3000 --token T --speed 20',
      ),
    )
    .action((options) => replay(world, options));

  return bball;
};
