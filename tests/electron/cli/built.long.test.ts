import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compiledName, openScripts } from '../../../electron/cli/scripts.mjs';
import { projectRoot } from '../../../electron/launch/project.mjs';
import { readDesignFile } from '../../../shared/formats/read-design-file';
import { counts } from '../../../shared/model/limits';
import { templateOf } from '../../../shared/templates';
import { type BuiltCli, builtCli } from '../../support/built-cli';
import { commentsWithoutSvg, designFile, packedLists, wrongNodes } from '../../support/hostile-files';

const tinyurl = 'shared/templates/tinyurl.json';
const overloaded = 'shared/templates/tinyurl-without-cache.json';
const bad = 'tests/fixtures/bad';

let cli: BuiltCli;
let folder: string;
beforeAll(async () => {
  cli = await builtCli();
  folder = mkdtempSync(join(tmpdir(), 'loadline-cli-'));
}, 60_000);
afterAll(() => {
  cli.remove();
  rmSync(folder, { recursive: true });
});

const design = (system: string) =>
  `{"format":"loadline","version":1,"id":"big","name":"Big","system":${system}}`;

/** What each bad file is refused with, after its name. */
const refusals: Readonly<Record<string, RegExp>> = {
  'binary.bin': /^Neither a Loadline design nor a PNG or SVG\. Choose/,
  'blank.json': /^The file is empty\. Choose/,
  'cut-off.json': /^This is not JSON: line 10, column 7 .* Fix/,
  'damaged.png': /^The design inside this PNG is damaged: its checksum is wrong\./,
  'dangling-edge.json': /^system\.edges\[0\]\.to: "e1" names the node "gone", which does not exist\. Name/,
  'dangling-entry.json': /^system\.flows\[0\]\.entry: "read" names the node "nobody"/,
  'dangling-group.json': /^system\.nodes\[0\]\.group: "api" names the group "nowhere"/,
  'duplicate-ids.json': /^system\.nodes\[1\]\.id: Another part already has the id "api"\. Give/,
  'empty.json': /^The file is empty\. Choose/,
  'infinite.json': /^system\.nodes\[0\]\.config\.serviceMs: Infinity cannot be in/,
  'list.json': /^A design is one JSON object, but this is an empty list\. Choose/,
  'negative.json': /^system\.nodes\[1\]\.config\.readMs: Must be at least 0, but is -3\. Correct/,
  'newer-version.json': /^version: The file is of version 99, newer than .* Update Loadline/,
  'no-replicas.json': /^system\.nodes\[0\]\.config\.replicas: Must be at least 1, but is 0\./,
  'not-a-number.json': /^This is not JSON: line 12, column 24 has "NaN" where a value belongs\. Fix/,
  'prototype.json': /^system\.__proto__: A field may not be named __proto__\. Rename/,
  'runaway-loop.json': /^Service \(api\): .* is a loop that multiplies what goes round/,
  'text-for-number.json': /^system\.nodes\[0\]\.config\.replicas: Must be a number, but is "three"\./,
  'two-rates.json':
    /^system\.flows\[0\]\.rate: The flow "read" has more than one of rps, share, and a ratio of another flow\. Keep .* \(And 1 more\.\)$/,
  'unknown-kind.json': /^system\.nodes\[0\]\.kind: "api" is of the kind "tele\\u001b\[31mport"/,
  'utf16.json': /^The text is not UTF-8\. Save it as UTF-8/,
  'without-design.png': /^This PNG has no design inside/,
  'without-design.svg': /^This SVG has no design inside/,
  'words.txt': /^Neither a Loadline design/,
  'wrong-format.json': /^format: Not a Loadline design: .* but is "drawing"\. Choose/,
};

/** One line on standard error that names the file and matches; nothing on standard output; exit code 2. */
async function expectRefusal(name: string, words: RegExp): Promise<void> {
  const { exit, output, errors } = await cli.run(['analyze', name, '--json']);
  expect(errors.split('\n')).toEqual([expect.any(String), '']);
  expect(errors.startsWith(`${name}: `), errors).toBe(true);
  expect(errors.slice(name.length + 2).trimEnd()).toMatch(words);
  expect({ exit, output: output.toString() }).toEqual({ exit: 2, output: '' });
}

