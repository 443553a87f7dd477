import { describe, expect, test } from 'vitest';
import { group } from '../../../shared/edits/group';
import { groupKindByName, likelyGroupKinds } from '../../../shared/edits/group-kind';
import { applyChanges } from '../../../shared/model/apply';
import { emptyDesign } from '../../../shared/model/empty-design';
import { type Design, groupsOf } from '../../../shared/model/schema';

const base: Design = {
  ...emptyDesign('a', 'Shop', '2026-01-05T10:00:00.000Z'),
  system: {
    nodes: [
      { id: 'in', kind: 'service', group: 'eu' },
      { id: 'out', kind: 'service' },
    ],
    groups: [{ id: 'eu', kind: 'region' }],
  },
  layout: {
    nodes: { in: { x: 40, y: 60 }, out: { x: 900, y: 60 } },
    groups: { eu: { x: 0, y: 0, width: 400, height: 240 } },
  },
};

const kindAround = (ids: readonly string[]) => {
  const result = group(base, { ids });
  return result.ok ? groupsOf(applyChanges(base, result.edit.changes)).at(-1)?.kind : result.reason;
};

describe('the kind of a group', () => {
  test.each([[['in']], [['out']], [['in', 'out']]])('around %s is plain until a person says one', (ids) => {
    expect(kindAround(ids)).toBe('frame');
  });

  test('that is offered first is a zone within a region, and a region around nothing else', () => {
    expect(likelyGroupKinds(base, new Set(['in']))[0]).toBe('zone');
    expect(likelyGroupKinds(base, new Set(['out']))[0]).toBe('region');
    expect(new Set(likelyGroupKinds(base, new Set(['in']))).size).toBe(6);
  });

  test.each([
    ['eu-west-1', 'region'],
    ['us-gov-east-1', 'region'],
    ['europe-west4', 'region'],
    ['Region North', 'region'],
    ['eu-west-1a', 'zone'],
    ['Zone A', 'zone'],
    ['AZ 2', 'zone'],
    ['Production VPC', 'vpc'],
    ['k8s', 'cluster'],
    ['Worker cluster', 'cluster'],
    ['Trust zone', 'trust-boundary'],
    ['DMZ', 'trust-boundary'],
    ['Checkout', null],
    ['Regional orders', null],
    ['Phase-1', null],
    ['', null],
  ])('%s says %s', (name, kind) => {
    expect(groupKindByName(name)).toBe(kind);
  });
});
