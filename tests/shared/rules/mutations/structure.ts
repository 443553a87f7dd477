import type { Change } from '../../../../shared/model/changes';
import type { Mutation } from './mutation';
import { call, service } from './parts';
import { wiring } from './wiring';

const template = 'tinyurl';

/** What the services of the region are asked once there are several. */
const rangesTrusted: Change = {
  op: 'patch-config',
  id: 'id-ranges',
  patch: { authentication: 'mutual-tls' },
};

/** How calls and data are cut. */
const shape: readonly Mutation[] = [
  {
    rule: 'deep-call-chain',
    target: 'shorten',
    template,
    // shorten-api → id-ranges → a → b → c → d → links: six calls.
    changes: [
      rangesTrusted,
      ...['a', 'b', 'c', 'd'].map((id) => service(id)),
      ...[
        ['id-ranges', 'a'],
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
        ['d', 'links'],
      ].map(([from = '', to = '']) => call(from, to)),
      { op: 'remove', ids: ['shorten-api-links'] },
    ],
  },
  {
    rule: 'wide-fan-out',
    target: 'shorten-api',
    template,
    // Links is the fourth.
    changes: [rangesTrusted, ...['a', 'b', 'c'].flatMap((id) => [service(id), call('shorten-api', id)])],
  },
  {
    rule: 'shared-database',
    target: 'links',
    template,
    changes: [call('id-ranges', 'links')],
  },
  {
    rule: 'unmarked-edges',
    target: '*',
    template,
    changes: [{ op: 'patch-edge', id: 'click-counter-statistics', patch: { protocol: null } }],
  },
  {
    rule: 'stored-nowhere',
    target: 'shorten',
    template,
    changes: [{ op: 'remove', ids: ['shorten-api-links'] }],
  },
  {
    rule: 'idle-call',
    target: 'redirect-api-clicks',
    template,
    changes: [{ op: 'patch-edge', id: 'redirect-api-clicks', patch: { flows: ['shorten'] } }],
  },
];

/** What is lost with what. */
const availability: readonly Mutation[] = [
  {
    rule: 'single-point-of-failure',
    target: 'id-ranges',
    template,
    changes: [{ op: 'patch-config', id: 'id-ranges', patch: { replicas: 1 } }],
  },
  {
    rule: 'one-zone',
    target: 'redirect-api',
    template,
    changes: [{ op: 'patch-config', id: 'redirect-api', patch: { multiZone: false } }],
  },
  {
    rule: 'no-standby',
    target: 'links',
    template,
    changes: [
      { op: 'patch-flow-targets', id: 'redirect', patch: { availability: null } },
      { op: 'patch-flow-targets', id: 'shorten', patch: { availability: null } },
      { op: 'patch-config', id: 'links', patch: { replicasPerShard: 1 } },
    ],
  },
  {
    rule: 'lone-load-balancer',
    target: 'lb',
    template,
    changes: [
      { op: 'patch-flow-targets', id: 'redirect', patch: { availability: null } },
      { op: 'patch-flow-targets', id: 'shorten', patch: { availability: null } },
      { op: 'patch-node', id: 'lb', patch: { technology: 'nginx' } },
      { op: 'patch-config', id: 'lb', patch: { replicas: 1 } },
    ],
  },
  {
    rule: 'availability-target-missed',
    target: 'redirect',
    template,
    // 7.7 of 10 × 2 lanes are busy, so that four of ten have to be up: 0.99914 at 0.8 each, × 0.9997 of the rest.
    changes: [{ op: 'patch-config', id: 'redirect-api', patch: { instanceAvailability: 0.8 } }],
  },
  {
    rule: 'promise-above-dependency',
    target: 'lb',
    template,
    changes: [{ op: 'patch-config', id: 'lb', patch: { slaAvailability: 0.999 } }],
  },
  {
    rule: 'even-quorum',
    target: 'links',
    template,
    changes: [{ op: 'patch-config', id: 'links', patch: { replication: 'quorum', replicasPerShard: 4 } }],
  },
  {
    rule: 'no-spare-server',
    target: 'redirect-api',
    template,
    // 11 600 × 0.69 ms = 8.004 concurrent; 0.67 of 3 × 4, and 1 on the two that are left.
    changes: [
      { op: 'patch-flow-targets', id: 'redirect', patch: { availability: null } },
      { op: 'patch-config', id: 'redirect-api', patch: { replicas: 3, concurrency: 4, serviceMs: 0.69 } },
    ],
  },
  {
    rule: 'one-region',
    target: 'redirect',
    template,
    changes: [
      ...['cdn', 'lb'].map(
        (id): Change => ({ op: 'patch-config', id, patch: { instanceAvailability: 1, slaAvailability: 1 } }),
      ),
      { op: 'patch-group', id: 'region', patch: { availability: 1 } },
      { op: 'patch-flow-targets', id: 'redirect', patch: { availability: 0.9999 } },
    ],
  },
  {
    rule: 'failover-off',
    target: 'lb',
    template,
    changes: [
      { op: 'patch-config', id: 'lb', patch: { failover: false } },
      { op: 'patch-config', id: 'redirect-api', patch: { replicas: 5 } },
      service('other-redirect-api', { replicas: 5, autoscaleMin: 3, autoscaleMax: 5 }),
      {
        op: 'add-edge',
        edge: { id: 'lb-other', from: 'lb', to: 'other-redirect-api', flows: ['redirect'] },
      },
    ],
  },
];

