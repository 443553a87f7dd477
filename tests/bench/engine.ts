import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { arrangementOf } from '../../shared/diagram/arrangement';
import { nodeBoxes } from '../../shared/diagram/geometry';
import { layoutByLayer } from '../../shared/diagram/layered';
import { routeEdgesOf, routesOf } from '../../shared/diagram/route';
import type { Design } from '../../shared/model/schema';
import { evaluateRules } from '../../shared/rules/evaluate';
import { chainOf, sceneOf } from './scene';
import { inMs, quantile, timesOf } from './statistics';

/** Prints a line and gives the least of the times, which a busy machine changes least. */
function line(name: string, runs: number, call: () => void, goalMs?: number): number {
  const times = timesOf(runs, call);
  const least = Math.min(...times);
  const goal = goalMs === undefined ? '' : `   goal ${goalMs} ms`;
  console.log(
    `  ${name.padEnd(44)} least ${inMs(least).padStart(9)}   median ${inMs(quantile(times, 0.5)).padStart(9)}${goal}`,
  );
  return least;
}

const describe = ({ nodes, edges, flows }: ResolvedDesign): string =>
  `${nodes.length} nodes, ${edges.length} edges, ${flows.length} flows`;

interface Costs {
  readonly size: number;
  readonly resolveMs: number;
  readonly meansMs: number;
}

function benchScene(count: number, edgesPerNode: number): Costs {
  const design = sceneOf(count, { edgesPerNode });
  const runs = count > 3_000 ? 12 : 40;
  const resolved = resolve(design);
  const result = analyze(resolved, { percentiles: false });
  const analysis = result.ok ? result.analysis : null;
  console.log(`engine, ${describe(resolved)}; ${reachOf(resolved)}`);
  const resolveMs = line('resolve', runs, () => resolve(design), count === 10_000 ? 50 : undefined);
  const meansGoal = count === 1_000 ? 16 : count === 10_000 ? 200 : undefined;
  const meansMs = line(
    'analysis without percentiles',
    runs,
    () => analyze({ ...resolved }, { percentiles: false }),
    meansGoal,
  );
  line(
    'analysis with percentiles',
    Math.ceil(runs / 4),
    () => analyze({ ...resolved }),
    count === 1_000 ? 200 : undefined,
  );
  const rulesGoal = count === 1_000 ? 10 : undefined;
  line('all rules', runs, () => evaluateRules({ design: { ...resolved }, analysis, errors: [] }), rulesGoal);
  return { size: resolved.nodes.length + resolved.edges.length, resolveMs, meansMs };
}

/** How much of the design its flows meet: a scene that they hardly enter would measure nothing. */
function reachOf(resolved: ResolvedDesign): string {
  const result = analyze(resolved, { percentiles: false });
  if (!result.ok) return 'not analysed';
  const { nodes, flows } = result.analysis;
  const met = nodes.reduce((sum, { visits }) => sum + Object.values(visits).filter((v) => v > 0).length, 0);
  return `${(met / Math.max(1, flows.length)).toFixed(0)} nodes met by a flow, ${nodes.filter(({ saturated }) => saturated).length} saturated`;
}

/** Percentiles of flows through chains alone: the cost that they add to the means. */
function benchChains(length: number, flows: number, goalMs: number): void {
  const resolved = resolve(chainOf(length, flows));
  console.log(`engine, ${flows} flow${flows === 1 ? '' : 's'} through ${length} stations each`);
  line('analysis without percentiles', 200, () => analyze({ ...resolved }, { percentiles: false }));
  line('analysis with percentiles', 200, () => analyze({ ...resolved }), goalMs);
}

function benchDiagram(design: Design): void {
  const resolved = resolve(design);
  const { places } = arrangementOf(design, resolved);
  const boxes = nodeBoxes(resolved, places);
  const edges = routeEdgesOf(design, resolved);
  console.log(`diagram, ${describe(resolved)}`);
  line('routes', 40, () => routesOf(edges, boxes), 60);
  line('layout by layer', 40, () => layoutByLayer(resolved), 80);
}

function growth(name: string, small: number, large: number, times: number): void {
  console.log(
    `  ${name.padEnd(44)} × ${(large / small).toFixed(1)} for × ${times.toFixed(1)} nodes and edges`,
  );
}

/**
 * Times resolve, analysis, rules, routes and layout in this process. A copy of the resolved design is analysed each time, as
 * after an edit, so that nothing is found in a cache that is kept by reference.
 */
export function benchEngine(): void {
  benchChains(20, 1, 2);
  benchChains(30, 10, 30);
  benchScene(1_000, 1.5);
  const small = benchScene(1_000, 3);
  benchScene(3_000, 3);
  const large = benchScene(10_000, 3);
  console.log('growth from 1 000 to 10 000');
  growth('resolve', small.resolveMs, large.resolveMs, large.size / small.size);
  growth('analysis without percentiles', small.meansMs, large.meansMs, large.size / small.size);
  benchDiagram(sceneOf(1_000));
}
