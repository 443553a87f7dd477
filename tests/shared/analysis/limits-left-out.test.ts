import { expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { sketch } from '../../../shared/rules/sketch';

test('without limits every other figure is the same, and the greatest rates are left out', () => {
  const design = resolve(sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db'));
  const [whole, without] = [analyze(design), analyze(design, { limits: false })];
  if (!whole.ok || !without.ok) throw new Error('The sketch has no figures.');
  expect(whole.analysis.flows.every(({ maxRateRps }) => maxRateRps !== null)).toBe(true);
  expect(without.analysis).toEqual({
    ...whole.analysis,
    flows: whole.analysis.flows.map((flow) => ({
      ...flow,
      maxRateRps: null,
      bottleneck: null,
      targets: flow.targets,
    })),
  });
});
