import { expect, test } from 'vitest';
import type { Analysis } from '../../../shared/analysis/analysis';
import { analyze } from '../../../shared/analysis/analyze';
import { compareFigures } from '../../../shared/analysis/compare';
import { explain, explainable } from '../../../shared/analysis/explanations/explain';
import { size } from '../../../shared/analysis/sizing/size';
import { readDesign } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import { countedTurns } from '../../../shared/math/work';
import { diffDesigns } from '../../../shared/model/diff';
import { parseDesignText } from '../../../shared/model/parse';
import { printDesign } from '../../../shared/model/print-design';
import type { Design } from '../../../shared/model/schema';
import { templates } from '../../../shared/templates/index';
import { mutantOf } from '../../support/schema-mutants';
import { seeded } from './mutations';

const fuzz = Number(process.env['LOADLINE_FUZZ'] ?? 1000);
/** Each goes through all of the engine: a twenty-fifth of the documents that the parser alone is tried with. */
const runs = Number(process.env['LOADLINE_MUTANTS'] ?? Math.ceil(fuzz / 25));
const seed = Number(process.env['LOADLINE_FUZZ_SEED'] ?? 1);
/** Sizes are searched for over many designs: one mutant in so many is sized. */
const sizedEvery = 250;
/** Turns of all loops that one mutant may take; the least of them take a million. */
const mostTurns = 600_000_000;

/** Where a value holds a number that JSON has no word for. */
function strangeIn(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => strangeIn(inner, `${path}.${field}`));
}

const partsOf = (analysis: Analysis): readonly (readonly [part: string, figures: object])[] => [
  ...analysis.flows.map((of) => [of.id, of] as const),
  ...analysis.nodes.map((of) => [of.id, of] as const),
  ...analysis.edges.map((of) => [of.id, of] as const),
  ...analysis.layers.map((of) => [`layer:${of.id}`, of] as const),
  ...analysis.hops.map((of) => [`${of.from}>${of.to}`, of] as const),
  ['totals', analysis.totals],
];

/** Analyses and explains a design, a few figures of each part in turn, and prints it; what is wrong with any of it. */
function faultsOf(design: Design, original: Design, run: number): readonly string[] {
  const resolved = resolve(design);
  const load = [0.1, 1, 2.5, 20][run % 4] ?? 1;
  const result = analyze(resolved, { load });
  if (!result.ok)
    return result.errors.every(({ targets }) => targets.length > 0) ? [] : ['an error of nothing'];
  const { analysis } = result;
  const explanations = partsOf(analysis).flatMap(([part, figures]) => {
    const metrics = explainable(figures);
    const metric = metrics[run % Math.max(1, metrics.length)];
    return metric === undefined ? [] : [explain(resolved, analysis, part, metric)];
  });
  const before = analyze(resolve(original), { load, percentiles: false });
  const changes = before.ok ? compareFigures(before.analysis, analysis) : [];
  const printed = parseDesignText(printDesign(design));
  return [
    ...strangeIn(analysis, 'analysis'),
    ...strangeIn(explanations, 'explanations'),
    ...strangeIn(changes, 'changes'),
    ...strangeIn(diffDesigns(original, design), 'diff'),
    ...(printed.ok ? [] : ['the printed design is not read']),
  ];
}

test(`${runs} mutants of the templates are analysed, explained, printed and compared in finite figures and turns`, {
  timeout: 600_000,
}, () => {
  const random = seeded(seed + 2);
  let accepted = 0;
  const faults: string[] = [];
  for (let run = 0; run < runs; run++) {
    const original = templates[run % templates.length]?.design as Design;
    const document = mutantOf(original, random);
    const read = readDesign(document);
    if (!read.ok) continue;
    accepted += 1;
    const begin = countedTurns();
    try {
      faults.push(...faultsOf(read.value, original, run).map((fault) => `run ${run}: ${fault}`));
      if (run % sizedEvery === 0) size(read.value);
    } catch (error) {
      throw new Error(`run ${run} of seed ${seed}: ${JSON.stringify(document)}`, { cause: error });
    }
    const turns = countedTurns() - begin;
    if (turns > mostTurns && run % sizedEvery !== 0) faults.push(`run ${run}: ${turns} turns`);
  }
  expect(faults.slice(0, 20)).toEqual([]);
  expect(accepted).toBeGreaterThan(runs / 2);
});
