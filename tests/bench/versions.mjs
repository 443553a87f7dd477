// `npm run bench versions -- <folder of another checkout> [part of a cell's name]`: the engine of this checkout against that
// of another, run after run in one process, by the time of the processor, which a busy machine changes least.
import { existsSync } from 'node:fs';
import { join, resolve as resolvePath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * The cells of this folder on the engine of a checkout.
 * @param {string} root
 * @param {string} checkout
 * @param {string} name
 * @returns {Promise<typeof import('./cells')>}
 */
async function cellsOn(root, checkout, name) {
  const engine = {
    name: 'engine-of-a-checkout',
    /** @param {string} source */
    resolveId(source) {
      const inShared = /^\.\.\/\.\.\/(shared\/.+)$/.exec(source)?.[1];
      return inShared === undefined ? null : join(checkout, `${inShared}.ts`);
    },
  };
  const bundle = await rolldown({
    input: join(root, 'tests/bench/cells.ts'),
    platform: 'node',
    external: [/^node:/],
    plugins: [engine],
  });
  const file = join(root, `.cache/bench/cells-${name}.mjs`);
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return import(pathToFileURL(file).href);
}

/** @param {() => void} call */
function processorMs(call) {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @param {readonly number[]} values */
function medianOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * @param {readonly import('./cells').Cell[]} pair
 * @returns {readonly number[][]}
 */
function timesOf(pair) {
  const times = pair.map(() => /** @type {number[]} */ ([]));
  const runs = Math.max(...pair.map(({ runs }) => runs));
  const warmUp = Math.ceil(runs / 5);
  for (let run = 0; run < warmUp + runs; run += 1)
    // Whichever is first finds the caches as the other left them: they take turns.
    for (const which of run % 2 === 0 ? [0, 1] : [1, 0]) {
      const call = pair[which]?.prepare(run);
      if (call === undefined) continue;
      const ms = processorMs(call);
      if (run >= warmUp) times[which]?.push(ms);
    }
  return times;
}

/**
 * @param {string} root
 * @param {string | undefined} other
 * @param {string} wanted
 */
export async function benchVersions(root, other, wanted = '') {
  if (other === undefined || !existsSync(join(other, 'shared/analysis/analyze.ts')))
    throw new Error('Name the folder of another checkout: npm run bench versions -- ../before');
  const before = await cellsOn(root, resolvePath(other), 'before');
  const now = await cellsOn(root, root, 'now');
  console.log('| cell | before, ms | now, ms | now ÷ before, least | median |');
  console.log('| --- | ---: | ---: | ---: | ---: |');
  for (const [i, make] of before.groups.entries()) {
    const [olds, news] = [make(), now.groups[i]?.() ?? []];
    for (const [j, old] of olds.entries()) {
      const cell = news[j];
      if (cell === undefined || !cell.name.includes(wanted)) continue;
      const [was = [], is = []] = timesOf([old, cell]);
      const [least, median] = [Math.min(...is) / Math.min(...was), medianOf(is) / medianOf(was)];
      const row = [
        cell.name,
        Math.min(...was).toFixed(2),
        Math.min(...is).toFixed(2),
        least.toFixed(2),
        median.toFixed(2),
      ];
      console.log(`| ${row.join(' | ')} |`);
    }
  }
}
