import { expect, test } from 'vitest';
import { littleHeadroom } from '../../../shared/rules/capacity/little-headroom';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { messageOf, partNames } from '../../../shared/rules/finding-text';
import type { RuleContext } from '../../../shared/rules/rule';
import { sketch } from '../../../shared/rules/sketch';
import { contextWith } from './figures';

const drawn = sketch({ user: 'client', api: 'service' }, 'user -> api');
const busy = (utilization: number, more = {}) => ({
  nodes: {
    api: { offeredRps: 6400 * utilization, capacityRps: 6400, utilization, visits: { reads: 1 }, ...more },
  },
});
const findingsOf = (context: RuleContext) =>
  evaluateRules(context, [littleHeadroom]).findings.map((finding) => ({
    severity: finding.severity,
    target: finding.target,
    text: messageOf(finding, partNames(context.design)),
  }));

test('exactly at the planned limit there is headroom, over it there is little', () => {
  expect(findingsOf(contextWith(drawn, busy(0.7)))).toEqual([]);
  expect(findingsOf(contextWith(drawn, busy(0.72)))).toEqual([
    { severity: 'warning', target: 'api', text: 'Service is 72 % busy; its planned limit is 70 %.' },
  ]);
});

test('a saturated node has no headroom to speak of', () => {
  expect(findingsOf(contextWith(drawn, busy(1.2, { saturated: true })))).toEqual([]);
});

test('a missed target of utilization is an error, and one finding with the planned limit', () => {
  const targets = [{ metric: 'maxUtilization', target: 0.5, actual: 0.72, met: false }];
  expect(findingsOf(contextWith(drawn, busy(0.72, { targets })))).toEqual([
    { severity: 'error', target: 'api', text: 'Service is 72 % busy; its target is 50 %.' },
  ]);
});

test('a flow that cannot grow as far as its target is an error that names the bottleneck', () => {
  const flows = {
    reads: {
      bottleneck: 'api',
      maxRateRps: 1280,
      targets: [{ metric: 'headroom', target: 1.5, actual: 1.28, met: false }],
    },
  };
  expect(findingsOf(contextWith(drawn, { flows }))).toEqual([
    {
      severity: 'error',
      target: 'reads',
      text: 'Reads can grow to ×1.28 of its rate before Service saturates; its target is ×1.5.',
    },
  ]);
});
