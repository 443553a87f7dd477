import type { Change } from '../../../../shared/model/changes';
import type { Config } from '../../../../shared/model/config';
import type { Mutation } from './mutation';

const config = (id: string, patch: { readonly [F in keyof Config]?: Config[F] | null }): Change => ({
  op: 'patch-config',
  id,
  patch,
});

const of = (template: string, rule: string, target: string, ...changes: readonly Change[]): Mutation => ({
  template,
  rule,
  target,
  changes,
});

/** What is often drawn wrongly in an interview. */
export const pitfallMutations: readonly Mutation[] = [
  of('tinyurl', 'polling', 'redirect', {
    op: 'patch-flow',
    id: 'redirect',
    patch: { name: 'Poll for news' },
  }),
  of('tinyurl', 'far-users', 'redirect', { op: 'patch-workload', patch: { audience: 'global' } }),
  of('tinyurl', 'full-scan', 'statistics', config('statistics', { readMs: 60 })),
  of(
    'tinyurl',
    'memory-full',
    'links',
    config('links', { inMemory: true, memoryBytes: 700e9, storageFactor: 1, retentionSeconds: 157_788_000 }),
  ),
  of(
    'tinyurl',
    'media-over-tcp',
    'rooms',
    { op: 'add-node', node: { id: 'rooms', kind: 'media-server', name: 'Rooms', group: 'region' } },
    {
      op: 'add-edge',
      edge: { id: 'lb-rooms', from: 'lb', to: 'rooms', flows: ['shorten'], choice: false, mode: 'async' },
    },
  ),
  of('tinyurl', 'several-writers', 'shorten-api', {
    op: 'patch-flow',
    id: 'shorten',
    patch: { ordered: true },
  }),
  of(
    'tinyurl',
    'check-without-reservation',
    'hot-links',
    config('hot-links', { dataClasses: ['inventory'] }),
    {
      op: 'add-edge',
      edge: {
        id: 'shorten-api-hot-links',
        from: 'shorten-api',
        to: 'hot-links',
        protocol: 'redis',
        flows: ['shorten'],
        operation: 'read',
      },
    },
  ),
  of('event-driven', 'unreplicated-messages', 'log', config('log', { copies: 1 })),
  of(
    'event-driven',
    'mixed-urgency',
    'log',
    {
      op: 'add-flow',
      flow: {
        id: 'alarm',
        name: 'Alarm',
        kind: 'write',
        entry: 'devices',
        rate: { rps: 1 },
        ordered: true,
        targets: { completionP99Ms: 5000 },
      },
    },
    { op: 'patch-edge', id: 'gateway-ingest', patch: { flows: ['report', 'alarm'] } },
    config('alerts', { replicas: 20 }),
  ),
];
