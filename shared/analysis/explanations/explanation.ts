import type { Source } from '../../catalog/kind';
import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { type Message, message } from '../../math/message';
import type { Quantities, Quantity } from '../../math/quantity';
import type { Analysis, FlowFigures, NodeFigures } from '../analysis';
import type { FlowTimes } from '../flow-times';
import type { Loaded } from '../load-design';
import { accepted, isPaced, limitRpsOf, overLimit } from '../rate-limit';
import type { NodeLoad } from '../station';

/**
 * What an explanation is. `arithmetic`: a formula, of which what is before the first ': ' gives the figure when the values
 * are put in (times in one unit); words between the figures only name them. `words`: what the figure is, with all that it
 * follows from, where a distribution or many states lie between. `none`: why there is no such figure.
 */
export type ExplanationForm = 'arithmetic' | 'words' | 'none';

/** How one figure came about. */
export interface Explanation {
  /** Id of a flow, node, edge or layer; `from>to` of a hop; `totals`. */
  readonly part: string;
  readonly metric: string;
  readonly value: number | string | boolean | null;
  readonly form: ExplanationForm;
  /** The formula or sentence and all that it follows from; `flatMessage` gives its text and its figures in a language. */
  readonly message: Message;
  readonly source: Source;
}

/** What explanations are made from: an analysis, the design it is of, and the loads behind it. */
export interface ExplainContext {
  readonly design: ResolvedDesign;
  readonly analysis: Analysis;
  readonly loaded: Loaded;
  readonly times: () => readonly FlowTimes[];
}

/** A node whose figures are explained. */
export interface NodeSubject {
  readonly context: ExplainContext;
  readonly node: ResolvedNode;
  readonly at: number;
  readonly figures: NodeFigures;
}

/** A flow whose figures are explained. */
export interface FlowSubject {
  readonly context: ExplainContext;
  readonly at: number;
  readonly figures: FlowFigures;
}

const nothingArrives: NodeLoad = { readsRps: 0, writesRps: 0, bytesPerSecond: 0 };

/** All that arrives at a node. */
export const arrivingAt = ({ loaded }: ExplainContext, node: number): NodeLoad =>
  loaded.loads.nodes[node] ?? nothingArrives;

/** What a station gets to serve: all that arrives but what a rate limit refuses. */
export function loadAt(context: ExplainContext, at: number): NodeLoad {
  const load = arrivingAt(context, at);
  const node = context.loaded.graph.nodes[at];
  const limitRps = node === undefined ? null : limitRpsOf(node);
  if (limitRps === null || isPaced(context.loaded.model.spreads[at])) return load;
  return accepted(load, overLimit(limitRps, load.readsRps + load.writesRps));
}

/** The explanation of one metric; part, metric and value are filled in around it. */
export type Explained = Pick<Explanation, 'form' | 'message' | 'source'>;

/** A formula whose arithmetic gives the figure. */
export const explained = (text: string, values: Quantities, source: Source): Explained => ({
  form: 'arithmetic',
  message: { text, values },
  source,
});

/** What a figure is that no arithmetic gives. */
export const described = (text: string, values: Quantities, source: Source): Explained => ({
  form: 'words',
  message: { text, values },
  source,
});

/** Why there is no such figure. */
export const absent = (text: string, source: Source, values: Quantities = {}): Explained => ({
  form: 'none',
  message: { text, values },
  source,
});

/** A term that is one figure, after the name of the part that it is of. */
export const term = (id: string, figure: Quantity): Message =>
  message('{part} {term}', { part: { part: id }, term: figure });

/** The key of a choice between yes and other. */
export const yesNo = (is: boolean): Quantity => ({ choice: is ? 'yes' : 'no' });

export const rps = (value: number): Quantity => ({ rps: value });
export const ms = (value: number): Quantity => ({ ms: value });
export const share = (value: number): Quantity => ({ share: value });
export const count = (value: number): Quantity => ({ count: value });
export const factor = (value: number): Quantity => ({ factor: value });
export const bytes = (value: number): Quantity => ({ bytes: value });
export const usd = (value: number): Quantity => ({ usd: value });
export const seconds = (value: number): Quantity => ({ seconds: value });

/** Where formulas come from. */
export const sources = {
  visits: {
    kind: 'source',
    text: 'Forced flow law: Lazowska and others, Quantitative System Performance, chapter 3',
  },
  utilization: {
    kind: 'source',
    text: 'Utilization law: Lazowska and others, Quantitative System Performance, chapter 3',
  },
  erlang: {
    kind: 'source',
    text: 'M/M/c queue, Erlang C: Kleinrock, Queueing Systems, volume 1; other variations by Allen and Cunneen',
  },
  limited: { kind: 'source', text: 'M/M/c/K queue: Kleinrock, Queueing Systems, volume 1' },
  composition: {
    kind: 'source',
    text: 'Sums by convolution, choices by mixture, parallel calls by the product of distributions',
  },
  retries: { kind: 'source', text: 'Geometric series of attempts' },
  apdex: { kind: 'source', text: 'Apdex specification 1.1', url: 'https://www.apdex.org' },
  kOfN: { kind: 'source', text: 'k-of-n of independent servers: binomial distribution' },
  factoring: {
    kind: 'source',
    text: 'Factoring over the states of components: Bolch and others, Queueing Networks and Markov Chains',
  },
  recovery: {
    kind: 'assumption',
    text: 'Loss of one server of the store; a deletion or a corruption always costs the time since the last backup',
  },
  money: {
    kind: 'assumption',
    text: 'Prices of the catalog or the design; a month is a twelfth of 365.25 days',
  },
  storage: {
    kind: 'assumption',
    text: 'Average rate over the day, kept for the retention of the workload; a year is 365.25 days',
  },
  network: { kind: 'assumption', text: 'Round trip of the network between the two ends; constant' },
  littlesLaw: { kind: 'source', text: 'Little’s law: Kleinrock, Queueing Systems, volume 1' },
  power: {
    kind: 'source',
    text: 'Kleinrock, Power and deterministic rules of thumb for probabilistic problems in computer communications, 1979',
  },
  document: { kind: 'source', text: 'The design itself' },
  sum: { kind: 'source', text: 'Arithmetic on other figures' },
} as const satisfies Readonly<Record<string, Source>>;
