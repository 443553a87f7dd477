import { describe, expect, test } from 'vitest';
import { run } from '../../../electron/cli/run';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { call, hostWith, tinyurl } from '../../support/cli-host';

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
    expect(text).toMatch(/^Redirect API utilization: 39 %\n/);
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
        '  Source: Arithmetic on other figures',
        '  Exact within the model.',
        '',
      ].join('\n'),
    );
    const none = String((await call('analyze', 'a.json', '--explain', 'shorten.approximate')).output);
    expect(none).toMatch(/^Shorten approximate: none\n/);
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