test('what V8 compiled lies beside the scripts, and V8 takes it', () => {
  const scripts = openScripts(cli.folder);
  scripts.load('main.cjs');
  const names = readdirSync(cli.folder);
  const compiled = names.filter((name) => name.endsWith('.cjs') && names.includes(compiledName(name)));
  expect(compiled.length).toBeGreaterThan(10);
  for (const name of compiled) scripts.load(name);
  const rejected = scripts.opened().filter(({ script }) => script.cachedDataRejected === true);
  expect(rejected.map(({ name }) => name)).toEqual([]);
});

describe('a bad file is refused in one line that names file, place and fix', () => {
  test('and every file of the folder is reported', () => {
    expect(Object.keys(refusals).sort()).toEqual(readdirSync(join(projectRoot, bad)).sort());
  });

  test.concurrent.each(Object.entries(refusals))('%s', async (file, words) => {
    await expectRefusal(`${bad}/${file}`, words);
  });

  test.concurrent('one that is not there, and a folder', async () => {
    await expectRefusal(`${bad}/nowhere.json`, /^There is no such file\. Check/);
    await expectRefusal(bad, /^This is a folder\. Name/);
  });

  test.concurrent('a name with a line break stays on one line', async () => {
    const { errors } = await cli.run(['check', 'two\nlines.json']);
    expect(errors).toBe('two\\u000alines.json: There is no such file. Check the name and the folder.\n');
  });

  test('lists in lists, a hundred thousand deep', async () => {
    const name = join(folder, 'deep.json');
    writeFileSync(name, design(`{"nodes":${'['.repeat(100_000)}${']'.repeat(100_000)}}`));
    await expectRefusal(name, /^Line 1, column \d+ is nested more than 64 levels deep\. Reduce/);
  });

  test('more than is read of any file', async () => {
    const name = join(folder, 'large.json');
    writeFileSync(name, design(`{"nodes":[]}`).replace('Big', 'B'.repeat(counts.fileBytes)));
    await expectRefusal(name, /^There are more than 32000000 bytes\. Choose a smaller file\.$/);
  });

  test.each([
    ['comments.svg', () => commentsWithoutSvg(40), /^Neither a Loadline design/],
    ['lists.png', () => packedLists(99_000_000), /^The design inside this picture unpacks to more than/],
    [
      'wrong.json',
      () => designFile(wrongNodes(90_000)),
      /^system\.nodes\[0\]\.id: .* \(And at least 999 more\.\)$/,
    ],
  ])('%s, made to take long', async (name, bytes, words) => {
    const path = join(folder, name);
    writeFileSync(path, bytes());
    await expectRefusal(path, words);
  });
});

describe('check', () => {
  test('is fine with a design that raises nothing, read from standard input too', async () => {
    const text = readFileSync(join(projectRoot, tinyurl));
    expect((await cli.run(['check', tinyurl])).exit).toBe(0);
    const { exit, output, errors } = await cli.run(['check', '-', '--json'], text);
    expect({ exit, errors }).toEqual({ exit: 0, errors: '' });
    expect(JSON.parse(output.toString())).toMatchObject({ suppressed: [], counts: { error: 0 } });
  });

  test('exits with 1 where something is broken, and says what, without colour codes', async () => {
    const { exit, output, errors } = await cli.run(['check', overloaded]);
    expect({ exit, errors }).toEqual({ exit: 1, errors: '' });
    expect(output.toString()).toMatch(/^error {5}Links \(links\) {2}saturated\n/);
    expect(output.toString()).not.toContain('\u001b');
  });
});

