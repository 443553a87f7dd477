import type { Change } from '../../model/changes';
import type { Config } from '../../model/config';
import { flowOf, hitsOf } from '../facts/analysis-error';
import { graphOf, outgoingOf } from '../facts/graph';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** What makes the rest of a design content, so that the choice alone is wrong with it. */
const front: Config = { webFirewall: true, rateLimitRps: 3000 };
const watched = {
  practices: { metrics: { answer: 'yes' }, logs: { answer: 'yes' }, traces: { answer: 'yes' } },
} as const;

/** Edges of weight 0 are never picked; with no others there is nothing to pick. */
export const weightlessChoice: Rule = {
  id: 'weightless-choice',
  code: 'RUN-02',
  title: 'A choice without weights',
  severity: 'error',
  stage: 'broken',
  message: 'The weights behind {node} add up to {sum}: there is nowhere for {flow} to go.',
  why: 'Traffic is shared in proportion to the weights. Without any, there is no share to compute.',
  fix: 'Give at least one of the edges from {node} a weight over 0.',
  fixes: {
    'even-weights':
      'Give {count, plural, one {its one edge a weight over 0} other {each of its # edges the same weight, so that the traffic is shared evenly}}.',
  },
  source: { text: 'Design rule: a share needs a whole' },
  check: (context: RuleContext): readonly Hit[] =>
    hitsOf(context, 'weights', (error, target) => ({
      node: { part: target },
      flow: flowOf(error),
      sum: { count: 0 },
    })).map((hit) => ({ ...hit, quickFix: evenWeights(context, hit.target) })),
  get examples() {
    return {
      valid: [
        {
          title: 'Nine to one',
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
            'user -> lb -> a, lb -> b',
            {
              edges: { 'lb -> a': { weight: 9 } },
            },
          ),
        },
        {
          title: 'One side switched off',
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
            'user -> lb -> a, lb -> b',
            {
              edges: { 'lb -> a': { weight: 0 } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Both sides switched off',
          target: 'lb',
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
            'user -> lb -> a, lb -> b',
            {
              edges: { 'lb -> a': { weight: 0 }, 'lb -> b': { weight: 0 } },
              config: { lb: front },
              system: watched,
            },
          ),
        },
        {
          title: 'The only side switched off',
          target: 'lb',
          design: sketch({ user: 'client', lb: 'load-balancer', a: 'service' }, 'user -> lb -> a', {
            edges: { 'lb -> a': { weight: 0 } },
            config: { lb: front },
            system: watched,
          }),
        },
      ],
    };
  },
};

/** Weights for all the edges of a node among which there is nothing to pick, whichever flow finds it so. */
function evenWeights(context: RuleContext, node: string): QuickFix {
  const named = new Set(
    context.errors
      .filter(({ key, targets }) => key === 'weights' && targets[0] === node)
      .flatMap((of) => of.targets),
  );
  const edges = outgoingOf(graphOf(context.design), node).filter((edge) => named.has(edge.id));
  const changes = edges.map(({ id }): Change => ({ op: 'patch-edge', id, patch: { weight: 1 } }));
  const values = { count: { count: edges.length } };
  return { id: 'even-weights', title: 'Share evenly', values, changes };
}
