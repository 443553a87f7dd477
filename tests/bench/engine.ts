import { analyze } from '../../shared/analysis/analyze';
import { createAnalyzer } from '../../shared/analysis/analyzer';
import { resolve } from '../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { routeEdgesOf, routesOf } from '../../shared/diagram/route';
import { arrangementOf } from '../../shared/layout/arrangement';
import { nodeBoxes } from '../../shared/layout/geometry';
import { layoutByLayer } from '../../shared/layout/layered';
import type { Design } from '../../shared/model/schema';
import { evaluateRules } from '../../shared/rules/evaluate';
import { editedAt } from './cells';
import { chainOf, sceneOf } from './scene';
import { inMs, quantile, timesOn } from './statistics';

/** Prints a line and gives the least of the times, which a busy machine changes least. */
function line(name: string, times: readonly number[], goalMs?: number): number {
  const least = Math.min(...times);
  const goal = goalMs === undefined ? '' : `   goal ${goalMs} ms`;
  console.log(
    `  ${name.padEnd(44)} least ${inMs(least).padStart(9)}   median ${inMs(quantile(times, 0.5)).padStart(9)}${goal}`,
  );
  return least;
}

/** A copy of a design, in which nothing is found that was worked out before. */
const copyOf = (design: Design): Design => structuredClone(design);

const describe = ({ nodes, edges, flows }: ResolvedDesign): string =>
  `${nodes.length} nodes, ${edges.length} edges, ${flows.length} flows`;

interface Costs {
  readonly size: number;
  readonly resolveMs: number;
  readonly meansMs: number;
}

function benchScene(count: number, edgesPerNode: number): Costs {
  const design = sceneOf(count, { edgesPerNode });
  const runs = count > 3_000 ? 12 : 30;
  const resolved = resolve(design);
  console.log(`engine, ${describe(resolved)}; ${reachOf(resolved)}`);
  const resolveMs = line(
    'resolve',
    timesOn(runs, () => copyOf(design), resolve),
    count === 10_000 ? 50 : undefined,
  );
  const means = (of: ResolvedDesign) => analyze(of, { percentiles: false });
  const meansMs = line(
    'analysis without percentiles',
    timesOn(runs, () => resolve(copyOf(design)), means),
    count === 1_000 ? 16 : count === 10_000 ? 200 : undefined,
  );
  const few = Math.ceil(runs / 4);
  line(
    'analysis with percentiles',
    timesOn(few, () => resolve(copyOf(design)), analyze),
    count === 1_000 ? 200 : undefined,
  );
  const edited = (run: number) => editedAt(design, run);
  const analyzer = createAnalyzer();
  line('resolve after an edit', timesOn(runs, edited, analyzer.resolve));
  line(
    'both without percentiles after an edit',
    timesOn(runs, edited, (of) => analyzer.analyze(analyzer.resolve(of), { percentiles: false })),
  );
  line(
    'both with percentiles after an edit',
    timesOn(few, edited, (of) => analyzer.analyze(analyzer.resolve(of))),
  );
  benchRules(design, resolved, runs, count === 1_000 ? 10 : undefined);
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

function benchRules(design: Design, resolved: ResolvedDesign, runs: number, goalMs?: number): void {
  const result = analyze(resolved, { percentiles: false });
  const analysis = result.ok ? result.analysis : null;
  line(
    'all rules',
    timesOn(
      runs,
      () => resolve(copyOf(design)),
      (of) => evaluateRules({ design: of, analysis, errors: [] }),
    ),
    goalMs,
  );
}

/** Percentiles of flows through chains alone: the cost that they add to the means. */
function benchChains(length: number, flows: number, goalMs: number): void {
  const design = chainOf(length, flows);
  const fresh = () => resolve(copyOf(design));
  console.log(`engine, ${flows} flow${flows === 1 ? '' : 's'} through ${length} stations each`);
  line(
    'analysis without percentiles',
    timesOn(100, fresh, (of) => analyze(of, { percentiles: false })),
  );
  line('analysis with percentiles', timesOn(100, fresh, analyze), goalMs);
}

function benchDiagram(design: Design): void {
  const resolved = resolve(design);
  const { places } = arrangementOf(design, resolved);
  const boxes = nodeBoxes(resolved, places);
  const edges = routeEdgesOf(design, resolved);
  console.log(`diagram, ${describe(resolved)}`);
  const nothing = () => undefined;
  line(
    'routes',
    timesOn(40, nothing, () => routesOf(edges, boxes)),
    60,
  );
  line(
    'layout by layer',
    timesOn(40, nothing, () => layoutByLayer(resolved)),
    80,
  );
}

/** How a time grows with the design: linear up to a third more, for memory that no cache holds takes longer. */
function growth(name: string, small: number, large: number, times: number): void {
  const grown = large / small;
  const verdict = grown <= times * (4 / 3) ? 'linear' : 'more than linear';
  console.log(
    `  ${name.padEnd(44)} × ${grown.toFixed(1)} for × ${times.toFixed(1)} nodes and edges: ${verdict}`,
  );
}

/**
 * Times resolve, analysis, rules, routes and layout in this process. What is said to be after an edit finds all that the edit
 * did not touch where it was worked out before; the others find nothing.
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
