import { expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { createAnalyzer } from '../../../shared/analysis/analyzer';
import { resolve } from '../../../shared/catalog/resolve';
import { countedTurns } from '../../../shared/math/work';
import { sceneOf } from '../../bench/scene';

/** Turns that a call takes: what it costs on any machine. */
function turnsOf(call: () => void): number {
  const before = countedTurns();
  call();
  return countedTurns() - before;
}

test('percentiles after the means of the same design and load take over its loads and limits', () => {
  const design = sceneOf(220);
  const analyzer = createAnalyzer();
  const resolved = analyzer.resolve(design);
  const whole = turnsOf(() => analyze(resolve(structuredClone(design))));
  const means = turnsOf(() => analyzer.analyze(resolved, { percentiles: false }));
  const percentiles = turnsOf(() => analyzer.analyze(resolved));
  expect(means).toBeGreaterThan(0);
  expect(means + percentiles).toBeLessThan(1.05 * whole);
});

test('the figures are those of the design alone, whatever was analysed between', () => {
  const design = sceneOf(110);
  const analyzer = createAnalyzer();
  const resolved = analyzer.resolve(design);
  analyzer.analyze(resolved, { percentiles: false, limits: false });
  analyzer.analyze(resolved, { load: 2 });
  expect(analyzer.analyze(resolved)).toEqual(analyze(resolve(structuredClone(design))));
  expect(analyzer.analyze(resolved, { load: 2 })).toEqual(analyze(resolve(design), { load: 2 }));
});
