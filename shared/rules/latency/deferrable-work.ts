import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { graphOf } from '../facts/graph';
import { doesAt } from '../facts/operations';
import { isWaitedFor } from '../facts/roles';
import { deferThroughQueue } from '../fixes/defer-through-queue';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const id = 'deferrable-work';
/** A tenth of a second is felt as at once; what takes less is not worth a queue. */
const noticedFromMs = 100;
/** What takes so long and was not set to be deferrable is worth the question. */
const askedFromMs = 500;

const threads = { concurrency: 32, replicas: 2 };

/** LAT-07. A flow that says that it cannot be deferred is believed. */
export const deferrableWork: Rule = {
  id,
  code: 'LAT-07',
  title: 'Deferrable work',
  severity: 'warning',
  stage: 'review',
  message:
    '{flow} waits {spent} for {node}, although its caller need not wait for the result; {limit} feels immediate.',
  variants: {
    question:
      'Does the caller of {flow} have to wait for {node}? It takes {spent} of each request; from {limit} on a queue pays off.',
    no: '{flow} waits {spent} for {node}, though nobody has to; {limit} or more is worth a queue.',
  },
  why: 'Work that can be done later need not be waited for: the answer comes at once (202 Accepted), a surge waits in the queue, and a failure is tried again without the caller.',
  fix: 'Put a queue before {node}, answer when the message is in it, and deliver the result later.',
  fixes: { 'queue-before': 'Put a queue before {node}: {flow} then waits for the acknowledgement alone.' },
  source: {
    text: 'Nielsen, Response Times: The 3 Important Limits; RFC 9110, section 15.3.3: 202 Accepted',
    url: 'https://www.nngroup.com/articles/response-times-3-important-limits/',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { design, analysis } = context;
    if (analysis === null) return [];
    const { nodes } = graphOf(design);
    const flows = new Map(design.flows.map((flow) => [flow.id, flow]));
    const known: Hit[] = [];
    const unknown: Hit[] = [];
    const spoken = new Set<string>();
    for (const { id: flowId, budget } of analysis.flows) {
      const flow = flows.get(flowId);
      if (flow === undefined || !isWaitedFor(design, flow)) continue;
      const fromMs = flow.deferrable === true ? noticedFromMs : askedFromMs;
      for (const share of budget) {
        if ((share.meanMs ?? 0) < fromMs || !('node' in share) || spoken.has(share.node)) continue;
        const node = nodes.get(share.node);
        if (node === undefined || !isWork(node) || node.id === flow.entry) continue;
        if (!mayBeDeferred(design, flow, node)) continue;
        spoken.add(node.id);
        const values = {
          flow: { part: flow.id },
          node: { part: node.id },
          spent: { ms: share.meanMs ?? 0 },
          limit: { ms: fromMs },
        };
        const quickFix = flow.deferrable === true ? deferThroughQueue(context, node) : null;
        const hit = { target: node.id, values, ...(quickFix && { quickFix }) };
        if (flow.deferrable === true) known.push(hit);
        else unknown.push({ ...hit, variant: 'no' });
      }
    }
    return [...known, ...questionHits(context, id, unknown)];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A worker does it behind a queue',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', video: 'worker' },
            'user -> api -> jobs -> video',
            {
              flows: { uploads: { kind: 'write', rps: 10, deferrable: true } },
              config: { video: { replicas: 4, concurrency: 8, serviceMs: 2000 } },
            },
          ),
        },
        {
          title: 'The buyer has to know whether the card was charged',
          design: sketch({ user: 'client', shop: 'service', payment: 'service' }, 'user -> shop -> payment', {
            flows: { purchases: { kind: 'write', rps: 10, deferrable: false } },
            config: { payment: { ...threads, serviceMs: 800 } },
          }),
        },
        {
          title: 'Too short to be felt',
          design: sketch({ user: 'client', api: 'service', mail: 'service' }, 'user -> api -> mail', {
            flows: { orders: { kind: 'write', rps: 10, deferrable: true } },
            config: { mail: { ...threads, serviceMs: 60 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A read waits for a worker that counts it',
          target: '*',
          // 10 × 600 ms = 6 of 32 concurrent.
          design: sketch({ user: 'client', api: 'service', counter: 'worker' }, 'user -> api -> counter', {
            flows: { visits: { rps: 10 } },
            config: { counter: { serviceMs: 600 } },
          }),
        },
        {
          title: 'An order waits for its mail',
          target: 'mail',
          design: sketch({ user: 'client', api: 'service', mail: 'service' }, 'user -> api -> mail', {
            flows: { orders: { kind: 'write', rps: 10, deferrable: true } },
            config: { mail: { ...threads, serviceMs: 300 } },
          }),
        },
        {
          title: 'A slow write, the question not yet answered',
          target: '*',
          design: sketch({ user: 'client', api: 'service', video: 'service' }, 'user -> api -> video', {
            flows: { uploads: { kind: 'write', rps: 10 } },
            config: { video: { ...threads, serviceMs: 2000 } },
          }),
        },
        {
          title: 'Answered: nobody has to wait',
          target: 'video',
          design: sketch({ user: 'client', api: 'service', video: 'service' }, 'user -> api -> video', {
            flows: { uploads: { kind: 'write', rps: 10 } },
            config: { video: { ...threads, serviceMs: 2000 } },
            system: { practices: { [id]: { answer: 'no' } } },
          }),
        },
      ],
    };
  },
};

/** Kinds that are made for work behind a queue. */
const workers: ReadonlySet<string> = new Set(['worker', 'stream-processor', 'etl-job', 'transcoder']);

/**
 * What is known to be deferrable, and where nothing is known, writes and whatever a worker is given to do: of others a read is
 * asked for its answer.
 */
const mayBeDeferred = (design: ResolvedDesign, flow: ResolvedFlow, node: ResolvedNode): boolean =>
  flow.deferrable === true ||
  (flow.deferrable === null && (doesAt(design, flow, node.id, 'write') || workers.has(node.kind.id)));

/** Whether it works itself rather than passes on, keeps or remembers. */
const isWork = ({ behaviour }: ResolvedNode): boolean => behaviour === 'station';
