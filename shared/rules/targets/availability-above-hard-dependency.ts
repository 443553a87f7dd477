import { canBeDown } from '../../analysis/availability/pools';
import { servesAll } from '../../analysis/targets';
import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { meetsAvailability } from '../../math/availability';
import { figuresOf, graphOf, isModelled } from '../facts/graph';
import { alwaysVisited } from '../facts/picks';
import { copiesOf, isExternal } from '../facts/roles';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const kinds = { user: 'client', lb: 'load-balancer', api: 'service' } as const;

/** TGT-03. Regions, what a provider runs and what other companies run; a single zone has a finding of its own. */
export const availabilityAboveHardDependency: Rule = {
  id: 'availability-above-hard-dependency',
  code: 'TGT-03',
  title: 'Availability target above that of its dependencies',
  severity: 'error',
  stage: 'broken',
  message:
    '{flow} is to be available {target} of the time, and every request needs {part}, which is available {actual} of it.',
  variants: {
    together:
      '{flow} is to be available {target} of the time, and every request needs {count, plural, one {# part} other {# parts}} that others run, {part} among them; all of them are up {actual} of it.',
  },
  why: 'What every request needs fails the request when it is down. More servers of one’s own do not fix that.',
  fix: 'Select {part}, or the region around it, and choose “Add a stand-in”: a second provider or region that is called when the first fails. Or make {part} optional, or lower the target.',
  fixes: {
    'lower-target':
      'Select {part}, or the region around it, and choose “Add a stand-in”, or promise {promise}, which the parts as they are can keep.',
  },
  source: {
    text: 'Treynor, Dahlin, Rau, Beyer, The Calculus of Service Availability, ACM Queue 15(2), 2017',
    url: 'https://queue.acm.org/detail.cfm?id=3096459',
  },
  supersedes: ['availability-target-missed'],
  check: (context: RuleContext): readonly Hit[] =>
    context.design.flows.flatMap((flow): Hit[] => {
      const target = flow.targets.availability;
      if (target === undefined) return [];
      const needed = hardDependencies(context, flow);
      const [weakest] = needed;
      if (weakest === undefined) return [];
      const together = needed.reduce((product, { availability }) => product * availability, 1);
      if (meetsAvailability(together, target)) return [];
      const isAlone = !meetsAvailability(weakest.availability, target);
      const quickFix = lowerTarget(context, flow);
      const values = {
        flow: { part: flow.id },
        part: { part: weakest.id },
        target: { share: target },
        actual: { availability: isAlone ? weakest.availability : together },
        count: { count: needed.length },
      };
      return [
        {
          target: flow.id,
          values,
          ...(isAlone ? {} : { variant: 'together' }),
          ...(quickFix && { quickFix }),
        },
      ];
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'No more is promised than the balancer keeps',
          design: sketch(kinds, 'user -> lb -> api', {
            flows: { reads: { targets: { availability: 0.9995 } } },
            config: { api: { replicas: 3 } },
          }),
        },
        {
          title: 'The other region stands in',
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
            'user -> lb -> a, lb -> b',
            {
              flows: { reads: { targets: { availability: 0.9998 } } },
              nodes: { a: { group: 'south' }, b: { group: 'north' } },
              system: {
                groups: [
                  { id: 'south', kind: 'region', availability: 0.999 },
                  { id: 'north', kind: 'region', availability: 0.999 },
                ],
              },
            },
          ),
        },
        {
          title: 'A queue takes the orders while the store of a provider is down',
          design: sketch(
            { user: 'client', api: 'service', db: 'key-value-store', later: 'queue' },
            'user -> api -> db, api -> later',
            {
              flows: { reads: { targets: { availability: 0.99995 } } },
              config: { api: { replicas: 3, multiZone: true } },
              edges: { 'api -> later': { fallbackOf: 'api-db' } },
            },
          ),
        },
        {
          title: 'One request in a hundred looks up a name',
          design: sketch({ user: 'client', dns: 'dns', api: 'service' }, 'user -> dns, user -> api', {
            flows: { reads: { targets: { availability: 0.99995 } } },
            config: { api: { replicas: 3, instanceAvailability: 0.9999 } },
            edges: { 'user -> dns': { calls: 0.01 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Five nines behind a balancer that has four',
          target: 'reads',
          design: sketch(kinds, 'user -> lb -> api', {
            flows: { reads: { targets: { availability: 0.99999 } } },
            config: { api: { replicas: 4 } },
          }),
        },
        {
          title: 'Everything in one region of 99.9 %',
          target: 'reads',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.9994 } } },
            nodes: { api: { group: 'south' } },
            config: { api: { replicas: 3 } },
            system: { groups: [{ id: 'south', kind: 'region', name: 'South', availability: 0.999 }] },
          }),
        },
      ],
    };
  },
};

