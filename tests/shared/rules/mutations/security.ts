import type { Change } from '../../../../shared/model/changes';
import type { Config } from '../../../../shared/model/config';
import type { Mutation } from './mutation';

const configure = (id: string, patch: { readonly [F in keyof Config]?: Config[F] | null }): Change => ({
  op: 'patch-config',
  id,
  patch,
});

const answered = (...practices: readonly string[]): readonly Change[] =>
  practices.map((practice) => ({ op: 'answer', practice, answer: 'yes' }));

/** Takes an answer back, so that it is asked, or a signal is watched no longer. */
const unanswered = (practice: string): Change => ({ op: 'answer', practice, answer: null });

const of = (rule: string, target: string, ...changes: readonly Change[]): Mutation => ({
  rule,
  target,
  template: 'tinyurl',
  changes,
});

const services = ['redirect-api', 'shorten-api', 'id-ranges', 'click-counter'] as const;

export const securityMutations: readonly Mutation[] = [
  of('unauthenticated-writes', 'shorten', configure('shorten-api', { authentication: null })),
  of('no-web-firewall', 'cdn', configure('cdn', { webFirewall: null })),
  of('no-rate-limit', 'cdn', configure('cdn', { rateLimitRps: null })),
  of(
    'unencrypted-at-rest',
    'statistics',
    configure('statistics', { dataClasses: ['credentials'], encryptedAtRest: false }),
    ...answered('access-reviews', 'intrusion-detection'),
  ),
  of('public-data-store', 'links', configure('links', { publicAccess: true })),
  of('secret-manager', '*', unanswered('secret-manager')),
  of('open-egress', 'shorten-api', configure('shorten-api', { runsUserCode: true })),
  // Two services call each other in the template; Redirect API makes them three.
  of('no-mutual-tls', '*', {
    op: 'add-edge',
    edge: {
      id: 'redirect-api-id-ranges',
      from: 'redirect-api',
      to: 'id-ranges',
      mode: 'async',
      calls: 0.001,
    },
  }),
  of('card-data-without-tokens', 'shorten-api', configure('shorten-api', { dataClasses: ['payment-card'] })),
  of('plaintext-across-zones', 'redirect-api-hot-links', {
    op: 'patch-edge',
    id: 'redirect-api-hot-links',
    patch: { network: 'cross-zone' },
  }),
  of('partner-without-mutual-tls', 'visitors', {
    op: 'patch-node',
    id: 'visitors',
    patch: { kind: 'partner', technology: null },
  }),
  of(
    'user-code-beside-secrets',
    'shorten-api',
    configure('shorten-api', { runsUserCode: true, egress: 'allow-list', dataClasses: ['credentials'] }),
  ),
  of(
    'access-reviews',
    '*',
    configure('statistics', { dataClasses: ['credentials'], encryptedAtRest: true }),
    ...answered('intrusion-detection'),
  ),
  of(
    'intrusion-detection',
    '*',
    configure('statistics', { dataClasses: ['credentials'], encryptedAtRest: true }),
    ...answered('access-reviews'),
  ),
  of('unobserved-services', '*', unanswered('traces')),
  of('burn-rate-alerts', '*', unanswered('burn-rate-alerts')),
  of('no-central-logs', '*', unanswered('logs')),
  // Four of five services are traced; the fifth is the last of four calls of Shorten.
  of(
    'no-tracing',
    'shorten',
    unanswered('traces'),
    {
      op: 'add-node',
      node: {
        id: 'previews',
        kind: 'service',
        group: 'region',
        config: { autoscaleMin: 2, autoscaleMax: 8 },
      },
    },
    {
      op: 'add-edge',
      edge: { id: 'shorten-api-previews', from: 'shorten-api', to: 'previews', mode: 'async' },
    },
    ...['redirect-api', 'shorten-api', 'click-counter', 'previews'].map((id) =>
      configure(id, { observed: ['traces'] }),
    ),
    ...answered('no-mutual-tls'),
  ),
  of(
    'no-backlog-metric',
    'clicks',
    unanswered('metrics'),
    ...services.map((id) => configure(id, { observed: ['metrics'] })),
  ),
  of('safe-deployment', '*', unanswered('safe-deployment')),
  // 11 600 spans a second; 4 concurrent ÷ 1 ms = 4 000.
  of(
    'collector-overloaded',
    'spans',
    {
      op: 'add-node',
      node: { id: 'spans', kind: 'traces', config: { replicas: 1, concurrency: 4, serviceMs: 1 } },
    },
    { op: 'add-edge', edge: { id: 'redirect-api-spans', from: 'redirect-api', to: 'spans' } },
  ),
  of(
    'log-retention',
    'lines',
    { op: 'add-node', node: { id: 'lines', kind: 'logs', config: { dataClasses: ['personal'] } } },
    { op: 'add-edge', edge: { id: 'redirect-api-lines', from: 'redirect-api', to: 'lines' } },
  ),
  of('business-metrics', '*', unanswered('business-metrics')),
];
