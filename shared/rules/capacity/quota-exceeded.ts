import type { NodeFigures } from '../../analysis/analysis';
import type { ResolvedNode } from '../../catalog/resolved';
import { own } from '../../model/own';
import { figuresOf, isModelled } from '../facts/graph';
import { flowsAt } from '../facts/paths';
import { tolerance } from '../facts/tolerance';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CAP-07. Behind a buffer the calls can be paced, so that there the average counts and not the peak. */
export const quotaExceeded: Rule = {
  id: 'quota-exceeded',
  code: 'CAP-07',
  title: 'Quota exceeded',
  severity: 'error',
  stage: 'broken',
  message: '{node} is called {offered} at peak; its quota is {quota}.',
  variants: { paced: '{node} is called {offered} on average; its quota is {quota}.' },
  why: 'A provider answers 429 to what is over the quota, and the same again to each retry.',
  fix: 'Put a queue before {node} and limit the rate of its consumers, batch calls, or have the quota raised.',
  source: {
    text: 'RFC 6585, section 4: 429 Too Many Requests',
    url: 'https://www.rfc-editor.org/rfc/rfc6585',
  },
  supersedes: ['saturated', 'little-headroom', 'refused-requests'],
  check: (context: RuleContext): readonly Hit[] => {
    const figures = figuresOf(context.analysis);
    const hits: Hit[] = [];
    for (const node of context.design.nodes) {
      const { quotaRps } = node.config;
      const at = figures.get(node.id);
      if (quotaRps === null || at === undefined || !isModelled(node)) continue;
      const { rps, paced } = callsAt(context, node, at);
      if (rps <= quotaRps * (1 + tolerance)) continue;
      const values = { node: { part: node.id }, offered: { rps }, quota: { rps: quotaRps } };
      hits.push({ target: node.id, values, ...(paced && { variant: 'paced' }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Within the quota',
          design: sketch({ user: 'client', api: 'service', mail: 'service' }, 'user -> api -> mail', {
            config: { mail: { quotaRps: 1500 } },
          }),
        },
        {
          title: 'A queue evens out the peak',
          // 1 000 ÷ 4 = 250 on average.
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', sender: 'worker', mail: 'service' },
            'user -> api ~> jobs -> sender -> mail',
            { config: { mail: { quotaRps: 300 } }, system: { workload: { peakFactor: 4 } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'Every request calls a provider that takes fewer',
          target: 'mail',
          design: sketch({ user: 'client', api: 'service', mail: 'service' }, 'user -> api -> mail', {
            config: { mail: { quotaRps: 300 } },
          }),
        },
        {
          title: 'Too much even on average',
          target: 'mail',
          // 1 000 ÷ 2 = 500 on average.
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', sender: 'worker', mail: 'service' },
            'user -> api ~> jobs -> sender -> mail',
            { config: { mail: { quotaRps: 300 } }, system: { workload: { peakFactor: 2 } } },
          ),
        },
      ],
    };
  },
};

/** Calls a second: at peak those that somebody waits for, on average those that nobody does. */
function callsAt(context: RuleContext, node: ResolvedNode, figures: NodeFigures) {
  const { peakFactor = 1 } = context.design.workload;
  let awaited = 0;
  let deferred = 0;
  for (const paths of flowsAt(context.design, node.id)) {
    const rps = paths.flow.rateRps * (own(figures.visits, paths.flow.id) ?? 0);
    if (paths.awaited.has(node.id)) awaited += rps;
    else deferred += rps;
  }
  const total = awaited + deferred;
  const offered = figures.offeredRps ?? 0;
  const scale = total > 0 ? offered / total : 0;
  return { rps: scale * (awaited + deferred / peakFactor), paced: deferred > 0 && peakFactor > 1 };
}
