import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { chooseFlow, flowChips } from '../../../shared/edits/flow-chips';
import { firstFlow, otherFlow } from '../../../shared/edits/flow-offers';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';

const design: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system: {
    flows: [
      { id: 'redirect', name: 'Redirect', kind: 'read', entry: 'user', rate: { rps: 11_600 } },
      { id: 'shorten', name: 'Shorten', kind: 'write', entry: 'user', rate: { rps: 116 } },
      { id: 'stats', name: 'Stats', kind: 'read', entry: 'user', rate: { rps: 5 } },
    ],
    nodes: [
      { id: 'user', kind: 'client' },
      { id: 'lb', kind: 'load-balancer' },
      { id: 'a', kind: 'service', name: 'Redirect API' },
      { id: 'b', kind: 'service', name: 'shorten service' },
      { id: 'c', kind: 'service', name: 'Other' },
    ],
    edges: [
      { id: 'in', from: 'user', to: 'lb' },
      { id: 'la', from: 'lb', to: 'a' },
      { id: 'lb1', from: 'lb', to: 'b' },
      { id: 'ac', from: 'a', to: 'c' },
    ],
  },
};
const flowsAfter = (from: Design, edge: string, choice: string) =>
  Object.fromEntries(
    (applyChanges(from, chooseFlow(from, edge, choice)).system.edges ?? []).map((part) => [
      part.id,
      part.flows,
    ]),
  );

describe('the chips of a second edge', () => {
  test('offer the split and each flow, the one that the callee is named after chosen', () => {
    expect(flowChips(design, 'lb1')).toEqual({
      edge: 'lb1',
      options: [
        { choice: 'split', name: '' },
        { choice: 'redirect', name: 'Redirect' },
        { choice: 'shorten', name: 'Shorten' },
        { choice: 'stats', name: 'Stats' },
      ],
      selected: 'shorten',
      splitShare: 0.5,
    });
  });

  test('choose the split where the name says nothing', () => {
    const renamed = applyChanges(design, [{ op: 'patch-node', id: 'b', patch: { name: 'Backend' } }]);
    expect(flowChips(renamed, 'lb1')?.selected).toBe('split');
  });

  test('are not shown for a first edge, for one flow or where nothing is distributed', () => {
    expect(flowChips(applyChanges(design, [{ op: 'remove', ids: ['la'] }]), 'lb1')).toBeNull();
    expect(flowChips(applyChanges(design, [{ op: 'remove', ids: ['shorten', 'stats'] }]), 'lb1')).toBeNull();
    expect(flowChips(design, 'ac')).toBeNull();
    expect(flowChips(design, 'nobody')).toBeNull();
  });
});

describe('choosing a flow for an edge', () => {
  test('gives it that flow and leaves the others to the edge beside it', () => {
    expect(flowsAfter(design, 'lb1', 'shorten')).toEqual({
      in: undefined,
      la: ['redirect', 'stats'],
      lb1: ['shorten'],
      ac: undefined,
    });
  });

  test('takes it out of a list that has others, and leaves an edge its only one', () => {
    const once = applyChanges(design, chooseFlow(design, 'lb1', 'shorten'));
    expect(flowsAfter(once, 'lb1', 'stats')).toMatchObject({ la: ['redirect'], lb1: ['stats'] });
    const twice = applyChanges(once, chooseFlow(once, 'lb1', 'stats'));
    expect(flowsAfter(twice, 'lb1', 'redirect')).toMatchObject({ la: ['redirect'], lb1: ['redirect'] });
  });

  test('and splitting again lets every edge carry everything', () => {
    const once = applyChanges(design, chooseFlow(design, 'lb1', 'shorten'));
    expect(applyChanges(once, chooseFlow(once, 'lb1', 'split'))).toEqual(design);
  });

  test('changes nothing where nothing is distributed', () => {
    expect(chooseFlow(design, 'ac', 'redirect')).toEqual([]);
  });
});

describe('flows of a client', () => {
  test('begin with 1 000 reads a second', () => {
    expect(firstFlow('user')).toEqual({
      op: 'add-flow',
      flow: { id: 'user-requests', name: 'Requests', kind: 'read', entry: 'user', rate: { rps: 1000 } },
    });
    const long = firstFlow('x'.repeat(64));
    expect(long.op === 'add-flow' && long.flow.id.length).toBe(64);
  });

  test.each(['web-app', 'mobile-app', 'partner'])('begin so at a %s too', (kind) => {
    expect(firstFlow('user', kind)).toEqual(firstFlow('user'));
  });

  test('of a scheduler begin with one run a second, and go on with as many reads', () => {
    const first = firstFlow('nightly', 'scheduler');
    expect(first).toEqual({
      op: 'add-flow',
      flow: { id: 'nightly-runs', name: 'Runs', kind: 'write', entry: 'nightly', rate: { rps: 1 } },
    });
    const timed = applyChanges(design, [
      { op: 'add-node', node: { id: 'nightly', kind: 'scheduler' } },
      first,
    ]);
    expect(otherFlow(timed, 'nightly')).toMatchObject({
      change: { flow: { kind: 'read', rate: { flow: 'nightly-runs', ratio: 1 } } },
      ratio: 1,
    });
  });

  test('go on with the other kind, a hundred reads to one write', () => {
    expect(otherFlow(design, 'user')).toEqual({
      change: {
        op: 'add-flow',
        flow: {
          id: 'writes',
          name: 'Writes',
          kind: 'write',
          entry: 'user',
          rate: { flow: 'redirect', ratio: 0.01 },
        },
      },
      kind: 'write',
      ratio: 100,
      of: 'redirect',
    });
    const writes = applyChanges(design, [{ op: 'remove', ids: ['redirect', 'stats'] }]);
    expect(otherFlow(writes, 'user')?.change.flow).toMatchObject({
      id: 'reads',
      kind: 'read',
      rate: { flow: 'shorten', ratio: 100 },
    });
  });

  test('follow the flow that they are a ratio of when its rate changes', () => {
    const offer = otherFlow(design, 'user');
    const offered = applyChanges(design, offer === null ? [] : [offer.change]);
    const rateOf = (of: Design) => resolve(of).flows.find(({ id }) => id === 'writes')?.rateRps;
    // 11 600 ÷ 100, then 50 000 ÷ 100
    expect(rateOf(offered)).toBe(116);
    const busier = applyChanges(offered, [
      { op: 'patch-flow', id: 'redirect', patch: { rate: { rps: 50_000 } } },
    ]);
    expect(rateOf(busier)).toBe(500);
    const ofWorkload = applyChanges(offered, [
      { op: 'patch-workload', patch: { dailyActiveUsers: 86_400, requestsPerUserPerDay: 10 } },
      { op: 'patch-flow', id: 'redirect', patch: { rate: { share: 0.5 } } },
    ]);
    // 86 400 × 10 ÷ 86 400 × 0.5 ÷ 100
    expect(rateOf(ofWorkload)).toBe(0.05);
  });

  test('are not offered where there is none to be a ratio of', () => {
    expect(otherFlow(design, 'lb')).toBeNull();
  });
});
