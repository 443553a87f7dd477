import type { ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { lowest } from '../../math/extremes';
import { words } from '../../math/message';
import type { Change } from '../../model/changes';
import { edgeFiguresOf } from '../facts/arrivals';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour, nodesSaying } from '../facts/nodes';
import { type Part, partsOf } from '../facts/parts';
import { isStore } from '../facts/roles';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A pool of less than this many times the connections that are in use on average would itself be waited for. */
const poolRoom = 2;

/** One who holds connections, and how many. */
interface Holder {
  readonly node: ResolvedNode;
  readonly servers: number;
  readonly pool: number;
  readonly edges: readonly ResolvedEdge[];
}

/** CAP-05. A lower bound: callers of which the pool is not known are left out. */
export const connectionPoolExhaustion: Rule = {
  id: 'connection-pool-exhaustion',
  code: 'CAP-05',
  title: 'Connections run out',
  severity: 'warning',
  stage: 'broken',
  message:
    '{holders} may open {connections, plural, one {# connection} other {# connections}} to {node}, which takes {limit}.',
  why: 'Each server keeps its pool to itself. With enough servers, most of all after scaling out, the database refuses the next connection, and the request that needs it fails.',
  fix: 'Make the pools smaller, or put a pooler that shares connections before {node}.',
  fixes: {
    'shrink-pools':
      'Open {pool, plural, one {# connection} other {# connections}} a server at most, which {node} takes with every server running.',
  },
  source: {
    text: 'PostgreSQL documentation, max_connections',
    url: 'https://www.postgresql.org/docs/current/runtime-config-connection.html',
  },
  check: (context: RuleContext): readonly Hit[] => {
    if (nodesSaying(context.design, 'connectionPool').length === 0) return [];
    const { byId } = partsOf(context.design);
    const hits: Hit[] = [];
    for (const node of nodesOfBehaviour(context.design, 'store')) {
      // A pool is of connections to a database: what else a server calls has connections of its own.
      if (node.config.other.maxConnections === undefined) continue;
      const holders = holdersOf(byId.get(node.id));
      if (holders.length === 0) continue;
      const limit = connectionsTaken(node, node.config.other.maxConnections);
      const connections = connectionsOf(holders);
      const [first] = holders;
      if (connections <= limit || first === undefined) continue;
      const quickFix = shrinkPools(context, node, holders, limit);
      const values = {
        node: { part: node.id },
        holders:
          holders.length === 1
            ? { part: first.node.id }
            : words('{count, plural, one {# caller} other {# callers}}', {
                count: { count: holders.length },
              }),
        connections: { count: connections },
        limit: { count: limit },
      };
      hits.push({ target: node.id, values, ...(quickFix && { quickFix }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Room for every pool',
          // 4 × 20 = 80 of 100.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { api: { replicas: 4, connectionPool: 20 }, db: { maxConnections: 100 } },
          }),
        },
        {
          title: 'The leaders of four shards take four times as many',
          // 10 × 20 = 200 of 4 × 100.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { api: { replicas: 10, connectionPool: 20 }, db: { maxConnections: 100, shards: 4 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Pools of two services',
          target: 'db',
          // 4 × 20 + 2 × 20 = 120 of 100.
          design: sketch(
            { user: 'client', api: 'service', admin: 'service', db: 'sql-database' },
            'user -> api -> db, user -> admin -> db',
            {
              config: {
                api: { replicas: 4, connectionPool: 20 },
                admin: { replicas: 2, connectionPool: 20 },
                db: { maxConnections: 100 },
              },
            },
          ),
        },
        {
          title: 'Only when it has scaled out',
          target: 'db',
          // 4 × 20 = 80 of 100, but 8 × 20 = 160 with every server running.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: {
              api: { replicas: 4, autoscaleMax: 8, connectionPool: 20 },
              db: { maxConnections: 100 },
            },
          }),
        },
      ],
    };
  },
};

/** What all its servers take that calls go to: the leaders, where they alone are called. */
function connectionsTaken({ config }: ResolvedNode, perServer: number): number {
  const leadersAlone = config.readFrom === 'leader' && config.replication !== 'quorum';
  return perServer * config.shards * (leadersAlone ? 1 : config.replicasPerShard);
}

function holdersOf(store: Part | undefined): readonly Holder[] {
  const holders = new Map<string, { readonly node: ResolvedNode; readonly edges: ResolvedEdge[] }>();
  for (const { edge, from, isLive } of store?.callers ?? []) {
    const caller = from.node;
    if (!isLive || caller.config.other.connectionPool === undefined) continue;
    if (caller.behaviour === 'source' || isStore(caller)) continue;
    const holder = holders.get(caller.id);
    if (holder === undefined) holders.set(caller.id, { node: caller, edges: [edge] });
    else holder.edges.push(edge);
  }
  return [...holders.values()].map(({ node: caller, edges }): Holder => {
    const { connectionPool: pool = 0, autoscaleMax = 0 } = caller.config.other;
    return { node: caller, servers: Math.max(caller.config.replicas, autoscaleMax), pool, edges };
  });
}

const connectionsOf = (holders: readonly Holder[]): number =>
  holders.reduce((sum, { servers, pool }) => sum + servers * pool, 0);

/** Every pool in proportion; null where one would then be too small for the calls that it has to carry at once. */
function shrinkPools(
  context: RuleContext,
  node: ResolvedNode,
  holders: readonly Holder[],
  limit: number,
): QuickFix | null {
  const share = limit / connectionsOf(holders);
  const meanMs = figuresOf(context.analysis).get(node.id)?.meanMs ?? null;
  if (meanMs === null) return null;
  const edges = edgeFiguresOf(context.analysis);
  const pools: number[] = [];
  const changes: Change[] = [];
  for (const holder of holders) {
    const pool = Math.floor(holder.pool * share);
    // Little's law: a connection is in use from the call to the answer.
    const inUse = holder.edges.reduce(
      (sum, edge) => sum + ((edges.get(edge.id)?.rps ?? 0) * (edge.rttMs + meanMs)) / 1000,
      0,
    );
    if (pool < 1 || pool < (poolRoom * inUse) / holder.node.config.replicas) return null;
    pools.push(pool);
    changes.push({ op: 'patch-config', id: holder.node.id, patch: { connectionPool: pool } });
  }
  return {
    id: 'shrink-pools',
    title: 'Limit pools to {pool}',
    values: { pool: { count: lowest(pools) } },
    changes,
  };
}
