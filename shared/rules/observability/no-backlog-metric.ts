import { nodesOfBehaviour } from '../facts/nodes';
import { observe, watchOf } from '../facts/observation';
import { flowsAt } from '../facts/paths';
import { isExternal } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** OBS-05. Of buffers that get something. */
export const noBacklogMetric: Rule = {
  id: 'no-backlog-metric',
  code: 'OBS-05',
  title: 'A backlog that nobody sees',
  severity: 'info',
  stage: 'review',
  message: 'Nobody watches how many messages wait in {node}, nor how old the oldest is.',
  why: 'A queue hides a slow consumer: nothing fails, everything is late. Its backlog is the only sign.',
  fix: 'Watch the length of {node} and the age of its oldest message, and raise an alarm on the age.',
  source: {
    text: 'Google SRE Workbook, chapter 13, Data Processing Pipelines (assumption: cited from general knowledge)',
    url: 'https://sre.google/workbook/data-processing/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    const isWatched = watchOf(design, 'metrics');
    for (const node of nodesOfBehaviour(design, 'buffer')) {
      if (isExternal(node) || isWatched(node)) continue;
      if (flowsAt(design, node.id).length === 0) continue;
      const quickFix = observe([node], ['metrics'], 'Watch its backlog');
      hits.push({ target: node.id, values: { node: { part: node.id } }, quickFix });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Its metrics are watched',
          design: sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner', {
            flows: { runs: { kind: 'write', rps: 100 } },
            config: { jobs: { observed: ['metrics'] } },
          }),
        },
        { title: 'Nothing waits', design: sketch({ user: 'client', api: 'service' }, 'user -> api') },
      ],
      invalid: [
        {
          title: 'A queue before a worker',
          target: 'jobs',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            { flows: { runs: { kind: 'write', rps: 100 } } },
          ),
        },
        {
          title: 'A stream whose logs are kept, and no more',
          target: 'clicks',
          design: sketch(
            { user: 'client', api: 'service', clicks: 'stream', counter: 'worker' },
            'user -> api ~> clicks -> counter',
            { config: { clicks: { observed: ['logs'] } } },
          ),
        },
      ],
    };
  },
};