/** Up, out and by itself. */
const scaling: readonly Mutation[] = [
  {
    rule: 'sessions-in-memory',
    target: 'shorten-api',
    template,
    changes: [{ op: 'patch-config', id: 'shorten-api', patch: { sessions: 'in-memory' } }],
  },
  {
    rule: 'no-autoscaling',
    target: '*',
    template: 'publish-subscribe',
    // 30 × 25 ms = 0.75 concurrent at the peak, 0.25 at the average: one server of one request, and one to spare.
    changes: [
      {
        op: 'patch-config',
        id: 'articles',
        patch: { replicas: 4, concurrency: 1, serviceMs: 25, delayMs: 0 },
      },
    ],
  },
  {
    rule: 'retrograde-scaling',
    target: 'redirect-api',
    template,
    // √((1 − 0.1) ÷ 0.06) = 3.9 of 10 servers.
    changes: [{ op: 'patch-config', id: 'redirect-api', patch: { contention: 0.1, coherency: 0.06 } }],
  },
  {
    rule: 'vertical-limit',
    target: 'statistics',
    template,
    // 116 × 42 ms = 4.87 concurrent of 8: 0.61, and × 1.2 = 0.73 in a year.
    changes: [{ op: 'patch-config', id: 'statistics', patch: { concurrency: 1, scaleUp: 8, readMs: 42 } }],
  },
  {
    rule: 'autoscale-bounds',
    target: 'redirect-api',
    template,
    changes: [{ op: 'patch-config', id: 'redirect-api', patch: { autoscaleMin: 2, autoscaleMax: 3 } }],
  },
  {
    rule: 'scaled-to-one',
    target: 'redirect-api',
    template,
    changes: [{ op: 'patch-config', id: 'redirect-api', patch: { autoscaleMin: 1, autoscaleMax: 10 } }],
  },
  {
    rule: 'unbalanced-replicas',
    target: 'lb',
    template,
    // Half of 11 600 × 0.667 ms is 3.9 concurrent: 0.39 of 5 × 2, 0.19 of 5 × 4.
    changes: [
      service('other-redirect-api', { replicas: 5, concurrency: 4, autoscaleMin: 3, autoscaleMax: 5 }),
      { op: 'patch-config', id: 'redirect-api', patch: { replicas: 5 } },
      // Half of the clicks come.
      { op: 'patch-config', id: 'click-counter', patch: { replicas: 2 } },
      {
        op: 'add-edge',
        edge: { id: 'lb-other', from: 'lb', to: 'other-redirect-api', flows: ['redirect'] },
      },
    ],
  },
];

export const structureMutations: readonly Mutation[] = [...wiring, ...shape, ...availability, ...scaling];
