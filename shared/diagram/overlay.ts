import type { Analysis, FlowFigures, NodeFigures } from '../analysis/analysis';
import { meetsAvailability } from '../math/availability';
import { yearSeconds } from '../math/calendar';
import {
  formatAvailability,
  formatCount,
  formatMs,
  formatPercent,
  formatSeconds,
  noFigure,
} from '../math/format';
import { formatMessage, inLanguage } from '../math/format-message';
import { english, type Language } from '../math/language';
import { own } from '../model/own';
import type { LayerId } from '../model/vocabulary';
import { costMessage } from './cost-text';
import { isSome, latencyFigure, longestOf } from './longest-time';
import type { ColouredOverlay, OverlayCard, RampLevel } from './overlay-ids';
import { layerTitles } from './palette';

/** Of a finding, what is counted. */
interface CountedFinding {
  readonly target: string;
  readonly severity: 'error' | 'warning' | 'info';
}

export interface OverlayContext {
  readonly analysis: Analysis;
  /** Whether a node is where flows begin: it takes no time and costs nothing. */
  readonly isSource: (id: string) => boolean;
  /** The layer that a node is in; undefined for what is no node. */
  readonly layerOf: (id: string) => LayerId | undefined;
  /** null while they are withheld. */
  readonly findings: readonly CountedFinding[] | null;
  /** The flow of whose time the latency overlay tells the share; null without flows. */
  readonly flow: { readonly figures: FlowFigures; readonly name: string } | null;
  readonly language?: Language;
}

/** Where each step of a ramp but the first begins. */
type Steps = readonly [number, number, number, number];

/** Shares of a flow's mean, and of the design's cost. */
export const latencySteps: Steps = [0.05, 0.15, 0.3, 0.5];
export const costSteps: Steps = [0.02, 0.1, 0.25, 0.5];
/** A card is in the first step that it reaches, the best first. */
export const availabilitySteps: Steps = [0.9999, 0.9995, 0.999, 0.99];
export const findingSteps: Steps = [1, 2, 4, 8];

const levelOf = (value: number, steps: Steps): RampLevel =>
  steps.filter((step) => value >= step).length as RampLevel;

function availabilityLevel(availability: number): RampLevel {
  const reached = availabilitySteps.findIndex((step) => meetsAvailability(availability, step));
  return (reached < 0 ? availabilitySteps.length : reached) as RampLevel;
}

/** What a card says of the parts that are drawn as it: one node, or all that is in a collapsed group. */
export type OverlayOf = (parts: readonly string[]) => OverlayCard | null;

/** What the cards of a design say in an overlay; null for one that has no such figure. */
export function overlayOf(overlay: ColouredOverlay, context: OverlayContext): OverlayOf {
  const nodes = new Map(context.analysis.nodes.map((node) => [node.id, node]));
  const figuresOf = (parts: readonly string[]): readonly NodeFigures[] =>
    parts.flatMap((part) => (context.isSource(part) ? [] : (nodes.get(part) ?? [])));
  const language = context.language ?? english;
  switch (overlay) {
    case 'latency':
      return latencyOverlay(context, figuresOf, language);
    case 'tail':
      return tailOverlay(context, figuresOf, language);
    case 'layer':
      return layerOverlay(context, language);
    case 'availability':
      return (parts) => availabilityCard(figuresOf(parts), language);
    case 'cost':
      return (parts) => costCard(figuresOf(parts), context.analysis, language);
    case 'findings':
      return findingsOverlay(context.findings, language);
  }
}

type FiguresOf = (parts: readonly string[]) => readonly NodeFigures[];

/** The mean that each node takes of a flow, and the sum of all, round trips included; null where it is unbounded. */
function budgetOf(flow: FlowFigures | undefined): {
  readonly meanOf: ReadonlyMap<string, number | null>;
  readonly sumMs: number | null;
} {
  const meanOf = new Map<string, number | null>();
  let sumMs: number | null = 0;
  for (const share of flow?.budget ?? []) {
    if ('node' in share) meanOf.set(share.node, share.meanMs);
    sumMs = sumMs === null || share.meanMs === null ? null : sumMs + share.meanMs;
  }
  return { meanOf, sumMs };
}

