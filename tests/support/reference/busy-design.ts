import { resolve } from '../../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../../shared/catalog/resolved';
import type { System } from '../../../shared/model/schema';
import { visitsOf } from './calls';
import { randomSystem } from './random-system';
import { seeded } from './seeded';
import { trafficOf } from './traffic';

const resolved = (system: System): ResolvedDesign => resolve({ id: 'random', name: 'Random', system });

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

/** A random design whose busiest station is as busy as the seed says: most below saturation, some above. */
export function busyDesign(seed: number): ResolvedDesign | null {
  const system = randomSystem(seed);
  const slow = resolved(scaled(system, 1e-6));
  if (!settles(slow)) return null;
  const traffic = trafficOf(slow);
  const busiest = Math.max(
    ...slow.nodes.map(({ id }) => {
      const figures = traffic.station(id);
      return figures === null || figures.capacityRps === null ? 0 : figures.offeredRps / figures.capacityRps;
    }),
  );
  if (busiest === 0) return null;
  const random = seeded(seed + 7919);
  const wanted = random() < 0.7 ? 0.2 + 0.74 * random() : 1 + 0.6 * random();
  return resolved(scaled(system, (1e-6 * wanted) / busiest));
}
