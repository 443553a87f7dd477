import { readArguments, usageOf } from './arguments';
import { type Command, done, type Outcome, refused, type Usage } from './command';
import { commands } from './commands';
import type { Host } from './host';
import { hint } from './nearest';

/** What the help says of a subcommand, its options loaded. */
async function described({ id, operands, options, summary }: Command): Promise<Usage> {
  return { id, operands, options: typeof options === 'function' ? await options() : options, summary };
}

/** All subcommands with what each is for. */
async function overview(version: string): Promise<string> {
  const usages = await Promise.all(commands.map(described));
  const lines = usages.flatMap((usage) => [`  ${usageOf(usage)}`, `      ${usage.summary}`]);
  return [
    `loadline ${version}: the figures and checks of a system's design, without a window.`,
    '',
    ...lines,
    '',
    'FILE is a .loadline.json file, a PNG or SVG with the design inside, or - for standard input.',
    'Numbers have a point before their decimals; a comma groups thousands: 1,000.5.',
    'Exit codes: 0 fine, 1 check found something, 2 unusable input or arguments.',
    '',
  ].join('\n');
}

/** The help of one subcommand. */
function helpOf(command: Usage, details: readonly string[]): string {
  const rows = command.options.map(
    ({ name, value, summary }) => [`  --${name}${value === undefined ? '' : ` ${value}`}`, summary] as const,
  );
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return [
    usageOf(command),
    '',
    command.summary,
    ...(rows.length === 0 ? [] : ['']),
    ...rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`),
    ...(details.length === 0 ? [] : ['', ...details]),
    '',
  ].join('\n');
}

const asksForHelp = (words: readonly string[]): boolean => {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === '--help' || word === '-h');
};

/** Runs the subcommand that the words name. */
export async function run(words: readonly string[], host: Host, version: string): Promise<Outcome> {
  const [id, ...rest] = words;
  if (id === undefined)
    return { exit: 2, output: '', notes: (await overview(version)).trimEnd().split('\n') };
  const wantsHelp = id === '--help' || id === '-h' || id === 'help';
  if (wantsHelp && rest[0] === undefined) return done(await overview(version));
  if (id === '--version' || id === '-v' || id === 'version') return done(`${version}\n`);
  const word = wantsHelp ? (rest[0] ?? id) : id;
  const command = commands.find((one) => one.id === word);
  if (command === undefined) {
    const known = [...commands.map((one) => one.id), 'help', 'version'];
    return refused(`loadline: unknown command ${word}.${hint(word, known)}`);
  }
  const usage = await described(command);
  if (wantsHelp || asksForHelp(rest)) return done(helpOf(usage, (await command.details?.()) ?? []));
  const given = readArguments(usage, rest);
  if (!given.ok) return refused(given.message);
  const { run: runCommand } = await command.load();
  return runCommand({ operands: given.operands, options: given.options, host });
}
