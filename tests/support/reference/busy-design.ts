import { resolve } from '../../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../../shared/catalog/resolved';
import type { System } from '../../../shared/model/schema';
import { visitsOf } from './calls';
import { withSections } from './random-sections';
import { randomSystem } from './random-system';
import { covered, ofSections, type Section } from './sections';
import { seeded } from './seeded';
import { trafficOf } from './traffic';

function scaled(system: System, factor: number): System {
  const flows = (system.flows ?? []).map((flow) => ({
    ...flow,
    rate: { rps: (flow.rate.rps ?? 0) * factor },
  }));
  return { ...system, flows };
}

/** A loop that calls itself more than once in all has visits without end: then the solution has none below 0 missing. */
function settles(design: ResolvedDesign): boolean {
  return design.flows.every((flow) => [...visitsOf(design, flow).values()].every((v) => v >= 0 && v < 1e3));
}

/** Rate limits near what arrives: some refuse, some do not. */
function withLimits(design: ResolvedDesign, seed: number): ResolvedDesign {
  const random = seeded(seed + 15_485_863);
  const traffic = trafficOf(design, 1, { countsCopies: false, samples: 50 });
  const nodes = design.nodes.map((node) => {
    const figures = traffic.station(node.id);
    if (figures === null || figures.offeredRps === 0 || random() > 0.25) return node;
    const rateLimitRps = figures.offeredRps * (0.7 + 1.3 * random());
    return { ...node, config: { ...node.config, rateLimitRps } };
  });
  return { ...design, nodes };
}

/** A random design whose busiest station is as busy as the seed says: most below saturation, some above. */
export function busyDesign(seed: number, sections: ReadonlySet<Section> = covered): ResolvedDesign | null {
  const system = withSections(randomSystem(seed), seed, sections);
  const resolved = (of: System): ResolvedDesign =>
    ofSections(resolve({ id: 'random', name: 'Random', system: of }), sections);
  const slow = resolved(scaled(system, 1e-6));
  if (!settles(slow)) return null;
  // Connections do not follow the rates that are scaled here.
  const unconnected = { ...slow, flows: slow.flows.map((flow) => ({ ...flow, connections: 0 })) };
  const traffic = trafficOf(unconnected, 1, { countsCopies: sections.has('bytes'), samples: 50 });
  const busiest = Math.max(
    ...slow.nodes.map(({ id }) => {
      const figures = traffic.station(id);
      return figures === null || figures.capacityRps === null ? 0 : figures.offeredRps / figures.capacityRps;
    }),
  );
  if (busiest === 0) return null;
  const random = seeded(seed + 7919);
  const wanted = random() < 0.7 ? 0.2 + 0.74 * random() : 1 + 0.6 * random();
  const busy = resolved(scaled(system, (1e-6 * wanted) / busiest));
  return sections.has('rate-limits') ? withLimits(busy, seed) : busy;
}
