import { describe, expect, test } from 'vitest';
import { commands } from '../../../electron/cli/commands';
import { run } from '../../../electron/cli/run';
import { call, hostWith, tinyurl } from '../../support/cli-host';

describe('the list of subcommands', () => {
  test.each(commands.map((entry) => [entry.id, entry] as const))(
    '%s lies in its own file',
    async (id, entry) => {
      const file: unknown = await import(`../../../electron/cli/${id}.ts`);
      expect(await entry.load()).toBe(file);
    },
  );
});

describe('what is mistyped is reported in one line with what is near it', () => {
  test.each([
    [['chekc', 'a.json'], 'loadline: unknown command chekc. Did you mean check?'],
    [['frobnicate'], /^loadline: unknown command frobnicate\. Known: check, analyze, .*\.$/],
    [['check', 'a.json', '--jsno'], 'check: unknown option --jsno. Did you mean --json?'],
    [
      ['check', 'a.json', '--min-severity', 'warnign'],
      /one of error, warning, info, not "warnign"\. Did you mean warning\?$/,
    ],
    [
      ['check', 'a.json', '--min-severity'],
      'check: --min-severity lacks its value. Write --min-severity error|warning|info.',
    ],
    [['check', 'a.json', '--json=yes'], 'check: --json takes no value. Write --json alone.'],
    [['check'], /^check: FILE is missing\. Write loadline check FILE /],
    [['check', 'a.json', 'b.json'], /^check: "b\.json" is one word too many\. Write loadline check FILE /],
    [
      ['analyze', 'a.json', '--load', '-1'],
      'analyze: --load is a number from 0 to 1000000, not "-1". Correct it.',
    ],
    [['analyze', 'a.json', '--load', ''], /^analyze: --load is a number/],
    [['analyze', 'a.json', '--load', '1', '--load', '2'], 'analyze: --load is given twice. Give it once.'],
    [['new', 'tinyurll', '--out', 'x'], 'new: there is no template "tinyurll". Did you mean tinyurl?'],
    [['new', 'tinyurl'], /^new: --out is missing\./],
    [['export', 'a.json', '--format', 'svg'], /^export: --out is missing\./],
    [['export', 'a.json', '--out', 'x'], /^export: --format is missing\. Write --format png\|svg/],
    [
      ['export', 'a.json', '--out', 'x.jpg'],
      /^export: No format has files that end in \.jpg\. Write --format/,
    ],
    [
      ['export', 'a.json', '--out', 'x.svg', '--background', 'rde'],
      /^export: --background is none or a colour/,
    ],
    [['export', 'a.json', '--out', 'x.svg', '--background', 'rgb(,,)'], /^export: --background is none or/],
    [['schema', '--json'], 'schema: unknown option --json. Write loadline schema.'],
    [['help', 'chekc'], 'loadline: unknown command chekc. Did you mean check?'],
    [['check', ''], '"": There is no such file.'],
    [
      ['export', 'a.json', '--out', 'x.svg', '--background', '"><script>'],
      /^export: --background is none or a colour/,
    ],
    [['check', 'gone.json'], 'gone.json: There is no such file.'],
  ])('%j', async (words, expected) => {
    const { exit, output, notes } = await call(...words);
    expect({ exit, output }).toEqual({ exit: 2, output: '' });
    expect(notes).toHaveLength(1);
    if (typeof expected === 'string') expect(notes[0]).toBe(expected);
    else expect(notes[0]).toMatch(expected);
  });
});

describe('help', () => {
  test('without words it goes to standard error, with exit code 2', async () => {
    const { exit, output, notes } = await call();
    expect({ exit, output }).toEqual({ exit: 2, output: '' });
    expect(notes.join('\n')).toContain('loadline check FILE [--json]');
  });

  test('names every subcommand and every option of one', async () => {
    const { exit, output } = await call('--help');
    expect(exit).toBe(0);
    for (const { id } of commands) expect(output).toContain(`  loadline ${id}`);
    for (const { id, options } of commands) {
      const help = String((await call(id, '--help')).output);
      const list = typeof options === 'function' ? await options() : options;
      for (const option of list) expect(help).toContain(`--${option.name}`);
    }
  });

  test.each(['help', '--help', '-h'])('%s takes the word of a subcommand', async (word) => {
    expect(await call(word, 'check')).toEqual(await call('check', '--help'));
  });

  test('has brackets around what may be left out, and around nothing else', async () => {
    expect((await call('new', '--help')).output).toMatch(/^loadline new TEMPLATE --out FILE\n/);
    expect((await call('size', '--help')).output).toMatch(/^loadline size FILE \[--json\] \[--out FILE\]\n/);
  });

  test.each(['--version', '-v', 'version'])('%s prints the version', async (word) => {
    expect((await call(word)).output).toBe('1.2.3\n');
  });
});

test('a design without a name is called so', async () => {
  const { host } = hostWith({ 'x.json': { ...tinyurl, name: '' } });
  for (const id of ['check', 'analyze', 'sweep'])
    expect(String((await run([id, 'x.json'], host, '')).output)).toMatch(/^Unnamed design(:|, load)/m);
});
