import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import type { EditResult } from '../../../shared/edits/edit';
import { standIn } from '../../../shared/edits/stand-in';
import { applyChanges } from '../../../shared/model/apply';
import { type Design, edgesOf, groupsOf, nodesOf } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';
import { templates } from '../../../shared/templates/index';

function applied(design: Design, result: EditResult): Design {
  if (!result.ok) throw new Error(result.reason.text);
  return applyChanges(design, result.edit.changes);
}

const availabilityOf = (design: Design, flow: string): number => {
  const result = analyze(resolve(design));
  return (result.ok ? result.analysis.flows.find(({ id }) => id === flow)?.availability : null) ?? Number.NaN;
};

const one = sketch({ user: 'client', api: 'service', mail: 'external-api' }, 'user -> api -> mail', {
  nodes: { mail: { name: 'Mail' } },
  config: { api: { replicas: 3, instanceAvailability: 1 }, mail: { instanceAvailability: 0.99 } },
});

test('a stand-in is called where the call of the original fails: both fail at once one time in 10 000', () => {
  // 1 − 0.01 × 0.01.
  expect(availabilityOf(one, 'reads')).toBeCloseTo(0.99, 9);
  const two = applied(one, standIn(one, { ids: ['mail'] }));
  expect(availabilityOf(two, 'reads')).toBeCloseTo(0.9999, 9);
  expect(nodesOf(two).map(({ name }) => name)).toContain('Mail 2');
  expect(edgesOf(two).filter(({ fallbackOf }) => fallbackOf !== undefined)).toMatchObject([
    { from: 'api', fallbackOf: 'api-mail' },
  ]);
});

test('the copies call what the originals call, fallbacks included', () => {
  const two = applied(one, standIn(one, { ids: ['mail'] }));
  const three = applied(two, standIn(two, { ids: ['api'] }));
  const copy = nodesOf(three).find(({ id, kind }) => kind === 'service' && id !== 'api')?.id;
  const calls = edgesOf(three).filter(({ from }) => from === copy);
  expect(calls).toHaveLength(2);
  expect(calls.find(({ fallbackOf }) => fallbackOf !== undefined)?.fallbackOf).toBe(
    calls.find(({ fallbackOf }) => fallbackOf === undefined)?.id,
  );
});

test('TinyURL keeps 99.99 % once its region and its CDN have one', () => {
  const design = templates.find(({ id }) => id === 'tinyurl')?.design;
  if (design === undefined) throw new Error('the template is there');
  const region = groupsOf(design).find(({ kind }) => kind === 'region')?.id ?? '';
  expect(availabilityOf(design, 'redirect')).toBeLessThan(0.9999);
  const regions = applied(design, standIn(design, { ids: [region] }));
  const both = applied(regions, standIn(regions, { ids: ['cdn'] }));
  expect(availabilityOf(both, 'redirect')).toBeGreaterThan(0.9999);
  expect(availabilityOf(both, 'shorten')).toBeGreaterThan(0.9999);
});

describe('it is refused', () => {
  test.each([
    ['of a client, where requests start', ['user'], /Requests start in it/],
    ['of nothing', [], /Select a component/],
  ])('%s', (_, ids, why) => {
    const result = standIn(one, { ids });
    expect(result.ok ? '' : result.reason.text).toMatch(why);
  });

  test('of what nothing calls', () => {
    const alone = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api', {});
    const result = standIn(alone, { ids: ['db'] });
    expect(result.ok ? '' : result.reason.text).toMatch(/Nothing calls it/);
  });
});
