import type { Analysis, FlowFigures, NodeFigures } from '../analysis/analysis';
import { meetsTarget, servesAll } from '../analysis/targets';
import { nodeTitle } from '../catalog/node-title';
import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../catalog/resolved';
import { isPlainBox } from '../layout/geometry';
import { formatMs, formatPercent, formatRps, noFigure } from '../math/format';
import { inLanguage } from '../math/format-message';
import { english, type Language } from '../math/language';
import { flowKindNames } from '../model/term-names';
import { detailOf } from './detail';
import type { EdgeLabel } from './edge-label';
import { keptLabel } from './kept-label';
import { type Waiting, waitingOf } from './waiting';

/** near: at its planned limit or beyond it. unmodelled: the analysis passes it by. */
export type CardState = 'healthy' | 'near' | 'saturated' | 'unmodelled';

/** The words and figures on a card. A figure that is not there is null and leaves no gap. */
export interface CardFigures {
  /** Technology and size: 'Go · 6 × 32'. */
  readonly detail: string;
  /** Calls offered; in a sketch without flows, its capacity. */
  readonly rps: string | null;
  /** 'rps', or 'rps at most'. */
  readonly rpsUnit: string;
  readonly p99: string | null;
  readonly target: { readonly text: string; readonly met: boolean } | null;
  /** 0..1, above 1 where saturated; null where it has no queue or no figures are there. */
  readonly utilization: number | null;
  /** '32 %', or 'saturated'. */
  readonly percent: string | null;
  /** '32 %', also above 100 %: for where there is no room for words. */
  readonly load: string | null;
  /** The planned limit of utilization, 0..1. */
  readonly planned: number | null;
  readonly state: CardState;
  /** A target of its own is missed, or one of a flow that begins here. */
  readonly missed: boolean;
  /** Of a collapsed group: how many targets what is in it misses. */
  readonly missedTargets?: number;
  /** The bottleneck, where it is at its limit already. */
  readonly bottleneck: boolean;
}

/** One row on the card of a source: a flow with its rate, and p99 against its target. */
export interface FlowRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'read' | 'write';
  readonly kindWord: string;
  readonly rps: string;
  /** '79 / 100 ms', '79 ms', 'serves 15 %'; '' while there is no figure. */
  readonly figure: string;
  /** p99 without its target, or the share that is served; '' while there is no figure. */
  readonly shortFigure: string;
  /** p99 as a share of its target; 0 without one, unbounded where calls are refused. */
  readonly ofTarget: number;
  readonly state: 'met' | 'missed' | 'overloaded' | 'plain';
}

/** What is seen of a card from far. */
export type CardStatus = Pick<CardFigures, 'state' | 'missed'>;

/** The figures of a design by id, made on first use and kept. */
export interface FigureIndex {
  /** As in the card's figures, without the words that those are made of. */
  readonly status: (nodeId: string) => CardStatus | null;
  readonly card: (nodeId: string) => CardFigures | null;
  readonly flowRows: (nodeId: string) => readonly FlowRow[];
  readonly edge: (edgeId: string) => EdgeLabel | null;
  /** The saturated node that a node synchronously depends on; null for none. */
  readonly waitsOn: (nodeId: string) => (Waiting & { readonly name: string }) | null;
}

function latencyTarget(
  node: ResolvedNode,
  figures: NodeFigures | null,
  { numbers }: Language,
): CardFigures['target'] {
  const { p99Ms } = node.targets;
  if (p99Ms === undefined) return null;
  const actual = figures?.p99Ms ?? null;
  return {
    text: `≤ ${formatMs(p99Ms, numbers)}`,
    met: actual !== null && meetsTarget('p99Ms', actual, p99Ms),
  };
}

function stateOf(node: ResolvedNode, figures: NodeFigures | null): CardState {
  if (node.behaviour === 'pass-through') return 'unmodelled';
  if (figures?.saturated === true) return 'saturated';
  const utilization = figures?.utilization ?? 0;
  return utilization >= node.config.maxUtilization ? 'near' : 'healthy';
}