describe('export', () => {
  const readBack = async (name: string) => {
    const read = await readDesignFile(name, readFileSync(join(folder, name)));
    return read.ok ? read.value.designs[0] : read;
  };

  test('a PNG is drawn without a browser, with the design inside, and is read again', async () => {
    const out = join(folder, 'tinyurl.png');
    const { exit, output, errors } = await cli.run(['export', tinyurl, '--out', out, '--scale', '1']);
    expect({ exit, output: output.toString(), errors }).toEqual({
      exit: 0,
      output: '',
      errors: `Wrote ${out}.\n`,
    });
    expect(await readBack('tinyurl.png')).toEqual(templateOf('tinyurl')?.design);
    expect((await cli.run(['check', out])).exit).toBe(0);
    // Letters, lines and cards of a picture this size; an empty ground would be a few kilobytes.
    expect(statSync(out).size).toBeGreaterThan(50_000);
  });

  test('letters that no font has are named on standard error, script by script', async () => {
    // U+1CFFF is no letter of any script: no font has it.
    const text = design('{"nodes":[{"id":"a","kind":"service","name":"\u{1cfff} API"}]}');
    const out = join(folder, 'letters.png');
    const { exit, errors } = await cli.run(['export', '-', '--out', out, '--scale', '1'], text);
    expect(exit).toBe(0);
    expect(errors).toBe(
      `standard input: No font on this system draws some signs (\u{1cfff}) into a PNG. Install one, or export an SVG.\nWrote ${out}.\n`,
    );
  });

  test('--no-embed leaves the design out, in PNG and SVG', async () => {
    for (const name of ['bare.png', 'bare.svg']) {
      const out = join(folder, name);
      expect((await cli.run(['export', tinyurl, '--out', out, '--no-embed', '--scale', '0.5'])).exit).toBe(0);
      expect(await readBack(name)).toMatchObject({
        ok: false,
        problems: [{ key: expect.stringMatching(/without-design/) }],
      });
    }
  });

  test('a picture leaves a design out that could not be read from it again, and says so', async () => {
    const texts = Array.from({ length: 90 }, (_, i) => [`s${i}`, 'words '.repeat(16_000)]);
    const writing = { sections: Object.fromEntries(texts) };
    const [large, out] = [join(folder, 'large-design.json'), join(folder, 'large-design.svg')];
    writeFileSync(large, JSON.stringify({ ...templateOf('tinyurl')?.design, writing }));
    const { exit, errors } = await cli.run(['export', large, '--out', out]);
    const note = 'The picture does not contain the design, which is too large for it. Export it as JSON too.';
    expect({ exit, errors }).toEqual({ exit: 0, errors: `${large}: ${note}\nWrote ${out}.\n` });
    expect(await readBack('large-design.svg')).toMatchObject({ problems: [{ key: 'svg-without-design' }] });
  });

  test('an SVG to standard output carries its font and its design', async () => {
    const { output } = await cli.run(['export', tinyurl, '--format', 'svg', '--out', '-', '--theme', 'dark']);
    expect(output.toString()).toMatch(/^<svg [\s\S]*font\/woff2;base64,[\s\S]*<\/svg>\n$/);
    expect((await readDesignFile('out.svg', output)).ok).toBe(true);
  });

  test('a picture of pixels that no program would open is refused', async () => {
    const { exit, errors } = await cli.run([
      'export',
      tinyurl,
      '--format',
      'png',
      '--out',
      '-',
      '--scale',
      '16',
    ]);
    expect(exit).toBe(2);
    expect(errors).toMatch(
      /^export: At --scale 16 this picture is too large\. Write at most --scale [\d.]+\.\n$/,
    );
  });
});

test.runIf(existsSync('/dev/full'))('output that finds no room ends in one line and exit code 2', () => {
  const words = [join(cli.folder, 'loadline.mjs'), 'schema'];
  const { status, stderr } = spawnSync(process.execPath, words, {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'standard output: The disk is full. Make room, or write to another one.\n',
  });
});

test('scripts run without what V8 compiled, and with that of another version of it', async () => {
  const folder = mkdtempSync(join(projectRoot, '.cache', 'cli-'));
  cpSync(cli.folder, folder, { recursive: true });
  const compiled = readdirSync(folder).filter((name) => name.endsWith(compiledName('.cjs')));
  compiled.forEach((name, at) => {
    if (at % 2 === 0) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), 'of another version');
  });
  const words = [join(folder, 'loadline.mjs'), 'analyze', tinyurl, '--json'];
  const { status, stdout } = spawnSync(process.execPath, words, { cwd: projectRoot });
  rmSync(folder, { recursive: true });
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: (await cli.run(['analyze', tinyurl, '--json'])).output,
  });
});

test('new starts a design from a template, and never over a file that is there', async () => {
  const out = join(folder, 'mine.loadline.json');
  expect((await cli.run(['new', 'tinyurl', '--out', out])).exit).toBe(0);
  const { exit, errors } = await cli.run(['new', 'tinyurl', '--out', out]);
  expect({ exit, errors }).toEqual({
    exit: 2,
    errors: `${out}: The file exists already. Name another one, or remove it first.\n`,
  });
  const read = await readDesignFile(out, readFileSync(out));
  const made = read.ok ? read.value.designs[0] : null;
  expect(made?.system).toEqual(templateOf('tinyurl')?.design.system);
  expect(made?.id).not.toBe(templateOf('tinyurl')?.design.id);
});
