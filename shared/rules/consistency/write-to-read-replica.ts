import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { graphOf, outgoingOf } from '../facts/graph';
import { nodesOfKind } from '../facts/nodes';
import { keepsOriginals } from '../facts/originals';
import type { Call } from '../facts/parts';
import { pathsOf } from '../facts/paths';
import { isWriteOf, writtenBy } from '../facts/written';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CON-09. What its leader sends it is no call of ours. */
export const writeToReadReplica: Rule = {
  id: 'write-to-read-replica',
  code: 'CON-09',
  title: 'Write to a read replica',
  severity: 'error',
  stage: 'broken',
  message: '{from} sends the writes of {flow} to {node}, which only its leader writes.',
  why: 'A replica follows its leader and refuses writes of anyone else; were it to take them, the two would differ.',
  fix: 'Send writes to the leader, and only reads to {node}.',
  fixes: { 'reads-only': 'Send only reads to {node}; {leader} takes the writes.' },
  source: {
    text: 'PostgreSQL documentation, hot standby: read-only transactions (assumption: cited from general knowledge)',
    url: 'https://www.postgresql.org/docs/current/hot-standby.html',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    if (nodesOfKind(design, 'read-replica').length === 0) return [];
    const hits = new Map<string, Hit>();
    for (const paths of pathsOf(design)) {
      const { flow } = paths;
      if (writtenBy(design, paths) === null) continue;
      for (const call of paths.calls) {
        const { edge, from, to } = call;
        if (
          !isReplica(to.node) ||
          !isWriteOf(design, paths, call) ||
          hits.has(edge.id) ||
          from.node.behaviour === 'store'
        )
          continue;
        const quickFix = readsOnly(design, call);
        const values = { node: { part: edge.to }, from: { part: edge.from }, flow: { part: flow.id } };
        hits.set(edge.id, { target: edge.id, values, ...(quickFix && { quickFix }) });
      }
    }
    return [...hits.values()];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Writes to the leader, reads from the replica',
          design: sketch(
            { user: 'client', api: 'service', leader: 'sql-database', replica: 'read-replica' },
            'user -> api -> leader, api -> replica',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
              edges: { 'api -> leader': { flows: 'write' } },
            },
          ),
        },
        {
          title: 'A write looks something up in it',
          design: sketch(
            { user: 'client', api: 'service', leader: 'sql-database', replica: 'read-replica' },
            'user -> api -> replica, api -> leader',
            {
              flows: { writes: { kind: 'write', rps: 100 } },
              edges: { 'api -> replica': { operation: 'read', flows: 'all' } },
            },
          ),
        },
        {
          title: 'The leader sends its writes',
          design: sketch(
            { user: 'client', api: 'service', leader: 'sql-database', replica: 'read-replica' },
            'user -> api -> leader ~> replica',
            {
              flows: { writes: { kind: 'write', rps: 100 } },
              edges: { 'leader -> replica': { flows: 'write' } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Everything to both',
          target: 'api-replica',
          design: sketch(
            { user: 'client', api: 'service', leader: 'sql-database', replica: 'read-replica' },
            'user -> api -> leader, api -> replica',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
              edges: { 'api -> replica': { flows: 'all' } },
            },
          ),
        },
      ],
    };
  },
};

const isReplica = ({ kind }: ResolvedNode): boolean => kind.id === 'read-replica';

/** Reads alone over the edge, where there are some and a leader beside it gets all of its writes. */
function readsOnly(design: ResolvedDesign, call: Call): QuickFix | null {
  const { edge } = call;
  const graph = graphOf(design);
  const writes = new Set(
    pathsOf(design).flatMap((paths) => (isWriteOf(design, paths, call) ? [paths.flow.id] : [])),
  );
  const lost = edge.flows.filter((id) => writes.has(id));
  if (lost.length === edge.flows.length) return null;
  const beside = outgoingOf(graph, edge.from).find((other) => {
    const callee = graph.nodes.get(other.to);
    const isLeader = callee !== undefined && keepsOriginals(callee);
    return isLeader && lost.every((id) => other.flows.includes(id));
  });
  if (beside === undefined) return null;
  const named = edge.flows.filter((id) => !writes.has(id));
  const reads = design.flows.flatMap(({ id, kind }) => (kind === 'read' ? [id] : []));
  const flows = named.length === reads.length && reads.every((id) => named.includes(id)) ? 'read' : named;
  return {
    id: 'reads-only',
    title: 'Send only reads',
    values: { leader: { part: beside.to } },
    changes: [{ op: 'patch-edge', id: edge.id, patch: { flows } }],
  };
}
