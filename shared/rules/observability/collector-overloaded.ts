import type { ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { figuresOf, graphOf, incomingOf, isLive } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { offers } from '../fixes/offers';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** OBS-07. Of what gets a record of each request: logs and traces; metrics are counted up before they are sent. */
export const collectorOverloaded: Rule = {
  id: 'collector-overloaded',
  code: 'OBS-07',
  title: 'More telemetry than can be taken in',
  severity: 'warning',
  stage: 'review',
  message: '{node} is sent {offered} of records; its capacity is {capacity}.',
  why: 'A collector that falls behind drops records, most of all in the busy hour, or holds up those who send them.',
  fix: 'Sample before sending, or give {node} more servers.',
  fixes: {
    sample: 'Send {share} of the records, picked by request; what is left keeps {node} within {limit}.',
    'add-replicas':
      'Run {count, plural, one {# server, which takes} other {# servers, which take}} them in within {limit}.',
  },
  source: {
    text: 'Sigelman et al., Dapper, a Large-Scale Distributed Systems Tracing Infrastructure, 2010: sampling',
    url: 'https://research.google/pubs/dapper-a-large-scale-distributed-systems-tracing-infrastructure/',
  },
  check: (context: RuleContext): readonly Hit[] => {
    if (context.analysis === null) return [];
    return nodesOfBehaviour(context.design, 'observer').flatMap((node): Hit[] => {
      const capacityRps = collectsEach(node) ? capacityOf(node) : null;
      if (capacityRps === null) return [];
      const senders = sendersTo(context, node);
      let offeredRps = 0;
      for (const { rps } of senders) offeredRps += rps;
      if (offeredRps <= capacityRps) return [];
      const values = {
        node: { part: node.id },
        offered: { rps: offeredRps },
        capacity: { rps: capacityRps },
      };
      const quickFix = relieve(node, senders, offeredRps / capacityRps);
      return [{ target: node.id, values, ...(quickFix && { quickFix }) }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'One span a request, and room for four',
          // 4 concurrent ÷ 1 ms = 4 000 a second for 1 000.
          design: sketch({ user: 'client', api: 'service', spans: 'traces' }, 'user -> api -> spans', {
            config: { spans: { replicas: 1, concurrency: 4, serviceMs: 1 } },
          }),
        },
        {
          title: 'Metrics are counted up before they are sent',
          design: sketch({ user: 'client', api: 'service', figures: 'metrics' }, 'user -> api -> figures', {
            config: { figures: { replicas: 1, concurrency: 1, serviceMs: 5 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Five spans a request',
          target: 'spans',
          // 1 000 rps × 5 = 5 000 a second; 4 concurrent ÷ 1 ms = 4 000.
          design: sketch({ user: 'client', api: 'service', spans: 'traces' }, 'user -> api -> spans', {
            config: { spans: { replicas: 1, concurrency: 4, serviceMs: 1 } },
            edges: { 'api -> spans': { calls: 5 } },
          }),
        },
        {
          title: 'Ten lines a request',
          target: 'lines',
          // 1 000 rps × 10 = 10 000 a second; 4 concurrent ÷ 1 ms = 4 000.
          design: sketch({ user: 'client', api: 'service', lines: 'logs' }, 'user -> api -> lines', {
            config: { lines: { replicas: 1, concurrency: 4, serviceMs: 1 } },
            edges: { 'api -> lines': { calls: 10 } },
          }),
        },
      ],
    };
  },
};

const recordKinds: ReadonlySet<string> = new Set(['logs', 'traces', 'custom']);

/** Whether an observer gets a record of each request. Providers take in batches; a box that observes is taken at its word. */
const collectsEach = ({ kind }: ResolvedNode): boolean => recordKinds.has(kind.id) && kind.managed !== true;

/** Records a second: replicas × concurrency ÷ time of one; null where that takes none. */
function capacityOf({ config }: ResolvedNode): number | null {
  return config.writeMs > 0 ? (config.replicas * config.concurrency * 1000) / config.writeMs : null;
}

interface Sender {
  readonly edge: ResolvedEdge;
  readonly rps: number;
}

/** Who sends it records, and how many a second: what each caller is offered × the calls of the edge. */
function sendersTo({ design, analysis }: RuleContext, node: ResolvedNode): readonly Sender[] {
  const figures = figuresOf(analysis);
  return incomingOf(graphOf(design), node.id)
    .filter(isLive)
    .map((edge) => ({ edge, rps: (figures.get(edge.from)?.offeredRps ?? 0) * edge.calls }));
}

/** More servers, where it has some to add and every record is wanted; else fewer records. */
function relieve(node: ResolvedNode, senders: readonly Sender[], load: number): QuickFix | null {
  const { replicas, maxUtilization } = node.config;
  if (maxUtilization <= 0) return null;
  const limit = { share: maxUtilization };
  if (node.kind.id !== 'traces' && offers(node, 'replicas')) {
    const count = Math.ceil((replicas * load) / maxUtilization);
    return {
      id: 'add-replicas',
      title: 'Run {count, plural, one {# server} other {# servers}}',
      values: { count: { count }, limit },
      changes: [{ op: 'patch-config', id: node.id, patch: { replicas: count } }],
    };
  }
  const share = maxUtilization / load;
  return {
    id: 'sample',
    title: 'Send {share} of them',
    values: { share: { share }, limit, node: { part: node.id } },
    changes: senders.map(({ edge }) => ({
      op: 'patch-edge',
      id: edge.id,
      patch: { calls: edge.calls * share },
    })),
  };
}
