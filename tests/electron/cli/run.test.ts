import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../electron/cli/command';
import { commands } from '../../../electron/cli/commands';
import { exportOptions } from '../../../electron/cli/export-options';
import type { Host } from '../../../electron/cli/host';
import { run } from '../../../electron/cli/run';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { formats } from '../../../shared/formats';
import { endingsOf } from '../../../shared/formats/format';
import { printDesign } from '../../../shared/model/parse';
import type { Design } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';
import { templateOf } from '../../../shared/templates';

const designOf = (id: string): Design => {
  const template = templateOf(id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  return template.design;
};
const tinyurl = designOf('tinyurl');

/** A machine with these files, and what was written to it. */
function hostWith(files: Readonly<Record<string, Design>>, colour = false) {
  const written = new Map<string, string | Uint8Array>();
  const host: Host = {
    read: async (name) => {
      const design = files[name];
      if (design === undefined) return { ok: false, message: 'There is no such file.' };
      return { ok: true, value: new TextEncoder().encode(printDesign(design)) };
    },
    write: async (name, content) => {
      written.set(name, content);
      return { ok: true, value: null };
    },
    colour,
    now: () => '2026-11-22T12:00:00.000Z',
    newId: () => 'new-id',
  };
  return { host, written };
}

const files = { 'a.json': tinyurl, 'b.json': designOf('tinyurl-without-cache') };
const call = (...words: string[]): Promise<Outcome> => run(words, hostWith(files).host, '1.2.3');

describe('the list of subcommands', () => {
  test.each(commands.map((entry) => [entry.id, entry] as const))(
    '%s lies in its own file',
    async (id, entry) => {
      const file: unknown = await import(`../../../electron/cli/${id}.ts`);
      expect(await entry.load()).toBe(file);
    },
  );
});

describe('what is mistyped is told in one line with what is near it', () => {
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

describe('check', () => {
  test('--json prints findings with their words filled in, and how many there are', async () => {
    const { exit, output } = await call('check', 'b.json', '--json');
    const report = JSON.parse(String(output));
    expect(exit).toBe(1);
    expect(Object.keys(report)).toEqual(['findings', 'suppressed', 'counts']);
    const saturated = report.findings.find((finding: { rule: string }) => finding.rule === 'saturated');
    expect(Object.keys(saturated)).toEqual(['rule', 'severity', 'stage', 'target', 'message', 'fix']);
    expect(saturated).toMatchObject({ severity: 'error', stage: 'broken', target: 'links' });
    expect(saturated.message + saturated.fix).not.toMatch(/[{}]/);
    expect(report.counts.error).toBe(
      report.findings.filter((finding: { severity: string }) => finding.severity === 'error').length,
    );
  });

  test('a dismissed finding is listed apart and does not fail the check', async () => {
    const design = files['b.json'];
    const suppressions = [{ rule: 'saturated', target: 'links', reason: 'Known.' }];
    const { host } = hostWith({ 'c.json': { ...design, system: { ...design.system, suppressions } } });
    const report = JSON.parse(String((await run(['check', 'c.json', '--json'], host, '')).output));
    expect(report.suppressed).toMatchObject([{ rule: 'saturated', target: 'links' }]);
    expect(report.findings.some((finding: { rule: string }) => finding.rule === 'saturated')).toBe(false);
  });

  test('fails from the severity that is asked for', async () => {
    // One server without a spare draws a warning at most, no error.
    const lone: Design = {
      ...tinyurl,
      system: { nodes: [{ id: 'api', kind: 'service' }] },
    };
    const { host } = hostWith({ 'lone.json': lone });
    const exits = await Promise.all(
      ['error', 'warning', 'info'].map(
        async (least) => (await run(['check', 'lone.json', '--min-severity', least], host, '')).exit,
      ),
    );
    const report = JSON.parse(String((await run(['check', 'lone.json', '--json'], host, '')).output));
    const { error, warning, info } = report.counts;
    expect(exits).toEqual([
      error > 0 ? 1 : 0,
      error + warning > 0 ? 1 : 0,
      error + warning + info > 0 ? 1 : 0,
    ]);
    expect(exits[2]).toBe(1);
  });

  test('exits with 1 where a queue limit refuses 12 % of what arrives', async () => {
    const refusing = sketch({ user: 'client', api: 'service' }, 'user -> api', {
      config: { api: { replicas: 2, concurrency: 32, serviceMs: 10, queueLimit: 14 } },
      flows: { reads: { rps: 1200 } },
    });
    const { host } = hostWith({ 'refusing.json': refusing });
    const { exit, output } = await run(['check', 'refusing.json', '--min-severity', 'error'], host, '');
    expect(exit).toBe(1);
    expect(output).toContain('Service refuses 12 % of 1.2k rps');
  });

  test('shows colours where they may be shown', async () => {
    const { host } = hostWith(files, true);
    expect((await run(['check', 'b.json'], host, '')).output).toContain('\u001b[31merror');
  });
});

describe('analyze', () => {
  test('--json prints the analysis itself, at the load that is asked for', async () => {
    const { exit, output } = await call('analyze', 'a.json', '--json', '--load', '0.5');
    const result = analyze(resolve(tinyurl), { load: 0.5 });
    expect(exit).toBe(0);
    expect(JSON.parse(String(output))).toEqual(JSON.parse(JSON.stringify(result.ok && result.analysis)));
  });

  test.each([
    ['0,125', 0.125],
    ['1,000', 1000],
    ['1.500', 1.5],
    ["1'000", 1000],
    ['+2', 2],
    ['1e-3', 0.001],
  ])('--load %s is ×%d wherever it runs', async (text, load) => {
    const { output } = await call('analyze', 'a.json', '--json', '--load', text);
    const result = analyze(resolve(tinyurl), { load });
    expect(JSON.parse(String(output)).load).toBe(load);
    expect(result.ok && result.analysis.load).toBe(load);
  });

  test('text has a table for totals, flows, layers, time and nodes', async () => {
    const text = String((await call('analyze', 'a.json')).output);
    for (const title of ['Totals', 'Flows', 'Layers', 'Where the time goes', 'Nodes'])
      expect(text).toMatch(new RegExp(`^${title}$`, 'm'));
    expect(text).toMatch(/^ {2}Redirect +read +11\.6k rps/m);
  });

  test('--explain tells how one figure came about, with its inputs and its source', async () => {
    const { exit, output } = await call(
      'analyze',
      'a.json',
      '--explain',
      'redirect-api.utilization',
      '--json',
    );
    const result = analyze(resolve(tinyurl));
    const api = result.ok ? result.analysis.nodes.find(({ id }) => id === 'redirect-api') : undefined;
    expect(exit).toBe(0);
    expect(JSON.parse(String(output))).toMatchObject({
      part: 'redirect-api',
      metric: 'utilization',
      value: api?.utilization,
      formula: expect.stringContaining('{'),
    });
    const text = String((await call('analyze', 'a.json', '--explain', 'redirect-api.utilization')).output);
    expect(text).toMatch(/^Redirect API utilization: 36 %\n/);
    expect(text).toMatch(/^ {2}(Source|Assumption): /m);
  });

  test('--explain names each term of a sum, and a layer by its title', async () => {
    const { output } = await call('analyze', 'a.json', '--explain', 'traffic>service.rps');
    // 11 600 redirects and 116 short links a second, as the flows of the template say.
    expect(output).toBe(
      [
        'Traffic → Service rps: 11.7k rps',
        '  Load balancer → Redirect API 11.6k rps + Load balancer → Shorten API 116 rps',
        '',
        '  Load balancer → Redirect API  11\u202f600 rps',
        '  Load balancer → Shorten API   116 rps',
        '',
        '  Assumption: A sum of other figures',
        '',
      ].join('\n'),
    );
    const none = String((await call('analyze', 'a.json', '--explain', 'redirect.approximate')).output);
    expect(none).toMatch(/^Redirect approximate: none\n/);
  });

  test.each([
    [
      'redirect-api.utilisation',
      /^analyze: --explain: "redirect-api" has no figure "utilisation"\. Did you mean utilization\?$/,
    ],
    [
      'redirect-apy.utilization',
      /^analyze: --explain: nothing in the design is called "redirect-apy"\. Did you mean redirect-api\?$/,
    ],
    [
      'totals.constructor',
      /^analyze: --explain: "totals" has no figure "constructor"\. Known: availability, /,
    ],
    ['totals.__proto__', /^analyze: --explain: "totals" has no figure "__proto__"\./],
    ['utilization', /^analyze: --explain takes ID\.METRIC, such as totals\.servers, not "utilization"\.$/],
  ])('--explain %s is refused', async (figure, words) => {
    const { exit, notes } = await call('analyze', 'a.json', '--explain', figure);
    expect({ exit, notes }).toEqual({ exit: 2, notes: [expect.stringMatching(words)] });
  });

  test('a control character in a name does not reach the terminal', async () => {
    const nodes = [{ id: 'api', kind: 'service', name: 'A\u001b[2J\nPI' }];
    const { host } = hostWith({ 'x.json': { ...tinyurl, name: 'Bell\u0007', system: { nodes } } });
    const text = String((await run(['analyze', 'x.json'], host, '')).output);
    expect(text).toContain('A\\u001b[2J\\u000aPI');
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('export', () => {
  test('offers every format that there is, by the ending of its files', () => {
    const words = ['png', 'svg', 'md', 'csv', 'json'];
    expect(formats.map((format) => endingsOf(format)[0])).toEqual(words);
    expect(exportOptions.find(({ name }) => name === 'format')?.choices).toEqual(words);
  });

  test('has the flags of the formats, made of their options', async () => {
    expect(String((await call('export', '--help')).output)).toBe(
      [
        'loadline export FILE [--format png|svg|md|csv|json] --out FILE [--scale N] [--theme light|dark] [--background none|COLOR] [--no-embed]',
        '',
        'Write a design as a picture, as tables or as JSON.',
        '',
        '  --format png|svg|md|csv|json  What to write; by the ending of --out where left out.',
        '  --out FILE                    The file to write; - for standard output.',
        '  --scale N                     Pixels of a PNG for each of the picture; 2 where left out.',
        '  --theme light|dark            Of a picture; light where left out.',
        '  --background none|COLOR       Of a picture; that of its theme where left out.',
        '  --no-embed                    Leave the design out of the picture.',
        '',
      ].join('\n'),
    );
  });

  test('takes the format from the name of the file to write', async () => {
    const { host, written } = hostWith(files);
    for (const name of ['x.loadline.json', 'x.md', 'x.csv'])
      expect((await run(['export', 'a.json', '--out', name], host, '')).exit).toBe(0);
    expect(JSON.parse(String(written.get('x.loadline.json')))).toEqual(tinyurl);
    expect(written.get('x.md')).toMatch(/^# TinyURL\n/);
    expect(written.get('x.csv')).toMatch(/^"id","name","kind",/);
  });

  test.each([
    [
      ['export', 'a.json', '--format', 'svg', '--out', 'x.png'],
      'export: SVG would be written to a file that ends in .png. Name one that ends in .svg.',
    ],
    [
      ['export', 'a.json', '--format', 'png', '--out', 'a.b/x.JPG'],
      'export: PNG would be written to a file that ends in .jpg. Name one that ends in .png.',
    ],
    [
      ['export', 'a.json', '--format', 'json', '--out', 'x.csv'],
      'export: JSON would be written to a file that ends in .csv. Name one that ends in .json.',
    ],
    [
      ['size', 'a.json', '--out', 'x.png'],
      'size: JSON would be written to a file that ends in .png. Name one that ends in .json.',
    ],
    [
      ['edit', 'a.json', '--script', '-', '--out', 'x.md'],
      'edit: JSON would be written to a file that ends in .md. Name one that ends in .json.',
    ],
    [
      ['new', 'tinyurl', '--out', 'x.svg'],
      'new: JSON would be written to a file that ends in .svg. Name one that ends in .json.',
    ],
    [
      ['export', 'a.json', '--out', 'x.docx'],
      'export: No format has files that end in .docx. Write --format png|svg|md|csv|json, or name a file that ends in one of them.',
    ],
    [
      ['export', 'a.json', '--out', 'x.pdf'],
      'export: No format has files that end in .pdf. Write --format png|svg|md|csv|json, or name a file that ends in one of them.',
    ],
    [
      ['export', 'a.json', '--out', 'a.png/x'],
      'export: --format is missing. Write --format png|svg|md|csv|json, or name a file that ends in one of them.',
    ],
  ])('%j is refused, and nothing written', async (words, message) => {
    const { host, written } = hostWith(files);
    const { exit, output, notes } = await run(words, host, '');
    expect({ exit, output, notes, written: written.size }).toEqual({
      exit: 2,
      output: '',
      notes: [message],
      written: 0,
    });
  });

  test.each([
    ['md', 'x.markdown'],
    ['md', 'notes.txt'],
    ['csv', '.csv'],
    ['json', 'x'],
    ['json', '-'],
  ])('%s may be written to %s', async (format, name) => {
    const { host } = hostWith(files);
    expect((await run(['export', 'a.json', '--format', format, '--out', name], host, '')).exit).toBe(0);
  });

  test('a design without figures is exported, and why it has none is said', async () => {
    const nodes = [
      { id: 'c', kind: 'client' },
      { id: 'api', kind: 'service' },
    ];
    const edges = [
      { id: 'e0', from: 'c', to: 'api' },
      { id: 'e1', from: 'api', to: 'api', calls: 2 },
    ];
    const flows = [{ id: 'f', kind: 'read' as const, entry: 'c', rate: { rps: 1 } }];
    const { host } = hostWith({ 'x.json': { ...tinyurl, system: { nodes, edges, flows } } });
    const { exit, output, notes } = await run(['export', 'x.json', '--format', 'md', '--out', '-'], host, '');
    expect(exit).toBe(0);
    expect(notes).toEqual([expect.stringMatching(/^x\.json: Exported without figures\. .*loop/)]);
    expect(output).toMatch(/\| error \| /);
  });
});

describe('sweep', () => {
  test('--json prints forty loads from 0.05 to 1.2 times saturation', async () => {
    const { saturationLoad, points, order } = JSON.parse(
      String((await call('sweep', 'a.json', '--json')).output),
    );
    expect(points).toHaveLength(40);
    expect(points[0].load / saturationLoad).toBeCloseTo(0.05, 9);
    expect(points[39].load / saturationLoad).toBeCloseTo(1.2, 9);
    expect(order[0].load).toBeCloseTo(saturationLoad, 9);
  });

  test('text has a row a load and says what saturates first', async () => {
    const text = String((await call('sweep', 'b.json')).output);
    expect(text).toMatch(/^TinyURL without its cache: saturates at load ×0\.6\d/);
    expect(text.match(/^ +×[\d.]+ /gm)).toHaveLength(40);
    expect(text).toMatch(/In the order in which they saturate\n.*\n {2}Links +×0\.6\d\n/);
  });
});

describe('diff', () => {
  test('--json tells what changed, and what became of every figure', async () => {
    const { exit, output } = await call('diff', 'a.json', 'b.json', '--json');
    const { changes, figures } = JSON.parse(String(output));
    expect(exit).toBe(0);
    expect(changes).toContainEqual({ kind: 'removed', part: 'node', id: 'hot-links', name: 'Hot links' });
    const links = figures.filter((figure: { kind: string; part: string }) => figure.part === 'links');
    expect(links).toContainEqual(expect.objectContaining({ kind: 'node', metric: 'p99Ms', after: null }));
    expect(new Set(figures.map((figure: { kind: string }) => figure.kind))).toEqual(
      new Set(['totals', 'flow', 'layer', 'hop', 'node', 'edge']),
    );
  });

  test('text shows both values and the change, a design against itself none', async () => {
    const text = String((await call('diff', 'a.json', 'b.json')).output);
    expect(text).toMatch(/^ {2}− node Hot links \(hot-links\)$/m);
    expect(text).toMatch(/^ {2}node +Links +offered +1\.3k rps +11\.7k rps +\+818 %$/m);
    expect((await call('diff', 'a.json', 'a.json')).output).toBe(
      'Nothing of the system changed.\n\nNo figure changed.\n',
    );
  });

  test('both sides cannot be standard input', async () => {
    expect(await call('diff', '-', '-')).toMatchObject({
      exit: 2,
      notes: [expect.stringContaining('standard input')],
    });
  });
});

test('size finds other sizes, and writes the design that has them', async () => {
  const api = { id: 'api', kind: 'service', config: { replicas: 20 } };
  const system = {
    nodes: [{ id: 'c', kind: 'client' }, api],
    edges: [{ id: 'e', from: 'c', to: 'api' }],
    flows: [{ id: 'f', kind: 'read' as const, entry: 'c', rate: { rps: 10 } }],
  };
  const { host, written } = hostWith({ 'x.json': { ...tinyurl, system } });
  const { exit, output } = await run(['size', 'x.json', '--json', '--out', 'y.json'], host, '');
  expect(exit).toBe(0);
  // One server of the kind's defaults carries far more than 10 rps, and no target asks for a second.
  expect(JSON.parse(String(output)).changes).toEqual([
    { op: 'patch-config', id: 'api', patch: { replicas: 1 } },
  ]);
  expect(JSON.parse(String(written.get('y.json'))).system.nodes[1].config.replicas).toBe(1);
});

test('a design without a name is called so', async () => {
  const { host } = hostWith({ 'x.json': { ...tinyurl, name: '' } });
  for (const id of ['check', 'analyze', 'sweep'])
    expect(String((await run([id, 'x.json'], host, '')).output)).toMatch(/^Unnamed design(:|, load)/m);
});

test('schema prints a JSON Schema', async () => {
  const schema = JSON.parse(String((await call('schema')).output));
  expect(schema).toMatchObject({ $schema: expect.stringContaining('2020-12'), type: 'object' });
});

test('templates lists every template', async () => {
  expect((await call('templates')).output).toMatch(/^ {2}tinyurl +TinyURL +Short links/m);
});