const statusOf = (node: ResolvedNode, figures: NodeFigures | null, flowMissed: boolean): CardStatus => ({
  state: stateOf(node, figures),
  missed: flowMissed || figures?.targets.some(({ met }) => !met) === true,
});

/** The words and figures of one card. `sketch`: the design has no flow, so that capacities are shown instead of zeros. */
export function cardFigures(
  node: ResolvedNode,
  figures: NodeFigures | null,
  context: {
    readonly sketch: boolean;
    readonly bottleneck: boolean;
    /** A flow that begins here misses a target. */
    readonly flowMissed?: boolean;
    readonly language?: Language;
  },
): CardFigures {
  const { state, missed } = statusOf(node, figures, context.flowMissed === true);
  const { language = english } = context;
  const { numbers } = language;
  // A box of a sketch is not modelled, which goes without saying.
  const detail = context.sketch && isPlainBox(node) ? (node.technology ?? '') : detailOf(node, language);
  const rpsUnit = inLanguage(language, context.sketch ? 'rps at most' : 'rps');
  if (figures === null || node.behaviour === 'source') {
    const none = { rps: null, rpsUnit, p99: null, target: null, utilization: null } as const;
    return { detail, ...none, percent: null, load: null, planned: null, state, missed, bottleneck: false };
  }
  const rps = context.sketch ? figures.capacityRps : figures.offeredRps;
  const p99 =
    state === 'saturated' ? noFigure : figures.p99Ms === null ? null : formatMs(figures.p99Ms, numbers);
  const utilization = context.sketch ? null : figures.utilization;
  return {
    detail,
    rps: rps === null ? null : formatRps(rps, numbers),
    rpsUnit,
    p99: context.sketch || state === 'unmodelled' ? null : p99,
    target: context.sketch || state === 'unmodelled' ? null : latencyTarget(node, figures, language),
    utilization,
    percent: percentOf(state, utilization, language),
    load: utilization === null ? null : formatPercent(utilization, numbers),
    planned: utilization === null ? null : node.config.maxUtilization,
    state,
    missed,
    bottleneck: context.bottleneck && (state === 'near' || state === 'saturated'),
  };
}

function percentOf(state: CardState, utilization: number | null, language: Language): string | null {
  if (state === 'saturated') return inLanguage(language, 'saturated');
  return utilization === null ? null : formatPercent(utilization, language.numbers);
}

/** '79 / 100 ms' where both are in one unit, else each with its own. */
function againstTarget(actualMs: number, targetMs: number, { numbers }: Language): string {
  const actual = formatMs(actualMs, numbers);
  const target = formatMs(targetMs, numbers);
  const [number = '', unit] = actual.split(/\s/);
  return unit === target.split(/\s/)[1] ? `${number} / ${target}` : `${actual} / ${target}`;
}

/** One flow's row on its source's card. */
export function flowRow(
  flow: ResolvedFlow,
  figures: FlowFigures | null,
  language: Language = english,
): FlowRow {
  const { id, name, kind } = flow;
  const { numbers } = language;
  const rps = formatRps(figures?.rateRps ?? flow.rateRps, numbers);
  const kindWord = inLanguage(language, flowKindNames[kind]);
  const base = { id, name, kind, kindWord, rps };
  const unknown = { figure: '', shortFigure: '', ofTarget: 0, state: 'plain' } as const;
  if (figures === null) return { ...base, ...unknown };
  if (figures.saturated || figures.servedShare < 0.9999) {
    // Just as much as there is capacity for is served, and waits without bound.
    if (servesAll(figures.servedShare)) {
      const figure = inLanguage(language, 'unbounded');
      return { ...base, figure, shortFigure: '∞', ofTarget: Number.POSITIVE_INFINITY, state: 'overloaded' };
    }
    const share = { share: figures.servedShare };
    const figure = inLanguage(language, 'serves {share}', { share });
    const shortFigure = formatPercent(figures.servedShare, numbers);
    return { ...base, figure, shortFigure, ofTarget: Number.POSITIVE_INFINITY, state: 'overloaded' };
  }
  if (figures.p99Ms === null) return { ...base, ...unknown };
  const target = flow.targets.p99Ms;
  const shortFigure = formatMs(figures.p99Ms, numbers);
  if (target === undefined) return { ...base, ...unknown, figure: shortFigure, shortFigure };
  const state = meetsTarget('p99Ms', figures.p99Ms, target) ? 'met' : 'missed';
  const figure = againstTarget(figures.p99Ms, target, language);
  return { ...base, figure, shortFigure, ofTarget: figures.p99Ms / target, state };
}

