import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import { candidatesOf } from '../../../../shared/analysis/sizing/candidates';
import { costOfStepsUsd, largerSteps } from '../../../../shared/analysis/sizing/steps';
import { resolve } from '../../../../shared/catalog/resolve';
import { templateOf } from '../../../../shared/templates/index';

describe('the candidates of a design', () => {
  for (const id of ['tinyurl', 'active-active'] as const)
    test(`have the figures and the cost of the design in their sizes: ${id}`, () => {
      const design = templateOf(id)?.design;
      if (design === undefined) throw new Error('none');
      const sizes = candidatesOf(design);
      const { given } = sizes;
      if (given === null) throw new Error('errors');
      for (const [i, node] of given.resolved.nodes.entries())
        for (const step of largerSteps(node, null).filter(({ value }) => value === 2 || value === 4)) {
          const next = sizes.after(given, [step]);
          if (next === null) throw new Error('errors');
          const whole = analyze(resolve(sizes.designOf(next)), { percentiles: false, limits: false });
          expect(whole.ok && whole.analysis).toEqual(next.analysis);
          const stored = given.analysis.nodes[i]?.cost?.storageUsd ?? 0;
          expect(next.costUsd - given.costUsd).toBeCloseTo(costOfStepsUsd(node, [step], stored), 6);
        }
    });

  test('are judged once, however they are come by', () => {
    const template = templateOf('tinyurl');
    if (template === undefined) throw new Error('none');
    const sizes = candidatesOf(template.design);
    if (sizes.given === null) throw new Error('errors');
    const node = sizes.given.resolved.nodes.find((of) => largerSteps(of, null).length > 0);
    const step = node === undefined ? undefined : largerSteps(node, null)[0];
    if (node === undefined || step === undefined) throw new Error('none');
    const more = sizes.after(sizes.given, [step]);
    if (more === null) throw new Error('errors');
    expect(more).not.toBe(sizes.given);
    const back = { ...step, value: node.config[step.size] };
    expect(sizes.after(more, [back])).toBe(sizes.given);
  });
});
