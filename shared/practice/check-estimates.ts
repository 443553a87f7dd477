import type { Estimates } from '../analysis/analysis';
import { analyze } from '../analysis/analyze';
import { resolvedOf } from '../catalog/resolved-index';
import { type Message, message } from '../math/message';
import { own } from '../model/own';
import type { Design } from '../model/schema';
import { matchedFlows } from './at-problem-load';
import type { TypedEstimate } from './attempt';
import type { Estimate, Problem } from './problem';
import { estimateQuantity, readEstimate } from './typed-estimate';

/** What an estimate is found to be: within the accepted range, under or over it, unreadable, or not there. */
export type EstimateRange = 'within' | 'low' | 'high' | 'unreadable' | 'missing';

export interface EstimateVerdict {
  readonly estimate: Estimate;
  readonly typed: TypedEstimate | null;
  readonly value: number | null;
  readonly range: EstimateRange;
  readonly reason: Message;
  /** How it contradicts others that were typed; empty where it does not. */
  readonly conflicts: readonly Message[];
  /** The figure of the design that it should agree with; null where the design has none. */
  readonly drawn: { readonly value: number; readonly agrees: boolean; readonly reason: Message } | null;
}

/** Estimates are right within a factor of two, and so they agree with each other. */
const agreeWithin = 2;

/**
 * Each estimate of the problem: what was typed last for it, whether it is in the accepted range, follows from the others that were typed
 * (a storage from the writes, a peak from an average), and agrees with the design's own flows as they are drawn.
 */
export function checkEstimates(
  problem: Problem,
  typed: readonly TypedEstimate[],
  design: Design,
): readonly EstimateVerdict[] {
  const figures = figuresOf(design);
  const read = problem.estimates.map((estimate) => readOf(estimate, typed));
  return read.map((one) => ({
    estimate: one.estimate,
    typed: one.typed,
    value: one.value,
    ...rangeOf(one),
    conflicts: read.flatMap((other) => conflictOf(problem, other, one) ?? []),
    drawn: drawnOf(problem, design, one, figures),
  }));
}

interface Read {
  readonly estimate: Estimate;
  readonly typed: TypedEstimate | null;
  readonly value: number | null;
}

function readOf(estimate: Estimate, all: readonly TypedEstimate[]): Read {
  const typed = all.findLast(({ id, text }) => id === estimate.id && text.trim() !== '') ?? null;
  if (typed === null) return { estimate, typed, value: null };
  const read = readEstimate(typed.text, estimate.unit);
  return { estimate, typed, value: read.ok ? read.value : null };
}

function rangeOf({ estimate, typed, value }: Read): { range: EstimateRange; reason: Message } {
  const { title, unit, least, most, value: expected } = estimate;
  const values = {
    title,
    least: estimateQuantity(least, unit),
    most: estimateQuantity(most, unit),
    expected: estimateQuantity(expected, unit),
  };
  if (typed === null) return { range: 'missing', reason: message('{title}: not estimated.', { title }) };
  if (value === null)
    return {
      range: 'unreadable',
      reason: message('{title}: “{text}” is no such quantity.', { title, text: typed.text }),
    };
  const found = { ...values, value: estimateQuantity(value, unit) };
  if (value < least) return { range: 'low', reason: message('{title}: {value} is under {least}.', found) };
  if (value > most) return { range: 'high', reason: message('{title}: {value} is over {most}.', found) };
  return {
    range: 'within',
    reason: message('{title}: {value} is within {least} to {most}.', found),
  };
}

/** What an estimate is of; those of one topic are in proportion. */
type Topic = 'reads' | 'writes';

function topicOf(problem: Problem, { figure }: Estimate): { topic: Topic; isRate: boolean } | null {
  if (figure === undefined) return null;
  if ('flowRps' in figure) {
    const flow = problem.flows.find(({ id }) => id === figure.flowRps);
    return flow === undefined ? null : { topic: flow.kind === 'read' ? 'reads' : 'writes', isRate: true };
  }
  return own(topics, figure.total) ?? null;
}

