import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { figuresOf, isModelled } from '../facts/graph';
import { partsOf } from '../facts/parts';
import { tolerance } from '../facts/tolerance';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Room above the peak that a new limit leaves, as a limit is to stop floods and not a good day. */
const roomAbovePeak = 2;

/** CAP-13. Of what refuses: behind a buffer a limit sets the pace, and what exceeds it waits. */
export const rateLimitBelowPeak: Rule = {
  id: 'rate-limit-below-peak',
  code: 'CAP-13',
  title: 'Rate limit below the peak',
  severity: 'error',
  stage: 'broken',
  message:
    '{node} is sent {offered} at peak; its rate limit is {limit}: it refuses {refused} of what is declared.',
  why: 'A limit is there for what nobody planned. One below the planned peak turns away the traffic that the design is for.',
  fix: 'Set the limit of {node} above the peak, with room for a good day.',
  fixes: { 'raise-limit': 'Raise the limit to {raised}: it lets the peak through and still stops a flood.' },
  source: {
    text: 'Google SRE Book, chapter 21, Handling Overload (assumption: cited from general knowledge)',
  },
  check: ({ design, analysis }: RuleContext): readonly Hit[] => {
    const figures = figuresOf(analysis);
    const { spikeFactor = 1 } = design.workload;
    const hits: Hit[] = [];
    for (const node of design.nodes) {
      const { rateLimitRps: limitRps } = node.config;
      if (limitRps === null) continue;
      const offeredRps = figures.get(node.id)?.offeredRps ?? 0;
      if (!isModelled(node) || paces(design, node)) continue;
      if (offeredRps <= limitRps * (1 + tolerance)) continue;
      const raisedRps = rounded(offeredRps * Math.max(roomAbovePeak, spikeFactor));
      hits.push({
        target: node.id,
        values: {
          node: { part: node.id },
          offered: { rps: offeredRps },
          limit: { rps: limitRps },
          refused: { share: 1 - limitRps / offeredRps },
        },
        quickFix: {
          id: 'raise-limit',
          title: 'Raise the limit to {raised}',
          values: { raised: { rps: raisedRps } },
          changes: [{ op: 'patch-config', id: node.id, patch: { rateLimitRps: raisedRps } }],
        },
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A consumer that sends no faster than its limit, and the rest waits',
          design: sketch({ user: 'client', jobs: 'queue', sender: 'worker' }, 'user -> jobs -> sender', {
            flows: { mails: { kind: 'write', rps: 100 } },
            config: { sender: { rateLimitRps: 50 } },
          }),
        },
        {
          title: 'Twice the peak',
          design: sketch({ user: 'client', gate: 'api-gateway', api: 'service' }, 'user -> gate -> api', {
            config: { gate: { rateLimitRps: 2000 } },
          }),
        },
        {
          title: 'Exactly the peak',
          design: sketch({ user: 'client', gate: 'api-gateway', api: 'service' }, 'user -> gate -> api', {
            config: { gate: { rateLimitRps: 1000 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Half of the peak',
          target: 'gate',
          design: sketch({ user: 'client', gate: 'api-gateway', api: 'service' }, 'user -> gate -> api', {
            config: { gate: { rateLimitRps: 500 } },
          }),
        },
      ],
    };
  },
};

/** Up to two significant digits: 23 432 → 24 000. */
function rounded(rps: number): number {
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(rps)) - 1);
  return Math.ceil(rps / digit - tolerance) * digit;
}

/** Whether all that it gets comes out of buffers. */
function paces(design: ResolvedDesign, node: ResolvedNode): boolean {
  const callers =
    partsOf(design)
      .byId.get(node.id)
      ?.callers.filter(({ isLive }) => isLive) ?? [];
  return callers.length > 0 && callers.every(({ from }) => from.node.behaviour === 'buffer');
}
