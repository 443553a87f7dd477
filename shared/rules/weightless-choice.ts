import { flowOf, hitsOf } from './analysis-error';
import type { Hit, Rule, RuleContext } from './rule';
import { sketch } from './sketch';

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
  source: { text: 'Design rule: a share needs a whole' },
  check: (context: RuleContext): readonly Hit[] =>
    hitsOf(context, 'weights', (error, target) => ({
      node: { part: target },
      flow: flowOf(error),
      sum: { count: 0 },
    })),
  examples: {
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
          },
        ),
      },
      {
        title: 'The only side switched off',
        target: 'lb',
        design: sketch({ user: 'client', lb: 'load-balancer', a: 'service' }, 'user -> lb -> a', {
          edges: { 'lb -> a': { weight: 0 } },
        }),
      },
    ],
  },
};
