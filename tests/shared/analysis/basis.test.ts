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

test('what follows from the same design and load takes over its loads and limits', () => {
  const analyzer = createAnalyzer();
  const resolved = analyzer.resolve(sceneOf(220));
  const first = turnsOf(() => analyzer.analyze(resolved, { percentiles: false }));
  const second = turnsOf(() => analyzer.analyze(resolved, { percentiles: false }));
  expect(first).toBeGreaterThan(1_000);
  expect(second).toBeLessThan(first / 10);
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
