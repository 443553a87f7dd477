import { isHttpLike } from '../../catalog/resolve-edge';
import type { ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { figuresOf } from '../facts/graph';
import { flowsAt } from '../facts/paths';
import { openEntries } from '../facts/public-way';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A limit at twice the planned peak, or at the surge that is expected, leaves room for a good day and still stops a flood. */
const roomAbovePeak = 2;

const limits = ({ kind, config }: ResolvedNode): boolean =>
  config.rateLimitRps !== null || kind.id === 'rate-limiter';

/** SEC-04. */
export const noRateLimit: Rule = {
  id: 'no-rate-limit',
  code: 'SEC-04',
  title: 'No rate limit',
  severity: 'warning',
  stage: 'review',
  message: '{node} passes on to {code} whatever it is sent; {peak} are planned, and nothing limits more.',
  variants: { direct: '{node} takes on whatever it is sent; {peak} are planned, and nothing limits more.' },
  why: 'One caller with a loop, or a flood, takes what all others need. A limit turns it away before it costs anything.',
  fix: 'Limit the rate at {node}, by caller, and refuse the rest: over HTTP with 429, datagrams by dropping them.',
  fixes: {
    'limit-rate':
      'Limit what {node} passes on to {limit}, by caller within that, and answer the rest with status 429.',
    'limit-messages': 'Limit what {node} passes on to {limit}, by caller within that, and refuse the rest.',
    'limit-datagrams': 'Limit what {node} passes on to {limit}, by sender within that, and drop the rest.',
  },
  source: {
    text: 'OWASP API Security Top 10 (2023), API4: unrestricted resource consumption (assumption: cited from general knowledge)',
    url: 'https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/',
  },
  check: (context: RuleContext): readonly Hit[] =>
    openEntries(context.design, limits).map(({ node, code, edges }): Hit => {
      const peakRps = peakAt(context, node);
      const values = { node: { part: node.id }, code: { part: code.id }, peak: { rps: peakRps } };
      const variant = code === node ? { variant: 'direct' } : {};
      return {
        target: node.id,
        values,
        ...variant,
        ...(peakRps > 0 && { quickFix: limitAt(context, node, peakRps, edges) }),
      };
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'The gateway limits',
          design: sketch(
            { user: 'client', gateway: 'api-gateway', api: 'service' },
            'user -> gateway -> api',
            {
              config: { gateway: { rateLimitRps: 3000 } },
            },
          ),
        },
        {
          title: 'The service limits by itself',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
            config: { api: { rateLimitRps: 3000 } },
          }),
        },
        {
          title: 'A worker takes from a queue what its capacity allows',
          design: sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner', {
            flows: { runs: { kind: 'write', rps: 100 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A load balancer before a service',
          target: 'lb',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api'),
        },
        {
          title: 'A service open to the internet',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api'),
        },
      ],
    };
  },
};

/** Requests a second at peak: what the node is offered, or, where there are no figures, its flows at their planned rates. */
function peakAt({ design, analysis }: RuleContext, node: ResolvedNode): number {
  const offeredRps = figuresOf(analysis).get(node.id)?.offeredRps;
  if (offeredRps !== undefined && offeredRps !== null) return offeredRps;
  let rps = 0;
  for (const { flow } of flowsAt(design, node.id)) rps += flow.rateRps;
  return rps;
}

/** Protocols that answer no single message, so that what is too much can only be dropped. */
const datagrams = /^(?:udp|rtp|srtp|dtls|webrtc|dns|multicast|coap|statsd|syslog|srt)$/i;

/** How a caller is turned away over its protocol. */
function refusalOver(edges: readonly ResolvedEdge[]): string {
  if (edges.every(({ protocol }) => isHttpLike(protocol))) return 'limit-rate';
  return edges.every(({ protocol }) => datagrams.test(protocol.trim()))
    ? 'limit-datagrams'
    : 'limit-messages';
}

function limitAt(
  { design }: RuleContext,
  node: ResolvedNode,
  peakRps: number,
  edges: readonly ResolvedEdge[],
): QuickFix {
  const { spikeFactor = 1 } = design.workload;
  const rateLimitRps = twoDigitsUp(peakRps * Math.max(roomAbovePeak, spikeFactor));
  return {
    id: refusalOver(edges),
    title: 'Limit to {limit}',
    values: { limit: { rps: rateLimitRps } },
    changes: [{ op: 'patch-config', id: node.id, patch: { rateLimitRps } }],
  };
}

/** Rounded up to two significant digits, and to a whole number: 23 432 becomes 24 000. */
function twoDigitsUp(value: number): number {
  const step = Math.max(1, 10 ** (Math.floor(Math.log10(value)) - 1));
  return Math.ceil(value / step) * step;
}
