import type { ResolvedDesign, ResolvedEdge } from '../../catalog/resolved';
import { type Call, partsOf } from '../facts/parts';
import { flowsAtPart } from '../facts/paths';
import { isExternal } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const shop = { user: 'client', api: 'service', bank: 'service' } as const;
const external = { bank: { layer: 'external' as const } };

/** RES-04. A call that nobody's request waits for, as a worker's behind a queue, is tried again later by itself. */
export const noCircuitBreaker: Rule = {
  id: 'no-circuit-breaker',
  code: 'RES-04',
  title: 'No circuit breaker before another company’s service',
  severity: 'warning',
  stage: 'review',
  message:
    '{flow} waits for {from}, which waits for {to} of another company, with neither a circuit breaker nor a fallback.',
  why: 'While the other side is slow or down, every request holds a place in the caller until its timeout. Its outage becomes yours.',
  fix: 'Stop calling after a few failures and try now and then, or answer without {to}.',
  source: {
    text: 'Fowler, CircuitBreaker, after Nygard, Release It!',
    url: 'https://martinfowler.com/bliki/CircuitBreaker.html',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const call of partsOf(design).calls) {
      const { edge } = call;
      const from = call.from.node;
      const to = call.to.node;
      if (!isExternal(to) || isExternal(from) || !call.waits || edge.circuitBreaker || edge.optional)
        continue;
      if (call.spared.includes(1)) continue;
      if (from.behaviour === 'source' || from.behaviour === 'pass-through') continue;
      if (to.behaviour === 'pass-through') continue;
      const flow = waitingFlow(design, call);
      if (flow !== null) hits.push(hitOf(edge, flow));
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A circuit breaker',
          design: sketch(shop, 'user -> api -> bank', {
            nodes: external,
            edges: { 'api -> bank': { circuitBreaker: true } },
          }),
        },
        {
          title: 'The page is shown without it',
          design: sketch(shop, 'user -> api -> bank', {
            nodes: external,
            edges: { 'api -> bank': { optional: true } },
          }),
        },
        {
          title: 'Another bank is asked where it fails',
          design: sketch({ ...shop, other: 'service' }, 'user -> api -> bank, api -> other', {
            nodes: { ...external, other: { layer: 'external' } },
            edges: { 'api -> other': { fallbackOf: 'api-bank' } },
          }),
        },
        {
          title: 'Nobody waits for the worker that calls it',
          design: sketch(
            { ...shop, jobs: 'queue', payer: 'worker' },
            'user -> api ~> jobs -> payer -> bank',
            {
              nodes: external,
              flows: { orders: { kind: 'write', rps: 100 } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Every request waits for the bank',
          target: 'api-bank',
          design: sketch(shop, 'user -> api -> bank', { nodes: external }),
        },
      ],
    };
  },
};

/** A flow that waits for the caller, and so for the callee. */
function waitingFlow(design: ResolvedDesign, { carries, from }: Call): string | null {
  const waiting = flowsAtPart(design, from).find(
    (paths) => carries[paths.position] === 1 && paths.awaited.includes(from),
  );
  return waiting?.flow.id ?? null;
}

const hitOf = ({ id, from, to }: ResolvedEdge, flow: string): Hit => ({
  target: id,
  values: { from: { part: from }, to: { part: to }, flow: { part: flow } },
  quickFix: {
    id: 'break-circuit',
    title: 'Add a circuit breaker',
    values: {},
    changes: [{ op: 'patch-edge', id, patch: { circuitBreaker: true } }],
  },
});