const topics: Readonly<Record<string, { readonly topic: Topic; readonly isRate: boolean }>> = {
  averageReadRps: { topic: 'reads', isRate: true },
  peakReadRps: { topic: 'reads', isRate: true },
  bytesOutPerSecond: { topic: 'reads', isRate: false },
  bytesOutPerDay: { topic: 'reads', isRate: false },
  averageWriteRps: { topic: 'writes', isRate: true },
  peakWriteRps: { topic: 'writes', isRate: true },
  bytesInPerSecond: { topic: 'writes', isRate: false },
  bytesInPerDay: { topic: 'writes', isRate: false },
  storedBytesPerDay: { topic: 'writes', isRate: false },
  storedBytesPerYear: { topic: 'writes', isRate: false },
  storedRawBytes: { topic: 'writes', isRate: false },
  storedBytes: { topic: 'writes', isRate: false },
};

/** Whether an estimate does not follow from a rate that was typed before it; null where it does, or says nothing of it. */
function conflictOf(problem: Problem, rate: Read, of: Read): Message | null {
  if (rate.estimate.id === of.estimate.id || rate.value === null || of.value === null) return null;
  const [from, to] = [topicOf(problem, rate.estimate), topicOf(problem, of.estimate)];
  if (from === null || to === null || !from.isRate || from.topic !== to.topic) return null;
  if (to.isRate && problem.estimates.indexOf(of.estimate) < problem.estimates.indexOf(rate.estimate))
    return null;
  // Of two that contradict each other, of which one alone is in its range, the other is at fault.
  if (rate.estimate.value === 0 || (isWithin(of) && !isWithin(rate))) return null;
  const follows = (of.estimate.value / rate.estimate.value) * rate.value;
  if (isNear(follows, of.value)) return null;
  return message('From {rate} for “{first}” follows about {follows} for “{second}”, but {value} was typed.', {
    rate: estimateQuantity(rate.value, rate.estimate.unit),
    first: rate.estimate.title,
    follows: estimateQuantity(follows, of.estimate.unit),
    second: of.estimate.title,
    value: estimateQuantity(of.value, of.estimate.unit),
  });
}

const isWithin = ({ estimate: { least, most }, value }: Read): boolean =>
  value !== null && least <= value && value <= most;

const isNear = (a: number, b: number): boolean =>
  a === b || (a > 0 && b > 0 && Math.max(a / b, b / a) <= agreeWithin * (1 + 1e-9));

interface DrawnFigures {
  readonly totals: Estimates;
  readonly ratesRps: ReadonlyMap<string, number>;
}

function figuresOf(design: Design): DrawnFigures | null {
  const result = analyze(resolvedOf(design).design, { percentiles: false, limits: false });
  if (!result.ok || result.analysis.flows.length === 0) return null;
  const { totals, flows } = result.analysis;
  return {
    totals: totals.estimates,
    ratesRps: new Map(flows.map(({ id, rateRps }) => [id, rateRps])),
  };
}

function drawnOf(
  problem: Problem,
  design: Design,
  { estimate, value }: Read,
  figures: DrawnFigures | null,
): EstimateVerdict['drawn'] {
  const { figure, unit, title } = estimate;
  if (figure === undefined || figures === null || value === null) return null;
  const drawn =
    'total' in figure
      ? own({ ...figures.totals }, figure.total)
      : figures.ratesRps.get(flowOf(problem, design, figure.flowRps) ?? '');
  if (typeof drawn !== 'number' || drawn === 0) return null;
  const agrees = isNear(drawn, value);
  const values = { title, drawn: estimateQuantity(drawn, unit), value: estimateQuantity(value, unit) };
  const reason = agrees
    ? message('{title}: the design has {drawn}.', values)
    : message('{title}: {value} was typed, but the design has {drawn}.', values);
  return { value: drawn, agrees, reason };
}

const flowOf = (problem: Problem, design: Design, id: string): string | undefined =>
  matchedFlows(problem, design).find(({ asked }) => asked.id === id)?.drawn.id;
