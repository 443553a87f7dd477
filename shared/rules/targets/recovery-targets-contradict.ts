import { meetsTarget } from '../../analysis/targets';
import type { ResolvedDesign, ResolvedFlow } from '../../catalog/resolved';
import { downtimeSecondsPerMonth } from '../../math/downtime';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** TGT-04. What stores can do about it is the business of the recovery rules; this is of the two targets alone. */
export const recoveryTargetsContradict: Rule = {
  id: 'recovery-targets-contradict',
  code: 'TGT-04',
  title: 'Recovery may take longer than availability allows',
  severity: 'warning',
  stage: 'review',
  message:
    'Recovery may take {recovery}, but {flow} may be down for only {budget} in a month of 30 days at {target}: one outage is enough to miss it.',
  why: 'An outage that is resolved within the recovery time should not cost the availability of the whole month.',
  fix: 'Recover within {budget}, or lower the availability target.',
  fixes: { 'recover-sooner': 'Require recovery within {budget}; the stores as they are need {actual}.' },
  source: {
    text: 'Google SRE Book, chapter 3, Embracing Risk: error budgets',
    url: 'https://sre.google/sre-book/embracing-risk/',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { rtoSeconds } = context.design.targets;
    const flow = strictest(context.design);
    if (rtoSeconds === undefined || flow === null) return [];
    const budgetSeconds = downtimeSecondsPerMonth(flow.availability);
    // A target of always is contradicted by more than this.
    if (flow.availability >= 1 || rtoSeconds <= budgetSeconds) return [];
    const quickFix = recoverSooner(context, budgetSeconds);
    const values = {
      recovery: { seconds: rtoSeconds },
      flow: { part: flow.id },
      budget: { seconds: budgetSeconds },
      target: { share: flow.availability },
    };
    return [{ target: '*', values, ...(quickFix && { quickFix }) }];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A quarter of an hour of the 22 minutes a month',
          // 0.0005 × 30 × 86 400 s = 1 296 s.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 3 } },
            system: { targets: { availability: 0.9995, rtoSeconds: 900 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'An hour to recover, and 22 minutes a month',
          target: '*',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { edits: { kind: 'write', rps: 100 } },
            config: { api: { replicas: 3 }, db: { replicasPerShard: 3 } },
            system: { targets: { availability: 0.9995, rtoSeconds: 3600 } },
          }),
        },
      ],
    };
  },
};

/** The flow with the highest availability target; null where none has one. */
function strictest({ flows }: ResolvedDesign): (Pick<ResolvedFlow, 'id'> & { availability: number }) | null {
  let most: { readonly id: string; readonly availability: number } | null = null;
  for (const { id, targets } of flows) {
    const { availability } = targets;
    if (availability !== undefined && availability > (most?.availability ?? -1)) most = { id, availability };
  }
  return most;
}

/** A recovery time within the budget, where the stores already keep it. */
function recoverSooner({ analysis }: RuleContext, budgetSeconds: number): QuickFix | null {
  const actual = analysis?.totals.rtoSeconds ?? null;
  const rtoSeconds = Math.floor(budgetSeconds);
  if (actual === null || !meetsTarget('rtoSeconds', actual, rtoSeconds)) return null;
  return {
    id: 'recover-sooner',
    title: 'Recover within {budget}',
    values: { budget: { seconds: rtoSeconds }, actual: { seconds: actual } },
    changes: [{ op: 'patch-targets', patch: { rtoSeconds } }],
  };
}
