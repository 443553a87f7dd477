import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { partsOf } from '../facts/parts';
import { addConsumer } from '../fixes/add-consumer';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** TOP-06. Messages that failed wait for a person, so that nothing has to take from a dead-letter queue. */
export const noConsumer: Rule = {
  id: 'no-consumer',
  code: 'TOP-06',
  title: 'Messages without a consumer',
  severity: 'error',
  stage: 'unfinished',
  message: 'Nothing consumes {node}: {arriving} arrive, {drained} are taken, and the rest piles up.',
  variants: { idle: 'Nothing consumes {node}: what arrives there piles up.' },
  why: 'A buffer only moves work to later. Without a consumer it fills until messages expire or it refuses them.',
  fix: 'Add a worker that takes more than arrives.',
  source: { text: 'Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3), 1961' },
  check: (context: RuleContext): readonly Hit[] => {
    const { byId } = partsOf(context.design);
    return nodesOfBehaviour(context.design, 'buffer').flatMap((node): Hit[] => {
      if (node.kind.id === 'dead-letter-queue') return [];
      const calls = byId.get(node.id)?.calls ?? [];
      if (calls.some(({ isLive, to }) => isLive && to.node.behaviour !== 'observer')) return [];
      const rps = figuresOf(context.analysis).get(node.id)?.offeredRps ?? 0;
      const quickFix = addConsumer(context, node);
      return [
        {
          target: node.id,
          values: { node: { part: node.id }, arriving: { rps }, drained: { rps: 0 } },
          ...(rps > 0 ? {} : { variant: 'idle' }),
          ...(quickFix && { quickFix }),
        },
      ];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A worker takes from the queue',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
          ),
        },
        {
          title: 'A plain box takes from the stream',
          design: sketch(
            { user: 'client', api: 'service', clicks: 'stream', later: 'custom' },
            'user -> api ~> clicks -> later',
          ),
        },
        {
          title: 'A place for messages that failed',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker', failed: 'dead-letter-queue' },
            'user -> api ~> jobs -> runner, jobs -> failed',
            { edges: { 'jobs -> failed': { weight: 0.001 } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'A queue at the end of the way',
          target: 'jobs',
          design: sketch({ user: 'client', api: 'service', jobs: 'queue' }, 'user -> api ~> jobs'),
        },
        {
          title: 'A stream at the end of the way, at 20 000 a second',
          target: 'clicks',
          design: sketch({ user: 'client', api: 'service', clicks: 'stream' }, 'user -> api ~> clicks', {
            flows: { visits: { rps: 20_000 } },
            config: { api: { replicas: 12 }, clicks: { replicas: 12 } },
          }),
        },
      ],
    };
  },
};