function latencyOverlay({ flow }: OverlayContext, figuresOf: FiguresOf, language: Language): OverlayOf {
  const { meanOf, sumMs } = budgetOf(flow?.figures);
  return (parts) => {
    const figures = figuresOf(parts);
    const shown = latencyFigure(figures, language);
    if (shown === null) return null;
    const means = parts.flatMap((part) => (meanOf.has(part) ? [meanOf.get(part) ?? null] : []));
    if (means.includes(null))
      return { ...shown, note: inLanguage(language, 'unbounded'), short: '', level: 4 };
    const ownMs = means.reduce<number>((sum, mean) => sum + (mean ?? 0), 0);
    if (means.length === 0 || sumMs === null || sumMs <= 0 || ownMs <= 0)
      return { ...shown, note: '', short: '', level: null };
    return { ...shown, ...shareOfFlow(ownMs / sumMs, flow?.name ?? '', language) };
  };
}

/** Visits in so few requests hardly bear on the p99: all of them together are the slowest hundredth at the most. */
const rareVisits = 0.01;

/** The own p99 of a part, of a collapsed group the longest, against that of the flow: such shares need not sum to 1. */
function tailOverlay({ flow }: OverlayContext, figuresOf: FiguresOf, language: Language): OverlayOf {
  const { meanOf } = budgetOf(flow?.figures);
  const wholeMs = flow?.figures.p99Ms ?? null;
  const isRare = ({ visits }: NodeFigures): boolean =>
    (own(visits, flow?.figures.id ?? '') ?? 1) <= rareVisits;
  return (parts) => {
    const figures = figuresOf(parts);
    const unit = inLanguage(language, 'p99');
    if (figures.some(({ saturated }) => saturated))
      return { figure: noFigure, unit, note: inLanguage(language, 'unbounded'), short: '', level: 4 };
    const known = figures.flatMap((node) =>
      node.p99Ms === null ? [] : [{ id: node.id, ms: node.p99Ms, isRare: isRare(node) }],
    );
    if (!isSome(known)) return null;
    const onWay = known.filter((node) => meanOf.has(node.id) && node.ms > 0 && !node.isRare);
    const { id, ms } = longestOf(isSome(onWay) ? onWay : known);
    const shown = { figure: formatMs(ms, language.numbers), unit, of: { part: id, metric: 'p99Ms' } };
    if (onWay.length === 0 || wholeMs === null || wholeMs <= 0)
      return { ...shown, note: '', short: '', level: null };
    return { ...shown, ...shareOfFlow(ms / wholeMs, flow?.name ?? '', language) };
  };
}

/** What the layer of a part takes of the flow’s mean; of a collapsed group the layer that takes most. */
function layerOverlay({ analysis, flow, layerOf, isSource }: OverlayContext, language: Language): OverlayOf {
  const { sumMs } = budgetOf(flow?.figures);
  const means = new Map(
    analysis.layers.map((layer) => [
      layer.id,
      flow === null ? undefined : own(layer.flows, flow.figures.id)?.meanMs,
    ]),
  );
  return (parts) => {
    const layers = parts.flatMap((part) => (isSource(part) ? [] : (layerOf(part) ?? [])));
    const known = layers.flatMap((id) => {
      const ms = means.get(id);
      return ms === undefined ? [] : [{ id, ms: ms ?? Number.POSITIVE_INFINITY }];
    });
    if (!isSome(known)) return null;
    const { id, ms } = longestOf(known);
    const unit = inLanguage(language, layerTitles[id]);
    if (!Number.isFinite(ms))
      return { figure: noFigure, unit, note: inLanguage(language, 'unbounded'), short: '', level: 4 };
    const of = { part: `layer:${id}`, metric: `flows.${flow?.figures.id ?? ''}.meanMs` };
    const shown = { figure: formatMs(ms, language.numbers), unit, of };
    if (sumMs === null || sumMs <= 0 || ms <= 0) return { ...shown, note: '', short: '', level: null };
    return { ...shown, ...shareOfFlow(ms / sumMs, flow?.name ?? '', language) };
  };
}

