import { retryStormsOf } from '../../analysis/retry-storm';
import { type Call, partsOf } from '../facts/parts';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

type Part = 'buyer' | 'picker' | 'orders' | 'stock';

const room = { replicas: 2, concurrency: 16, queueLimit: 200, maxUtilization: 0.9 };

/** Two services of 3 200 rps; a flow that enters at one calls the other twice. */
const crossed = (rps: number, retries: number) =>
  sketch<Part>(
    { buyer: 'client', picker: 'client', orders: 'service', stock: 'service' },
    'buyer -> orders -> stock, picker -> stock ~> orders',
    {
      flows: { sales: { entry: 'buyer', rps }, picks: { entry: 'picker', rps } },
      config: { orders: { ...room, serviceMs: 10 }, stock: { ...room, serviceMs: 10 } },
      edges: {
        'buyer -> orders': { flows: ['sales'] },
        'orders -> stock': { flows: ['sales'], calls: 2, retries },
        'picker -> stock': { flows: ['picks'] },
        'stock -> orders': { flows: ['picks'], calls: 2, retries },
      },
    },
  );

/** RUN-05. Where a station has several loads, that it is full is only one of them. */
export const retryStorm: Rule = {
  id: 'retry-storm',
  code: 'RUN-05',
  title: 'Retry storm',
  severity: 'error',
  stage: 'broken',
  message:
    'Retries hold {node} where it was: under the same load it refuses {least} or {most} of what arrives.',
  variants: {
    swings: 'Retries keep {node} from settling: under a steady load it refuses between {least} and {most}.',
  },
  why: 'Each refusal is tried again, and what is tried again takes the room of other calls. Once full it stays full, and the load that it carried a minute ago is now too much.',
  fix: 'Lower the retries of the calls to {node}, add servers there, or raise its queue limit where only bursts are refused.',
  source: {
    text: 'Google SRE Book, chapter 22, Addressing Cascading Failures (assumption: cited from general knowledge)',
  },
  supersedes: ['saturated', 'refused-requests'],
  check: ({ design, analysis }: RuleContext): readonly Hit[] =>
    analysis === null || !partsOf(design).calls.some(mayRefuseRetries)
      ? []
      : retryStormsOf(design, analysis.load).map(
          ({ node, leastRefused, mostRefused, settles }): Hit => ({
            target: node,
            values: {
              node: { part: node },
              least: { share: leastRefused },
              most: { share: mostRefused },
            },
            ...(settles ? {} : { variant: 'swings' }),
          }),
        ),
  get examples() {
    return {
      valid: [
        { title: 'Each refusal is returned to the caller', design: crossed(1280, 0) },
        // 640 + 2 × 640 = 1 920 of 3 200 rps.
        { title: 'Room for both flows', design: crossed(640, 8) },
      ],
      invalid: [
        // 1 280 + 2 × 1 280 = 3 840 of 3 200 rps. Whichever is full halves the other's flow, so that the other is not.
        {
          title: 'Two full services call each other up to nine times',
          target: 'stock',
          design: crossed(1280, 8),
        },
        {
          title: 'A light call at one service leads to a heavy one at the other',
          target: 'stock',
          // 2 560 × (5 + 10) ms = 38.4 of 32 servers, at either.
          design: sketch<Part>(
            { buyer: 'client', picker: 'client', orders: 'service', stock: 'service' },
            'buyer -> orders -> stock, picker -> stock ~> orders',
            {
              flows: {
                sales: { entry: 'buyer', rps: 2560 },
                picks: { kind: 'write', entry: 'picker', rps: 2560 },
              },
              config: {
                orders: { ...room, readMs: 5, writeMs: 10 },
                stock: { ...room, readMs: 10, writeMs: 5 },
              },
              edges: {
                'buyer -> orders': { flows: ['sales'] },
                'orders -> stock': { flows: ['sales'], retries: 4 },
                'picker -> stock': { flows: ['picks'] },
                'stock -> orders': { flows: ['picks'], retries: 4 },
              },
            },
          ),
        },
      ],
    };
  },
};

/** Without a call that is tried again and may be refused there is no storm, and nothing to solve again. */
const mayRefuseRetries = ({ edge, to }: Call): boolean =>
  edge.retries > 0 && to.node.config.queueLimit !== null;
