import type { Source } from '../../catalog/kind';
import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import type { Quantities, Quantity } from '../../math/quantity';
import type { Analysis, FlowFigures, NodeFigures } from '../analysis';
import type { FlowTimes } from '../flow-times';
import type { Loaded } from '../load-design';
import type { NodeLoad } from '../station';

/**
 * What a formula is. `arithmetic`: what stands before its first ': ' gives the figure when the inputs are put in (times in
 * one unit); words between the figures only name them. `words`: what the figure is, with all that it follows from, where a
 * distribution or many states lie between. `none`: why there is no such figure.
 */
export type ExplanationForm = 'arithmetic' | 'words' | 'none';

/** How one figure came about. */
export interface Explanation {
  /** Id of a flow, node, edge or layer; `from>to` of a hop; `totals`. */
  readonly part: string;
  readonly metric: string;
  readonly value: number | string | boolean | null;
  readonly form: ExplanationForm;
  /** The formula in English, with {placeholders} that name inputs. */
  readonly formula: string;
  readonly inputs: Quantities;
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

export const loadAt = ({ loaded }: ExplainContext, node: number): NodeLoad =>
  loaded.loads.nodes[node] ?? nothingArrives;

/** What an explainer says of one metric; part, metric and value are filled in around it. */
export type Explained = Pick<Explanation, 'form' | 'formula' | 'inputs' | 'source'>;

/** A formula whose arithmetic gives the figure. */
export const explained = (formula: string, inputs: Quantities, source: Source): Explained => ({
  form: 'arithmetic',
  formula,
  inputs,
  source,
});

/** What a figure is that no arithmetic gives. */
export const described = (formula: string, inputs: Quantities, source: Source): Explained => ({
  form: 'words',
  formula,
  inputs,
  source,
});

/** Why there is no such figure. */
export const absent = (formula: string, source: Source, inputs: Quantities = {}): Explained => ({
  form: 'none',
  formula,
  inputs,
  source,
});

/** One term of a formula: what the part of this id adds to it. */
export interface Term {
  readonly id: string;
  /** Its formula, where it is more than one figure. */
  readonly text?: string;
  readonly inputs: Quantities;
}

/** A term that is one figure. */
export const term = (id: string, figure: Quantity): Term => ({ id, inputs: { term: figure } });

/** A placeholder or the argument of a plural, and no text of a plural’s forms. */
const argument = /(?<!\b(?:one|other) )\{([A-Za-z]+)(?=[},])/g;

/** Terms of a formula, each after the name of its part, their inputs numbered; '0' where there are none. */
export function termsOf(
  terms: readonly Term[],
  joiner = ' + ',
): { readonly text: string; readonly inputs: Quantities } {
  const inputs: Record<string, Quantity> = {};
  const texts = terms.map(({ id, text = '{term}', inputs: own }, i) => {
    inputs[`part${i + 1}`] = { part: id };
    for (const [name, figure] of Object.entries(own)) inputs[`${name}${i + 1}`] = figure;
    return `{part${i + 1}} ${text.replace(argument, `{$1${i + 1}`)}`;
  });
  return { text: texts.length === 0 ? '0' : texts.join(joiner), inputs };
}

export const rps = (value: number): Quantity => ({ rps: value });
export const ms = (value: number): Quantity => ({ ms: value });
export const share = (value: number): Quantity => ({ share: value });
export const count = (value: number): Quantity => ({ count: value });
export const factor = (value: number): Quantity => ({ factor: value });
export const bytes = (value: number): Quantity => ({ bytes: value });
export const usd = (value: number): Quantity => ({ usd: value });
export const seconds = (value: number): Quantity => ({ seconds: value });

const from = (text: string, url?: string): Source =>
  url === undefined ? { kind: 'source', text } : { kind: 'source', text, url };
const bySelf = (text: string): Source => ({ kind: 'assumption', text });

/** Where formulas come from. */
export const sources = {
  visits: from('Forced flow law: Lazowska and others, Quantitative System Performance, chapter 3'),
  utilization: from('Utilization law: Lazowska and others, Quantitative System Performance, chapter 3'),
  erlang: from(
    'M/M/c queue, Erlang C: Kleinrock, Queueing Systems, volume 1; other variations by Allen and Cunneen',
  ),
  limited: from('M/M/c/K queue: Kleinrock, Queueing Systems, volume 1'),
  composition: from(
    'Sums by convolution, choices by mixture, parallel calls by the product of distributions',
  ),
  retries: from('Geometric series of attempts'),
  apdex: from('Apdex specification 1.1', 'https://www.apdex.org'),
  kOfN: from('k-of-n of independent servers: binomial distribution'),
  factoring: from(
    'Factoring over the states of components: Bolch and others, Queueing Networks and Markov Chains',
  ),
  recovery: bySelf(
    'Loss of one server of the store; a deletion or a corruption always costs the time since the last backup',
  ),
  money: bySelf('Prices of the catalog or the design; a month is a twelfth of 365.25 days'),
  storage: bySelf('Average rate over the day, kept for the retention of the workload; a year is 365.25 days'),
  network: bySelf('Round trip of the network between the two ends; constant'),
  document: bySelf('As the design says'),
  sum: bySelf('A sum of other figures'),
} as const;
