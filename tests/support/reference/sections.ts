import type { ResolvedDesign } from '../../../shared/catalog/resolved';
import type { ConfigField } from '../../../shared/model/config';

/** The parts of the model's second edition that the reference has and the engine gets one after the other. */
export const sections = [
  'operation',
  'delay',
  'places',
  'standby',
  'connections',
  'rate-limits',
  'ordered-streams',
  'client-rtt',
  'completion',
  'bytes',
  'availability',
  'recovery',
  'cost',
  'estimates',
] as const;
export type Section = (typeof sections)[number];

/** What the engine has of them: random designs use the fields of these alone, and only these figures are compared. */
export const covered: ReadonlySet<Section> = new Set<Section>([
  'operation',
  'delay',
  'standby',
  'connections',
  'rate-limits',
  'client-rtt',
  'bytes',
  'completion',
  'availability',
  'recovery',
  'cost',
  'estimates',
  // The reference takes up to a minute for a design with places: `REFERENCE_PLACES=1` has them in it.
  ...(process.env['REFERENCE_PLACES'] === '1' ? (['places', 'ordered-streams'] as const) : []),
]);

const fieldsOf: Partial<Record<Section, readonly ConfigField[]>> = {
  bytes: ['itemBytes'],
};

/**
 * A design without the fields of sections that are not covered: both sides read the same of it. Fields that the resolved
 * configuration names are read by both.
 */
export function ofSections(design: ResolvedDesign, given: ReadonlySet<Section> = covered): ResolvedDesign {
  const without = new Set(sections.filter((of) => !given.has(of)).flatMap((of) => fieldsOf[of] ?? []));
  // Kinds bring a number of places by their technology.
  const places = given.has('places') ? {} : { maxInFlight: null };
  const nodes = design.nodes.map((node) => ({
    ...node,
    config: {
      ...node.config,
      ...places,
      other: Object.fromEntries(
        Object.entries(node.config.other).filter(([field]) => !without.has(field as ConfigField)),
      ),
    },
  }));
  return { ...design, nodes };
}
