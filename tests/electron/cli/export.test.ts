import { describe, expect, test } from 'vitest';
import { exportOptions } from '../../../electron/cli/export-options';
import { run } from '../../../electron/cli/run';
import { formats } from '../../../shared/formats';
import { endingsOf } from '../../../shared/formats/format';
import { call, files, hostWith, tinyurl } from '../../support/cli-host';

describe('export', () => {
  test('offers every format that there is, by the ending of its files', () => {
    const words = ['png', 'svg', 'md', 'html', 'csv', 'json'];
    expect(formats.map((format) => endingsOf(format)[0])).toEqual(words);
    expect(exportOptions.find(({ name }) => name === 'format')?.choices).toEqual(words);
  });

  test('has the flags of the formats, made of their options', async () => {
    expect(String((await call('export', '--help')).output)).toBe(
      [
        'loadline export FILE [--format png|svg|md|html|csv|json] --out FILE [--scale N] [--theme light|dark] [--overlay FIGURE] [--background none|COLOR] [--lanes] [--no-embed]',
        '',
        'Write a design as a picture, as a page, as tables or as JSON.',
        '',
        '  --format png|svg|md|html|csv|json  What to write; by the ending of --out where left out.',
        '  --out FILE                         The file to write; - for standard output.',
        '  --scale N                          Pixels of a PNG for each of the picture; 2 where left out.',
        '  --theme light|dark                 Of a picture; light where left out.',
        '  --overlay FIGURE                   What cards show in colours, with a legend: load, latency, tail, layer, availability, cost, findings; load where left out.',
        '  --background none|COLOR            Of a picture; that of its theme where left out.',
        '  --lanes                            Draw a picture in lanes, a column per layer with its figures.',
        '  --no-embed                         Leave the design out of the picture.',
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
      'export: No format has files that end in .docx. Write --format png|svg|md|html|csv|json, or name a file that ends in one of them.',
    ],
    [
      ['export', 'a.json', '--out', 'x.pdf'],
      'export: No format has files that end in .pdf. Write --format png|svg|md|html|csv|json, or name a file that ends in one of them.',
    ],
    [
      ['export', 'a.json', '--out', 'a.png/x'],
      'export: --format is missing. Write --format png|svg|md|html|csv|json, or name a file that ends in one of them.',
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
