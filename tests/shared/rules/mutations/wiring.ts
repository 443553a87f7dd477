import type { Mutation } from './mutation';
import { call, service } from './parts';

const template = 'tinyurl';

/** The parts of what is drawn wrongly. */
export const wiring: readonly Mutation[] = [
  {
    rule: 'runaway-loop',
    target: 'clicks',
    template,
    changes: [{ op: 'add-edge', edge: { id: 'again', from: 'click-counter', to: 'clicks', mode: 'async' } }],
  },
  {
    rule: 'weightless-choice',
    target: 'lb',
    template,
    changes: [{ op: 'patch-edge', id: 'lb-shorten-api', patch: { weight: 0 } }],
  },
  {
    rule: 'miss-before-cache',
    target: 'redirect-api-links',
    template,
    changes: [
      { op: 'patch-edge', id: 'redirect-api-hot-links', patch: { step: 1 } },
      { op: 'patch-edge', id: 'redirect-api-links', patch: { step: 1 } },
    ],
  },
  {
    rule: 'miss-without-lookup',
    target: 'redirect-api-links',
    template,
    changes: [{ op: 'patch-edge', id: 'redirect-api-hot-links', patch: { flows: ['shorten'] } }],
  },
  {
    rule: 'no-traffic-source',
    target: 'visitors',
    template,
    // What the quick fix starts is less than the template has, and no more servers are asked for than that needs.
    changes: [
      { op: 'patch-flow', id: 'redirect', patch: { rate: { rps: 0 } } },
      { op: 'patch-flow', id: 'shorten', patch: { rate: { rps: 0 } } },
      { op: 'patch-config', id: 'redirect-api', patch: { replicas: 2 } },
      { op: 'patch-config', id: 'click-counter', patch: { replicas: 2 } },
    ],
  },
  {
    rule: 'client-to-data-store',
    target: 'visitors-links',
    template,
    changes: [
      {
        op: 'add-edge',
        edge: { id: 'visitors-links', from: 'visitors', to: 'links', flows: ['redirect'], calls: 0.001 },
      },
    ],
  },
  {
    rule: 'synchronous-cycle',
    target: 'shorten-api',
    template,
    changes: [{ op: 'add-edge', edge: { id: 'back', from: 'id-ranges', to: 'shorten-api', calls: 0.1 } }],
  },
  {
    rule: 'orphan-component',
    target: 'old',
    template,
    changes: [service('old', { serviceMs: 0.2, delayMs: 0 })],
  },
  {
    rule: 'idle-load-balancer',
    target: 'range-balancer',
    template,
    changes: [
      {
        op: 'add-node',
        node: { id: 'range-balancer', kind: 'load-balancer', technology: 'ALB', group: 'region' },
      },
      { op: 'patch-edge', id: 'shorten-api-id-ranges', patch: { to: 'range-balancer', optional: true } },
      { op: 'patch-config', id: 'id-ranges', patch: { replicas: 1 } },
      call('range-balancer', 'id-ranges'),
    ],
  },
  {
    rule: 'no-consumer',
    target: 'clicks',
    template,
    changes: [{ op: 'remove', ids: ['click-counter', 'statistics'] }],
  },
  {
    rule: 'no-producer',
    target: 'clicks',
    template,
    changes: [{ op: 'remove', ids: ['redirect-api-clicks'] }],
  },
  {
    rule: 'stale-suppression',
    target: 'links',
    template,
    changes: [{ op: 'suppress', suppression: { rule: 'little-headroom', target: 'links' } }],
  },
];
