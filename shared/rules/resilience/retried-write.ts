import type { ResolvedDesign } from '../../catalog/resolved';
import { type Call, type Part, partsOf } from '../facts/parts';
import { type FlowPaths, pathsOf } from '../facts/paths';
import { isExternal } from '../facts/roles';
import { isWriteOf, writtenBy } from '../facts/written';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const shop = { user: 'client', api: 'service', db: 'sql-database' } as const;
const orders = (more: object) => ({ orders: { kind: 'write' as const, rps: 200, ...more } });

/** RES-03. What is not set on a flow is a question; what it sets itself counts. */
export const retriedWrite: Rule = {
  id: 'retried-write',
  code: 'RES-03',
  title: 'A write is tried again',
  severity: 'warning',
  stage: 'review',
  message: '{from} tries {to} again for {flow}, and doing {flow} twice is not as doing it once.',
  variants: {
    question:
      '{from} tries {to} again for {flow}. Is a write that is carried out twice the same as one carried out once?',
  },
  why: 'A call whose answer was lost may have been carried out. The second try then books, sends or charges once more.',
  fix: 'Give each request a key of its own, and answer a repeated one with the first result.',
  fixes: { 'make-idempotent': 'Give each request a key of its own: {flow} can then be tried again safely.' },
  source: {
    text: 'Stripe API Reference, Idempotent requests',
    url: 'https://docs.stripe.com/api/idempotent_requests',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { design } = context;
    const tried = partsOf(design).calls.filter(
      ({ edge, from, isLive }) => edge.retries > 0 && isLive && from.node.behaviour !== 'buffer',
    );
    if (tried.length === 0) return [];
    const unsafe: Hit[] = [];
    const unknown: Hit[] = [];
    for (const paths of pathsOf(design)) {
      const { flow } = paths;
      if (flow.idempotent === true || writtenBy(design, paths) === null) continue;
      const edge = retriedCall(design, paths, tried)?.edge;
      if (edge === undefined) continue;
      const values = { from: { part: edge.from }, to: { part: edge.to }, flow: { part: flow.id } };
      (flow.idempotent === false ? unsafe : unknown).push({
        target: flow.id,
        values,
        quickFix: {
          id: 'make-idempotent',
          title: 'Give each request a key',
          values: {},
          changes: [{ op: 'patch-flow', id: flow.id, patch: { idempotent: true } }],
        },
      });
    }
    return [...unsafe, ...questionHits(context, 'retried-write', unknown)];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Each order carries a key',
          design: sketch(shop, 'user -> api -> db', {
            flows: orders({ idempotent: true }),
            edges: { 'api -> db': { retries: 2 } },
          }),
        },
        {
          title: 'Only a lookup is tried again',
          design: sketch({ ...shop, names: 'cache' }, 'user -> api -> names, api -> db', {
            flows: orders({ idempotent: false }),
            edges: { 'api -> names': { retries: 2 } },
          }),
        },
        {
          title: 'Answered: writes are idempotent',
          design: sketch(shop, 'user -> api -> db', {
            flows: orders({}),
            edges: { 'api -> db': { retries: 2 } },
            system: { practices: { 'retried-write': { answer: 'yes' } } },
          }),
        },
      ],
      invalid: [
        {
          title: 'An order that may be placed twice',
          target: 'orders',
          design: sketch(shop, 'user -> api -> db', {
            flows: orders({ idempotent: false }),
            edges: { 'user -> api': { retries: 1 } },
          }),
        },
        {
          title: 'Idempotency not set: a question',
          target: '*',
          design: sketch(shop, 'user -> api -> db', {
            flows: orders({}),
            edges: { 'api -> db': { retries: 2 } },
          }),
        },
      ],
    };
  },
};

/** A call of the flow that is tried again and writes what is kept, or passes on to what does. */
function retriedCall(design: ResolvedDesign, paths: FlowPaths, tried: readonly Call[]): Call | undefined {
  const { position, reached } = paths;
  const keeps = (call: Call): boolean => keepsSomething(call.to) && isWriteOf(design, paths, call);
  const harmless = new Set<Part>();
  return tried.find((call) => {
    if (call.carries[position] !== 1 || !reached.includes(call.from)) return false;
    if (keeps(call)) return true;
    const behind = new Set([call.to]);
    // A set yields what is added to it during the walk, so it is its own queue.
    for (const part of behind) {
      if (harmless.has(part)) continue;
      if (part.calls.some(keeps)) return true;
      for (const next of part.calls) if (next.carries[position] === 1) behind.add(next.to);
    }
    for (const part of behind) harmless.add(part);
    return false;
  });
}

const keepsSomething = ({ node }: Part): boolean =>
  node.behaviour === 'store' || node.behaviour === 'buffer' || isExternal(node);
