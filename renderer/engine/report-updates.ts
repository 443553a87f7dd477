import { reuse } from '../../shared/model/reuse';
import { findingKey } from '../../shared/rules/finding-key';
import type { Finding } from '../../shared/rules/rule';
import type { AnalysisReport } from '../store/editor/report';
import { type ListUpdate, listAfter, listUpdate } from './list-update';

type FigureList = 'flows' | 'layers' | 'hops' | 'nodes' | 'edges';
type FindingList = 'errors' | 'findings' | 'suppressed';

type Figures = NonNullable<AnalysisReport['analysis']>;
type Updates<O, K extends keyof O> = {
  readonly [L in K]: O[L] extends readonly (infer T)[] ? ListUpdate<T> : never;
};

/**
 * A report as it is sent to who has the one before it: of a thousand nodes an edit changes the figures of a few, and what
 * is sent has to be copied by both threads.
 */
export interface ReportUpdate {
  /** Whether nothing was sent before it. */
  readonly isFirst: boolean;
  readonly stage: AnalysisReport['stage'];
  readonly figures: (Omit<Figures, FigureList> & { readonly lists: Updates<Figures, FigureList> }) | null;
  readonly lists: Updates<AnalysisReport, FindingList>;
}

export const isReportUpdate = (sent: unknown): sent is ReportUpdate =>
  typeof sent === 'object' && sent !== null && 'lists' in sent;

const noReport: Omit<AnalysisReport, 'stage'> = { analysis: null, errors: [], findings: [], suppressed: [] };
const noFigures: Pick<Figures, FigureList> = {
  flows: [],
  layers: [],
  hops: [],
  nodes: [],
  edges: [],
};

/** The side that sends: each report as an update of the one before. */
export interface ReportSender {
  /** The report that was sent last. */
  readonly last: () => AnalysisReport | null;
  readonly updateOf: (report: AnalysisReport) => ReportUpdate;
}

export function createReportSender(): ReportSender {
  let last: AnalysisReport | null = null;
  return {
    last: () => last,
    updateOf(report) {
      const isFirst = last === null;
      const before = last ?? { ...noReport, stage: report.stage };
      const next = withKept(before, report);
      last = next;
      return {
        isFirst,
        stage: next.stage,
        figures: next.analysis === null ? null : figuresUpdate(before.analysis ?? noFigures, next.analysis),
        lists: {
          errors: listUpdate(before.errors, next.errors),
          findings: listUpdate(before.findings, next.findings),
          suppressed: listUpdate(before.suppressed, next.suppressed),
        },
      };
    },
  };
}

/** The report with all that says the same as in the one before being the same objects. */
function withKept(
  before: AnalysisReport,
  { stage, analysis, errors, findings, suppressed }: AnalysisReport,
): AnalysisReport {
  return {
    stage,
    analysis: reuse(before.analysis, analysis),
    errors: reuse(before.errors, errors),
    findings: keptFindings(before.findings, findings),
    suppressed: keptFindings(before.suppressed, suppressed),
  };
}

/** Findings have no id, and one that comes or goes moves all after it. */
function keptFindings(before: readonly Finding[], next: readonly Finding[]): readonly Finding[] {
  const known = new Map(before.map((finding) => [findingKey(finding), finding]));
  const kept = next.map((finding) => reuse(known.get(findingKey(finding)), finding));
  return kept.length === before.length && kept.every((finding, i) => finding === before[i]) ? before : kept;
}

function figuresUpdate(
  before: Pick<Figures, FigureList>,
  { flows, layers, hops, nodes, edges, ...rest }: Figures,
): NonNullable<ReportUpdate['figures']> {
  return {
    ...rest,
    lists: {
      flows: listUpdate(before.flows, flows),
      layers: listUpdate(before.layers, layers),
      hops: listUpdate(before.hops, hops),
      nodes: listUpdate(before.nodes, nodes),
      edges: listUpdate(before.edges, edges),
    },
  };
}

/** The side that receives: each report from its update. It has to be given every update, in order; a worker begins anew. */
export function createReportReceiver(): (update: ReportUpdate) => AnalysisReport {
  let last: Omit<AnalysisReport, 'stage'> = noReport;
  return ({ isFirst, stage, figures, lists }) => {
    if (isFirst) last = noReport;
    const { errors, findings, suppressed } = last;
    const report: AnalysisReport = {
      stage,
      analysis: figures === null ? null : figuresAfter(last.analysis ?? noFigures, figures),
      errors: listAfter(errors, lists.errors),
      findings: listAfter(findings, lists.findings),
      suppressed: listAfter(suppressed, lists.suppressed),
    };
    last = report;
    return report;
  };
}

function figuresAfter(
  { flows, layers, hops, nodes, edges }: Pick<Figures, FigureList>,
  { lists, ...rest }: NonNullable<ReportUpdate['figures']>,
): Figures {
  return {
    ...rest,
    flows: listAfter(flows, lists.flows),
    layers: listAfter(layers, lists.layers),
    hops: listAfter(hops, lists.hops),
    nodes: listAfter(nodes, lists.nodes),
    edges: listAfter(edges, lists.edges),
  };
}