/** Something that the flow cannot do without and that others run. */
interface Dependency {
  readonly id: string;
  readonly availability: number;
}

/** What every request needs and nobody stands in for, the weakest first. */
function hardDependencies({ design, analysis }: RuleContext, flow: ResolvedFlow): readonly Dependency[] {
  const graph = graphOf(design);
  const places = placesById(design);
  const figures = figuresOf(analysis);
  const found = new Map<string, Dependency>();
  for (const id of alwaysVisited(graph, flow, (edge) => !edge.optional && !graph.spared.has(edge.id))) {
    const node = graph.nodes.get(id);
    if (node === undefined || node.behaviour === 'source' || !isModelled(node)) continue;
    const region = canBeDown(node) && node.region !== null ? places.get(node.region) : undefined;
    if (node.region !== null && region !== undefined)
      found.set(node.region, { id: node.region, availability: region });
    if (node.kind.managed !== true && !isExternal(node)) continue;
    const availability = availabilityOf(node, figures.get(id)?.availability ?? null);
    if (availability !== null) found.set(id, { id, availability });
  }
  return [...found.values()]
    .filter(({ availability }) => availability < 1)
    .toSorted((a, b) => a.availability - b.availability);
}

/** Of one copy what is set for it; of several what was computed, but for a store, of which reads and writes need different ones. */
function availabilityOf(node: ResolvedNode, computed: number | null): number | null {
  if (copiesOf(node) === 1) return node.config.instanceAvailability;
  return node.behaviour === 'store' ? null : computed;
}

const known = new WeakMap<ResolvedDesign, ReadonlyMap<string, number>>();

function placesById(design: ResolvedDesign): ReadonlyMap<string, number> {
  const found = known.get(design) ?? new Map(design.groups.map(({ id, availability }) => [id, availability]));
  known.set(design, found);
  return found;
}

/** The target that the flow as a whole meets as it is; null where requests are lost to load, which no lower target explains. */
function lowerTarget({ analysis }: RuleContext, flow: ResolvedFlow): QuickFix | null {
  const figures = analysis?.flows.find(({ id }) => id === flow.id);
  if (figures?.availability === null || figures === undefined || !servesAll(figures.servedShare)) return null;
  const promise = promised(figures.availability);
  if (promise <= 0) return null;
  return {
    id: 'lower-target',
    title: 'Promise {promise}',
    values: { promise: { share: promise } },
    changes: [{ op: 'patch-flow-targets', id: flow.id, patch: { availability: promise } }],
  };
}

/** Keeps a promise that is the availability from being lowered by a rounding error. */
const tolerance = 1e-12;

/** An availability with one digit of what is missing, rounded down: 0.99987 → 0.9998. */
function promised(availability: number): number {
  const missing = 1 - availability;
  if (missing <= 0) return 1;
  const decimals = -Math.floor(Math.log10(missing));
  const scale = 10 ** decimals;
  return 1 - Math.ceil(missing * scale - tolerance) / scale;
}
