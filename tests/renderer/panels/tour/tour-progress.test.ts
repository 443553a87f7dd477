import { expect, test } from 'vitest';
import { isStepDone, movedOn, overloadedIn, stepAfter } from '../../../../renderer/panels/tour/tour-progress';
import { tourSteps } from '../../../../renderer/store/editor/view';
import type { Analysis } from '../../../../shared/analysis/analysis';
import { analyze } from '../../../../shared/analysis/analyze';
import { resolve } from '../../../../shared/catalog/resolve';
import { applyChanges } from '../../../../shared/model/apply';
import type { Change } from '../../../../shared/model/changes';
import { templateOf } from '../../../../shared/templates/index';

const overloadedDesign = templateOf('tinyurl-without-cache')?.design;

function figuresWith(changes: readonly Change[], load = 1): Analysis {
  if (overloadedDesign === undefined) throw new Error('There is no such template.');
  const result = analyze(resolve(applyChanges(overloadedDesign, changes)), { load, percentiles: false });
  if (!result.ok) throw new Error('It has no figures.');
  return result.analysis;
}

const start = figuresWith([]);
const nothing: ReadonlySet<string> = new Set();
const sight = { analysis: start, stale: false, selected: nothing };
const askedRps = movedOn({ step: 'reason', askedRps: 0 }, start).askedRps;
const moreShards: Change = { op: 'patch-config', id: 'links', patch: { shards: 8 } };

test('the steps follow each other, and the last stays', () => {
  expect(tourSteps.map(stepAfter)).toEqual(['overload', 'reason', 'fix', 'done', 'done']);
});

test('the design of the tour is overloaded, and the tour points at its store', () => {
  expect(overloadedIn(start)).toBe('links');
  expect(isStepDone({ step: 'overload', askedRps: 0 }, sight)).toBe(false);
  expect(isStepDone({ step: 'overload', askedRps: 0 }, { ...sight, selected: new Set(['links']) })).toBe(
    true,
  );
  expect(isStepDone({ step: 'overload', askedRps: 0 }, { ...sight, selected: new Set(['cdn']) })).toBe(false);
});

test('reading is left by the person alone', () => {
  for (const step of ['load', 'reason', 'done'] as const)
    expect(isStepDone({ step, askedRps: 0 }, { ...sight, selected: new Set(['links']) })).toBe(false);
});

test('it is fixed once everything that was asked is served, and not by asking for less', () => {
  // 11 600 redirects and 116 new links a second.
  expect(askedRps).toBeCloseTo(11_716, 0);
  const fix = { step: 'fix', askedRps } as const;
  expect(isStepDone(fix, sight)).toBe(false);
  expect(isStepDone(fix, { ...sight, analysis: figuresWith([moreShards]) })).toBe(true);
  expect(isStepDone(fix, { ...sight, analysis: figuresWith([moreShards]), stale: true })).toBe(false);
  expect(isStepDone(fix, { ...sight, analysis: figuresWith([], 0.25) })).toBe(false);
});
