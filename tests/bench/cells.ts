import { analyze } from '../../shared/analysis/analyze';
import { createAnalyzer } from '../../shared/analysis/analyzer';
import { resolve } from '../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import type { Design } from '../../shared/model/schema';
import { evaluateRules } from '../../shared/rules/evaluate';
import { chainOf, sceneOf } from './scene';

/** One figure of the engine: what is timed, on what is prepared anew for each run. */
export interface Cell {
  readonly name: string;
  readonly runs: number;
  readonly prepare: (run: number) => () => void;
}

/** A copy of a design, in which nothing is found that was worked out before. */
const copyOf = (design: Design): Design => structuredClone(design);

/** The design with another number of replicas at one of its nodes, all else being the same objects, as an edit leaves it. */
export function editedAt(design: Design, run: number): Design {
  const nodes = [...(design.system.nodes ?? [])];
  const at = (run * 37 + 5) % nodes.length;
  const node = nodes[at];
  if (node === undefined) return design;
  nodes[at] = { ...node, config: { ...node.config, replicas: 6 + (run % 5) } };
  return { ...design, system: { ...design.system, nodes } };
}

function analysisCells(name: string, design: Design, runs: number, percentileRuns: number): readonly Cell[] {
  const fresh = (call: (of: ResolvedDesign) => void) => () => {
    const of = resolve(copyOf(design));
    return () => call(of);
  };
  return [
    {
      name: `${name}: analysis without percentiles`,
      runs,
      prepare: fresh((of) => analyze(of, { percentiles: false })),
    },
    {
      name: `${name}: analysis with percentiles`,
      runs: percentileRuns,
      prepare: fresh((of) => analyze(of)),
    },
  ];
}

function sceneCells(count: number, edgesPerNode: number): readonly Cell[] {
  const design = sceneOf(count, { edgesPerNode });
  const runs = count > 3_000 ? 12 : 30;
  const few = Math.ceil(runs / 3);
  const name = `${count} nodes, ${edgesPerNode} edges each`;
  const analyzer = createAnalyzer();
  const edited = (call: (of: Design) => void) => (run: number) => {
    const of = editedAt(design, run);
    return () => call(of);
  };
  const means = (of: Design) => analyzer.analyze(analyzer.resolve(of), { percentiles: false });
  const result = analyze(resolve(design), { percentiles: false });
  const analysis = result.ok ? result.analysis : null;
  return [
    {
      name: `${name}: resolve`,
      runs,
      prepare: () => {
        const of = copyOf(design);
        return () => resolve(of);
      },
    },
    ...analysisCells(name, design, runs, few),
    { name: `${name}: resolve after an edit`, runs, prepare: edited((of) => analyzer.resolve(of)) },
    { name: `${name}: both without percentiles after an edit`, runs, prepare: edited(means) },
    {
      name: `${name}: both with percentiles after an edit`,
      runs: few,
      prepare: edited((of) => analyzer.analyze(analyzer.resolve(of))),
    },
    {
      name: `${name}: all rules`,
      runs,
      prepare: () => {
        const of = resolve(copyOf(design));
        return () => evaluateRules({ design: of, analysis, errors: [] });
      },
    },
  ];
}

/** The engine's figures that two versions of it are compared by. A group is made when it is measured. */
export const groups: readonly (() => readonly Cell[])[] = [
  () => analysisCells('1 flow through 20 stations', chainOf(20, 1), 100, 100),
  () => analysisCells('10 flows through 30 stations', chainOf(30, 10), 60, 40),
  () => sceneCells(1_000, 1.5),
  () => sceneCells(1_000, 3),
  () => sceneCells(3_000, 3),
  () => sceneCells(10_000, 3),
];
