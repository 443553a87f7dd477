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

/** What the analysis says of a design: means at once, then percentiles with the findings that need them. */
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
   * Takes a report of the worker. The first has no percentiles: where the last report had them they stay on the
   * cards until the second comes, so that nothing flickers.
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

/** Takes the old object where the new one says the same, so that only what changed is drawn again. */
function keep<T extends { readonly id: string }>(
  old: ReadonlyMap<string, T>,
  fresh: readonly T[],
): ReadonlyMap<string, T> {
  const next = new Map<string, T>();
  let same = old.size === fresh.length;
  for (const item of fresh) {
    const before = old.get(item.id);
    const kept = before !== undefined && JSON.stringify(before) === JSON.stringify(item) ? before : item;
    if (kept !== before) same = false;
    next.set(item.id, kept);
  }
  return same ? old : next;
}

function groupByTarget(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.target);
    if (group === undefined) groups.set(finding.target, [finding]);
    else group.push(finding);
  }
  return groups;
}

function received(state: ReportState, next: AnalysisReport): Omit<ReportState, 'withheld'> {
  const analysis =
    next.stage === 'means' && next.analysis !== null
      ? withOldPercentiles(next.analysis, state)
      : next.analysis;
  const findings = next.stage === 'means' ? withOldPercentileFindings(next, state) : next.findings;
  return {
    analysis,
    errors: next.errors,
    findings,
    suppressed: next.suppressed,
    nodes: keep(state.nodes, analysis?.nodes ?? []),
    edges: keep(state.edges, analysis?.edges ?? []),
    flows: keep(state.flows, analysis?.flows ?? []),
    findingsOf: groupByTarget(findings),
    stale: next.stage === 'means' && next.analysis !== null ? state.stale : false,
    failure: null,
  };
}

function withOldPercentiles(analysis: Analysis, state: ReportState): Analysis {
  const keepFlow = (flow: FlowFigures): FlowFigures => {
    const old = state.flows.get(flow.id);
    if (old === undefined || flow.meanMs === null) return flow;
    const { p50Ms, p95Ms, p99Ms, p999Ms, apdex, targets } = old;
    const { completionMeanMs, completionP50Ms, completionP95Ms, completionP99Ms } = old;
    const completion = { completionMeanMs, completionP50Ms, completionP95Ms, completionP99Ms };
    return { ...flow, p50Ms, p95Ms, p99Ms, p999Ms, ...completion, apdex, targets };
  };
  const keepNode = (node: NodeFigures): NodeFigures => {
    const old = state.nodes.get(node.id);
    if (old === undefined || node.meanMs === null) return node;
    const { p50Ms, p95Ms, p99Ms, p999Ms, withCallsP99Ms, targets } = old;
    return { ...node, p50Ms, p95Ms, p99Ms, p999Ms, withCallsP99Ms, targets };
  };
  const keepEdge = (edge: EdgeFigures): EdgeFigures => {
    const timeoutShare = state.edges.get(edge.id)?.timeoutShare ?? null;
    return timeoutShare === null ? edge : { ...edge, timeoutShare };
  };
  const { flows, nodes, edges } = analysis;
  return { ...analysis, flows: flows.map(keepFlow), nodes: nodes.map(keepNode), edges: edges.map(keepEdge) };
}

/** A missed latency target is judged by percentiles: the first report keeps the last verdict. */
function withOldPercentileFindings(next: AnalysisReport, state: ReportState): readonly Finding[] {
  if (next.analysis === null) return next.findings;
  const isLatency = (finding: Finding): boolean => finding.code === 'LAT-01';
  return [...next.findings.filter((finding) => !isLatency(finding)), ...state.findings.filter(isLatency)];
}