/** What is said of a share of a flow’s time. */
const shareOfFlow = (
  share: number,
  flow: string,
  language: Language,
): Pick<OverlayCard, 'note' | 'short' | 'level'> => ({
  note: inLanguage(language, '{share} of {flow}', { share: { share }, flow }),
  short: formatPercent(share, language.numbers),
  level: levelOf(share, latencySteps),
});

/** The availability of a part, of a collapsed group the lowest, and how long it is not available in a year. */
function availabilityCard(figures: readonly NodeFigures[], language: Language): OverlayCard | null {
  const known = figures.flatMap(({ id, availability }) =>
    availability === null ? [] : [{ id, availability }],
  );
  if (!isSome(known)) return null;
  const [first, ...others] = known;
  const { id, availability } = others.reduce(
    (least, one) => (one.availability < least.availability ? one : least),
    first,
  );
  const downSeconds = (1 - availability) * yearSeconds;
  // The figure has five nines at most: fractions of a second would be more than it says.
  const isUp = downSeconds < 1;
  return {
    figure: formatAvailability(availability, language.numbers),
    unit: known.length > 1 ? inLanguage(language, 'at the lowest') : '',
    note: isUp ? '' : inLanguage(language, 'down {time} a year', { time: { seconds: downSeconds } }),
    short: isUp ? '' : formatSeconds(downSeconds, language.numbers),
    level: availabilityLevel(availability),
    of: { part: id, metric: 'availability' },
  };
}

function costCard(
  figures: readonly NodeFigures[],
  { totals }: Analysis,
  language: Language,
): OverlayCard | null {
  const billed = figures.filter(({ cost }) => cost !== null);
  const usd = billed.reduce((sum, node) => sum + (node.monthlyCostUsd ?? 0), 0);
  const unpriced = billed.some(({ cost }) => cost?.unpriced === true);
  if (billed.length === 0 || (usd === 0 && !unpriced)) return null;
  const figure = formatMessage(costMessage(usd, unpriced), undefined, language);
  const total = totals.monthlyCostUsd ?? 0;
  const [first, ...others] = billed;
  const of = others.length === 0 && first !== undefined ? { part: first.id, metric: 'monthlyCostUsd' } : null;
  if (usd === 0 || total <= 0)
    return { figure, unit: '', note: '', short: '', level: null, ...(of && { of }) };
  const share = usd / total;
  return {
    figure,
    unit: '',
    note: inLanguage(language, '{share} of the total', { share: { share } }),
    short: formatPercent(share, language.numbers),
    level: levelOf(share, costSteps),
    ...(of && { of }),
  };
}

function findingsOverlay(findings: OverlayContext['findings'], language: Language): OverlayOf {
  if (findings === null) return () => null;
  const of = new Map<string, CountedFinding[]>();
  for (const finding of findings) {
    const known = of.get(finding.target);
    if (known === undefined) of.set(finding.target, [finding]);
    else known.push(finding);
  }
  return (parts) =>
    findingsCard(
      parts.flatMap((part) => of.get(part) ?? []),
      language,
    );
}

function findingsCard(findings: readonly CountedFinding[], language: Language): OverlayCard {
  const count = findings.length;
  const countOf = (severity: CountedFinding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [countOf('error'), countOf('warning')];
  const parts = [
    errors === 0
      ? []
      : inLanguage(language, '{count, plural, one {# error} other {# errors}}', { count: { count: errors } }),
    warnings === 0
      ? []
      : inLanguage(language, '{count, plural, one {# warning} other {# warnings}}', {
          count: { count: warnings },
        }),
  ].flat();
  return {
    figure: formatCount(count, language.numbers),
    unit: inLanguage(language, '{count, plural, one {finding} other {findings}}', { count: { count } }),
    note: parts.join(' · '),
    short: '',
    level: levelOf(count, findingSteps),
  };
}
