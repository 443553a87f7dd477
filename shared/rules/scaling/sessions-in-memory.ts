import type { ResolvedNode } from '../../catalog/resolved';
import { newEdge } from '../../edits/new-edge';
import type { Change } from '../../model/changes';
import { graphOf, outgoingOf, waitsFor } from '../facts/graph';
import { nodesSaying } from '../facts/nodes';
import { isOwnCode, serverCountOf } from '../facts/roles';
import { freshNode, groupField } from '../fixes/fresh-node';
import { newIds } from '../fixes/new-ids';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SCALE-01. */
export const sessionsInMemory: Rule = {
  id: 'sessions-in-memory',
  code: 'SCALE-01',
  title: 'Sessions in the memory of servers',
  severity: 'warning',
  stage: 'review',
  message:
    'Each of the {count} servers of {node} keeps its own sessions; {limit} server is all for which that is enough.',
  why: 'A request that arrives at another server finds no session. Bound to one server, people lose theirs when it is deployed, scaled in or down.',
  fix: 'Keep sessions in a cache or store that all servers share, or in a signed token of the caller.',
  fixes: {
    'share-sessions': 'Keep the sessions in {store}, from which all servers read them.',
    'add-session-cache': 'Put a cache beside {node} that keeps the sessions for all its servers.',
  },
  source: { text: 'The Twelve-Factor App, factor VI: processes', url: 'https://12factor.net/processes' },
  check: (context: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const node of nodesSaying(context.design, 'sessions')) {
      const { sessions, autoscaleMax = 1 } = node.config.other;
      if (sessions !== 'in-memory' || node.kind.managed === true || !isOwnCode(node)) continue;
      const count = Math.max(serverCountOf(node), autoscaleMax);
      if (count < 2) continue;
      const quickFix = sharedSessions(context, node);
      const values = { node: { part: node.id }, count: { count }, limit: { count: 1 } };
      hits.push({ target: node.id, values, ...(quickFix && { quickFix }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Sessions in a shared cache',
          design: sketch({ user: 'client', api: 'service', sessions: 'cache' }, 'user -> api -> sessions', {
            config: { api: { sessions: 'external' } },
          }),
        },
        {
          title: 'One server remembers for itself',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 1, sessions: 'in-memory' } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Two servers that each remember other people',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 2, sessions: 'in-memory' } },
          }),
        },
        {
          title: 'One server, until a second is started',
          target: 'api',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { api: { replicas: 1, autoscaleMin: 1, autoscaleMax: 4, sessions: 'in-memory' } },
          }),
        },
      ],
    };
  },
};

/** Sessions in a cache or store that the node calls already; else in a cache that is added beside it. */
function sharedSessions(context: RuleContext, node: ResolvedNode): QuickFix | null {
  const graph = graphOf(context.design);
  const outside: Change = { op: 'patch-config', id: node.id, patch: { sessions: 'external' } };
  const called = outgoingOf(graph, node.id).find((edge) => {
    const behaviour = graph.nodes.get(edge.to)?.behaviour;
    return (behaviour === 'aside-cache' || behaviour === 'store') && waitsFor(graph, edge);
  });
  if (called !== undefined) {
    const values = { store: { part: called.to } };
    return { id: 'share-sessions', title: 'Keep sessions in {store}', values, changes: [outside] };
  }
  const cache = freshNode('cache');
  if (cache === undefined) return null;
  const newId = newIds(context.design);
  const id = newId(`${node.id}-sessions`);
  const edge = newEdge({ id: newId(`${node.id}-${id}`), from: node.id, to: id }, node, cache);
  return {
    id: 'add-session-cache',
    title: 'Add a cache for sessions',
    values: {},
    changes: [
      outside,
      { op: 'add-node', node: { id, kind: cache.kind.id, name: 'Sessions', ...groupField(node) } },
      { op: 'add-edge', edge },
    ],
  };
}
