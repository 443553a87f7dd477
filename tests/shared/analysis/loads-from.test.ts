import { expect, test } from 'vitest';
import { loadDesign } from '../../../shared/analysis/load-design';
import { solveLoads, solveLoadsFrom } from '../../../shared/analysis/loads';
import { reachedFrom } from '../../../shared/analysis/used-calls';
import { resolve } from '../../../shared/catalog/resolve';
import { sceneOf } from '../../bench/scene';

test.each([1, 3, 40])(
  'what a share leads to has the loads of a whole sweep at %s times the rates',
  (factor) => {
    const result = loadDesign(resolve(sceneOf(120, { edgesPerNode: 2 })));
    if (!result.ok) throw new Error('The scene has no loads');
    const { model } = result.loaded;
    const first = solveLoads(model, factor);
    for (const node of model.placed) {
      const shares = new Map([[node, 0.4]]);
      const isReached = reachedFrom(model, [node]);
      const part = solveLoadsFrom(first, model, factor, { shares, isAsked: (of) => isReached[of] === 1 });
      const whole = solveLoads(model, factor, shares);
      for (const [at, { readsRps, writesRps }] of whole.nodes.entries()) {
        expect(part.nodes[at]?.readsRps).toBeCloseTo(readsRps, 6);
        expect(part.nodes[at]?.writesRps).toBeCloseTo(writesRps, 6);
      }
      expect(part.nodes).not.toEqual(first.nodes);
    }
  },
);
