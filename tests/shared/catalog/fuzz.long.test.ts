import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { readDesign, readDesignText } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import { toSvg } from '../../../shared/formats/svg/draw';
import { describeProblem } from '../../../shared/model/problems';
import type { Result } from '../../../shared/model/result';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { templates } from '../../../shared/templates/index';
import { enlarged, garbled, mutated, seeded } from './mutations';

const runs = Number(process.env['LOADLINE_FUZZ'] ?? 1000);
/** Most of these are no JSON: fewer say as much. */
const garbledRuns = Math.ceil(runs / 4);
/** Large documents take longer. */
const enlargedRuns = Math.ceil(runs / 8);
const drawnEvery = 4;
const seed = Number(process.env['LOADLINE_FUZZ_SEED'] ?? 1);

const folder = new URL('../../fixtures/designs/', import.meta.url);
const fixtures = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const texts = [...fixtures, ...templates.map(({ design }) => JSON.stringify(design))];
const documents = texts.map((text) => JSON.parse(text) as object);

/** Percentiles cost a hundred times what the rest does: one document in so many has them. */
const percentilesEvery = 200;
/** Figures and rules cost six times what reading does: of many documents one in so many goes through them too. */
const figuresEvery = runs > 1000 ? 3 : 1;
let taken = 0;

/** Reads; what is refused has to say why in words, what is accepted has to be resolved and analysed. */
function follow(result: Result<Design>, run: number): 'accepted' | 'refused' {
  if (!result.ok) {
    expect(result.problems.length).toBeGreaterThan(0);
    // One assertion a document: ten thousand documents have a hundred thousand problems.
    const unclear = result.problems
      .map((problem) => describeProblem(problem))
      .filter((text) => /\{\w+\}/.test(text));
    expect(unclear).toEqual([]);
    return 'refused';
  }
  const design = resolve(result.value);
  taken += 1;
  if (taken % figuresEvery !== 0 && run % percentilesEvery !== 0) return 'accepted';
  const outcome = analyze(design, { percentiles: run % percentilesEvery === 0 });
  const analysis = outcome.ok ? outcome.analysis : null;
  evaluateRules({ design, analysis, errors: outcome.ok ? [] : outcome.errors });
  return 'accepted';
}

function named(run: number, document: string, what: () => void): void {
  try {
    what();
  } catch (error) {
    throw new Error(`run ${run} of seed ${seed}: ${document}`, { cause: error });
  }
}

test(`${runs} mutated documents never throw, neither in the parser nor, where it takes them, behind it`, {
  timeout: 600_000,
}, () => {
  const random = seeded(seed);
  const counts = { accepted: 0, refused: 0 };
  for (let run = 0; run < runs; run += 1) {
    const document = mutated(documents[run % documents.length] ?? {}, random);
    named(run, JSON.stringify(document), () => {
      counts[follow(readDesign(document), run)] += 1;
    });
  }
  // Else the mutations are too wild or too tame to say anything.
  expect(counts.accepted).toBeGreaterThan(runs / 10);
  expect(counts.refused).toBeGreaterThan(runs / 10);
});

test(`${enlargedRuns} documents with much in them, far away or deep, never throw, and are drawn where they are read`, {
  timeout: 600_000,
}, () => {
  const random = seeded(seed + 2);
  const counts = { accepted: 0, refused: 0 };
  for (let run = 0; run < enlargedRuns; run += 1) {
    const document = enlarged(documents[run % documents.length] ?? {}, random);
    named(run, JSON.stringify(document).slice(0, 10_000), () => {
      const result = readDesignText(JSON.stringify(document));
      counts[follow(result, run)] += 1;
      if (!result.ok || run % drawnEvery !== 0) return;
      const { svg } = toSvg(result.value, resolve(result.value), null, {});
      expect(/NaN|Infinity/.test(svg)).toBe(false);
    });
  }
  expect(counts.accepted).toBeGreaterThan(enlargedRuns / 10);
  expect(counts.refused).toBeGreaterThan(enlargedRuns / 10);
});

test(`${garbledRuns} garbled texts never throw, neither in the parser nor, where it takes them, behind it`, {
  timeout: 600_000,
}, () => {
  const random = seeded(seed + 1);
  const counts = { accepted: 0, refused: 0 };
  for (let run = 0; run < garbledRuns; run += 1) {
    const text = garbled(texts[run % texts.length] ?? '', random);
    named(run, text, () => {
      counts[follow(readDesignText(text), run)] += 1;
    });
  }
  expect(counts.accepted).toBeGreaterThan(0);
  expect(counts.refused).toBeGreaterThan(garbledRuns / 10);
});