/** The flow that is nearest its target or farthest beyond it; the first where none has one. */
export const worstRow = (rows: readonly FlowRow[]): FlowRow | undefined =>
  rows.toSorted((a, b) => (a.ofTarget === b.ofTarget ? 0 : b.ofTarget - a.ofTarget))[0];

const isMissed = (figures: FlowFigures | undefined): boolean =>
  figures !== undefined && (figures.saturated || figures.targets.some(({ met }) => !met));

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

function kept<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, { readonly value: T }>();
  return (id) => {
    const known = made.get(id) ?? { value: make(id) };
    made.set(id, known);
    return known.value;
  };
}

/** The bottleneck of the flow with the least headroom. */
function bottleneckOf(analysis: Analysis | null): string | null {
  let least = Number.POSITIVE_INFINITY;
  let bottleneck: string | null = null;
  for (const flow of analysis?.flows ?? []) {
    if (flow.maxRateRps === null || flow.bottleneck === null || flow.rateRps <= 0) continue;
    const headroom = flow.maxRateRps / flow.rateRps;
    if (headroom < least) {
      least = headroom;
      bottleneck = flow.bottleneck;
    }
  }
  return bottleneck;
}

/** All that cards and edges say, looked up by id: prepared once for a design and its analysis, cheap for each part. */
export function figuresOf(
  design: ResolvedDesign,
  analysis: Analysis | null,
  language: Language = english,
): FigureIndex {
  const nodes = byId(design.nodes);
  const edges = byId(design.edges);
  const flows = byId(design.flows);
  const nodeFigures = byId(analysis?.nodes ?? []);
  const edgeFigures = byId(analysis?.edges ?? []);
  const flowFigures = byId(analysis?.flows ?? []);
  const waiting = analysis === null ? new Map<string, Waiting>() : waitingOf(design, analysis);
  const bottleneck = bottleneckOf(analysis);
  const sketch = design.flows.length === 0;

  const missingEntries = new Set(
    design.flows.filter(({ id }) => isMissed(flowFigures.get(id))).map(({ entry }) => entry),
  );
  return {
    status(id) {
      const node = nodes.get(id);
      return node === undefined ? null : statusOf(node, nodeFigures.get(id) ?? null, missingEntries.has(id));
    },
    card: kept((id) => {
      const node = nodes.get(id);
      if (node === undefined) return null;
      return cardFigures(node, nodeFigures.get(id) ?? null, {
        sketch,
        bottleneck: id === bottleneck,
        flowMissed: missingEntries.has(id),
        language,
      });
    }),
    flowRows: kept((id) =>
      [...flows.values()]
        .filter((flow) => flow.entry === id)
        .map((flow) => flowRow(flow, flowFigures.get(flow.id) ?? null, language)),
    ),
    edge: kept((id) => {
      const edge = edges.get(id);
      if (edge === undefined) return null;
      const source = {
        edge,
        callee: nodeFigures.get(edge.to),
        fromBuffer: nodes.get(edge.from)?.behaviour === 'buffer',
        visits: nodeFigures.get(edge.from)?.visits,
        flows: design.flows,
        language,
      };
      return keptLabel(source, edgeFigures.get(id));
    }),
    waitsOn: kept((id) => {
      const found = waiting.get(id);
      const node = nodes.get(found?.node ?? '');
      return found === undefined
        ? null
        : { ...found, name: node === undefined ? found.node : nodeTitle(node, language) };
    }),
  };
}
