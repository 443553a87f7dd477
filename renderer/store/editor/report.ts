import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Analysis,
  AnalysisError,
  EdgeFigures,
  FlowFigures,
  NodeFigures,
} from '../../../shared/analysis/analysis';
import type { Finding } from '../../../shared/rules/rule';

/** The figures of the design on the canvas. They may lag behind it by a frame or two; `stale` dims them after 150 ms. */
export interface ReportState {
  readonly analysis: Analysis | null;
  readonly errors: readonly AnalysisError[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  readonly nodes: ReadonlyMap<string, NodeFigures>;
  readonly edges: ReadonlyMap<string, EdgeFigures>;
  readonly flows: ReadonlyMap<string, FlowFigures>;
  /** Findings by target id. */
  readonly findingsOf: ReadonlyMap<string, readonly Finding[]>;
  readonly stale: boolean;
  /** Findings are withheld, as in an exam: the lists are empty whatever was found. */
  readonly withheld: boolean;
  /** The worker failed: in words, with the previous figures still shown. */
  readonly failure: string | null;
}

/**
 * What the analysis says of a design: means at once, with the percentiles and limits of the report before; then those of its own,
 * with the findings that need them.
 */
export interface AnalysisReport {
  readonly stage: 'means' | 'percentiles';
  readonly analysis: Analysis | null;
  readonly errors: readonly AnalysisError[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
}

const empty: ReportState = {
  analysis: null,
  errors: [],
  findings: [],
  suppressed: [],
  nodes: new Map(),
  edges: new Map(),
  flows: new Map(),
  findingsOf: new Map(),
  stale: false,
  withheld: false,
  failure: null,
};

/** The figures of an editor's design. */
export interface Report {
  readonly report: StoreApi<ReportState>;
  readonly clearReport: () => void;
  /** Withholds findings from all that shows them, or gives them back. */
  readonly withholdFindings: (withheld: boolean) => void;
  /**
   * Takes a report of the worker. Parts whose figures are the same as in the one before are the same objects.
   */
  readonly receiveReport: (next: AnalysisReport) => void;
}

export function createReport(): Report {
  const report = createStore<ReportState>(() => empty);
  let last: AnalysisReport | null = null;
  const show = (next: AnalysisReport): void =>
    report.setState((state) => received(state, state.withheld ? withoutFindings(next) : next));
  return {
    report,
    clearReport: () => {
      last = null;
      report.setState(({ withheld }) => ({ ...empty, withheld }));
    },
    withholdFindings(withheld) {
      if (report.getState().withheld === withheld) return;
      report.setState({ withheld });
      if (last !== null) show(last);
    },
    receiveReport: (next) => {
      last = next;
      show(next);
    },
  };
}

const withoutFindings = (next: AnalysisReport): AnalysisReport => ({ ...next, findings: [], suppressed: [] });

/** The parts by id; the old map where they are the same objects, so that only what changed is drawn again. */
function byId<T extends { readonly id: string }>(
  old: ReadonlyMap<string, T>,
  fresh: readonly T[],
): ReadonlyMap<string, T> {
  const isSame = old.size === fresh.length && fresh.every((item) => old.get(item.id) === item);
  return isSame ? old : new Map(fresh.map((item) => [item.id, item]));
}

/** Findings by target; where a target has the same ones, in the same list. */
function groupByTarget(
  findings: readonly Finding[],
  old: ReadonlyMap<string, readonly Finding[]>,
): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.target);
    if (group === undefined) groups.set(finding.target, [finding]);
    else group.push(finding);
  }
  const isSame = (a: readonly Finding[], b: readonly Finding[]): boolean =>
    a.length === b.length && a.every((finding, i) => finding === b[i]);
  return new Map(
    [...groups].map(([target, group]) => {
      const before = old.get(target);
      return [target, before !== undefined && isSame(before, group) ? before : group];
    }),
  );
}

function received(state: ReportState, next: AnalysisReport): Omit<ReportState, 'withheld'> {
  const { analysis, errors, findings, suppressed } = next;
  return {
    analysis,
    errors,
    findings,
    suppressed,
    nodes: byId(state.nodes, analysis?.nodes ?? []),
    edges: byId(state.edges, analysis?.edges ?? []),
    flows: byId(state.flows, analysis?.flows ?? []),
    findingsOf: groupByTarget(findings, state.findingsOf),
    stale: next.stage === 'means' && next.analysis !== null ? state.stale : false,
    failure: null,
  };
}
