import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { applyChanges } from '../../../shared/model/apply';
import { withLocked } from '../../../shared/model/locked';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { ruleOf } from '../../../shared/rules/index';
import { proposeSizes } from '../../../shared/rules/size-proposal';
import { sketch } from '../../../shared/rules/sketch';
import { templateOf } from '../../../shared/templates/index';

/** 8 servers where fewer carry the load. */
const generous = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
  config: { api: { replicas: 8 }, db: { replicasPerShard: 2 } },
});

function findings(written: Design): ReadonlySet<string> {
  const design = resolve(written);
  const result = analyze(design);
  const analysis = result.ok ? result.analysis : null;
  const found = evaluateRules({ design, analysis, errors: [] }).findings;
  return new Set(found.map(({ rule, target }) => `${rule} ${target}`));
}

function proposed(design: Design, load = 1) {
  let compared = 0;
  const result = proposeSizes(design, load, () => {
    compared += 1;
  });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return { ...result.proposal, compared };
}

describe('sizes as they are proposed', () => {
  test('say each setting now and then, and cost what the design then costs', () => {
    const { changes, settings, costBeforeUsd, costAfterUsd, compared } = proposed(generous);
    const api = settings.find(({ part }) => part === 'api');
    expect(api).toMatchObject({ field: 'replicas', before: 8 });
    expect(api?.after).toBeLessThan(8);
    const result = analyze(resolve(applyChanges(generous, changes)));
    expect(result.ok && result.analysis.totals.monthlyCostUsd).toBe(costAfterUsd);
    expect(costAfterUsd).toBeLessThan(costBeforeUsd ?? 0);
    expect(compared).toBeGreaterThan(1);
  });

  test('leave locked components as they are, and name them', () => {
    const { settings, locked } = proposed(withLocked(generous, ['api'], true));
    expect(settings.filter(({ part }) => part === 'api')).toEqual([]);
    expect(locked).toEqual(['api']);
  });

  test('leave out what would raise a finding, and say which', () => {
    const template = templateOf('microservices');
    if (template === undefined) throw new Error('There is no such template.');
    const { design } = template;
    const { changes, heldBack } = proposed(design);
    // One server fewer would carry the load, with none to spare.
    expect(heldBack).toContainEqual({
      rule: 'no-spare-server',
      title: ruleOf('no-spare-server')?.title,
      target: 'finder',
      parts: ['finder'],
    });
    const before = findings(design);
    const raised = [...findings(applyChanges(design, changes))].filter((key) => !before.has(key));
    expect(raised).toEqual([]);
  });

  test('of TinyURL grow with a load that overloads it, though a finding of its own load is hidden by that overload', () => {
    const template = templateOf('tinyurl');
    if (template === undefined) throw new Error('There is no such template.');
    const { settings, targets } = proposed(template.design, 2.99);
    const api = settings.find(({ part, field }) => part === 'redirect-api' && field === 'replicas');
    expect(api?.after).toBeGreaterThan(api?.before ?? Number.POSITIVE_INFINITY);
    expect(targets.filter(({ metric, after }) => metric === 'p99Ms' && !after.met)).toEqual([]);
  });

  test('grow with the load that is shown', () => {
    const replicas = (load: number): number => {
      const { settings } = proposed(generous, load);
      return settings.find(({ part, field }) => part === 'api' && field === 'replicas')?.after ?? 8;
    };
    expect(replicas(10)).toBeGreaterThan(replicas(1));
  });
});
