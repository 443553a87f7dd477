import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import { evaluateRules } from '../../shared/rules/evaluate';
import { sceneOf } from './scene';
import { inMs, quantile, timesOf } from './statistics';

function line(name: string, times: readonly number[]): void {
  console.log(
    `  ${name.padEnd(52)} median ${inMs(quantile(times, 0.5)).padStart(9)}   p95 ${inMs(quantile(times, 0.95)).padStart(9)}`,
  );
}

/** Times resolve, analysis and rules on the scenes of the window's benchmark, in this process. */
export function benchEngine(): void {
  for (const count of [100, 1_000, 3_000, 10_000]) {
    const design = sceneOf(count);
    const runs = count > 3_000 ? 10 : 30;
    const resolved = resolve(design);
    const result = analyze(resolved, { percentiles: false });
    const analysis = result.ok ? result.analysis : null;
    console.log(
      `engine, ${resolved.nodes.length} nodes and ${resolved.edges.length} edges, ${resolved.flows.length} flows`,
    );
    line(
      'resolve',
      timesOf(runs, () => resolve(design)),
    );
    line(
      'analysis without percentiles',
      timesOf(runs, () => analyze(resolved, { percentiles: false })),
    );
    line(
      'analysis with percentiles',
      timesOf(Math.ceil(runs / 3), () => analyze(resolved)),
    );
    line(
      'all rules',
      timesOf(runs, () => evaluateRules({ design: resolved, analysis, errors: [] })),
    );
  }
}
