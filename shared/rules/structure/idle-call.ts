import { isModelled } from '../facts/graph';
import { type Call, partsOf } from '../facts/parts';
import { type FlowPaths, flowsAtPart } from '../facts/paths';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** TOP-13. Of calls to which a person gave flows; one whose caller is reached by none is an orphan’s. */
export const idleCall: Rule = {
  id: 'idle-call',
  code: 'TOP-13',
  title: 'A call that no flow makes',
  severity: 'info',
  stage: 'review',
  message:
    'The call from {from} to {to} carries {carried}: none of the flows that it lets through reaches {from}.',
  variants: {
    replica:
      '{to} gets {carried} from {from}: {replica} answers all reads, this call is set to carry writes, and no flow writes.',
  },
  why: 'Flows take different calls. One that was sent another way earlier does not come by here, and what is behind the call stays idle.',
  fix: 'Let the calls before it carry the same flows, or let this one carry those that reach {from}.',
  source: { text: 'Design rule: every call is on the way of some request' },
  check: ({ design, analysis }: RuleContext): readonly Hit[] => {
    if (design.flows.length === 0 || analysis === null) return [];
    const hits: Hit[] = [];
    for (const call of partsOf(design).calls) {
      const { edge, isLive } = call;
      if (edge.basis['flows']?.kind !== 'document' || !isLive) continue;
      const replica = edge.flows.length > 0 ? null : replicaBeside(call);
      if (edge.flows.length === 0 && replica === null) continue;
      const from = call.from.node;
      const to = call.to.node;
      if (!isModelled(from) || !isModelled(to)) continue;
      const flows = flowsAtPart(design, call.from);
      if (flows.length === 0 || isUsed(call, flows)) continue;
      const values = { from: { part: from.id }, to: { part: to.id }, carried: { rps: 0 } };
      if (replica === null) hits.push({ target: edge.id, values });
      else
        hits.push({ target: edge.id, variant: 'replica', values: { ...values, replica: { part: replica } } });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Writes go to one service, reads to the other',
          design: sketch(
            { user: 'client', gate: 'api-gateway', orders: 'service', reports: 'service' },
            'user -> gate -> orders, gate -> reports',
            {
              flows: { reads: { rps: 500 }, writes: { kind: 'write', rps: 100 } },
              edges: { 'gate -> orders': { flows: 'write' }, 'gate -> reports': { flows: 'read' } },
            },
          ),
        },
        {
          title: 'Nothing reaches the caller at all, which is the finding',
          design: sketch(
            { user: 'client', api: 'service', old: 'service', db: 'sql-database' },
            'user -> api, old -> db',
            {
              edges: { 'old -> db': { flows: ['reads'] } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'A replica that answers all reads, where nothing is written',
          target: 'api-db',
          design: sketch(
            { user: 'client', api: 'service', db: 'sql-database', replica: 'read-replica' },
            'user -> api -> db, api -> replica',
            { flows: { reads: { rps: 100 } }, edges: { 'api -> db': { flows: 'write' } } },
          ),
        },
        {
          title: 'Writes that were sent another way before',
          target: 'reports-db',
          design: sketch(
            {
              user: 'client',
              gate: 'api-gateway',
              orders: 'service',
              reports: 'service',
              db: 'sql-database',
            },
            'user -> gate -> orders, gate -> reports -> db',
            {
              flows: { reads: { rps: 500 }, writes: { kind: 'write', rps: 100 } },
              edges: {
                'gate -> orders': { flows: 'write' },
                'gate -> reports': { flows: 'read' },
                'reports -> db': { flows: 'write' },
              },
            },
          ),
        },
      ],
    };
  },
};

/** Whether some flow reaches the caller and goes on over the call. */
const isUsed = ({ carries }: Call, flows: readonly FlowPaths[]): boolean =>
  flows.some(({ position }) => carries[position] === 1);

/** Id of a read replica that the caller of a store reads instead of it; null where there is none. */
function replicaBeside({ from, to }: Call): string | null {
  if (to.node.behaviour !== 'store' || to.node.kind.id === 'read-replica') return null;
  const beside = from.calls.find(
    (call) => call.isLive && call.to.node.kind.id === 'read-replica' && call.edge.flows.length > 0,
  );
  return beside?.edge.to ?? null;
}
