import type { Source } from '../catalog/kind';
import type { ResolvedDesign } from '../catalog/resolved';
import type { Quantities, Quantity } from '../math/quantity';
import type { Analysis } from './analysis';
import type { Loaded } from './load-design';

/** How one figure came about. */
export interface Explanation {
  /** Id of a flow, node, edge or layer; `from>to` of a hop; `totals`. */
  readonly part: string;
  readonly metric: string;
  readonly value: number | string | boolean | null;
  /** The formula as a template in English, whose {placeholders} name inputs. */
  readonly formula: string;
  readonly inputs: Quantities;
  readonly source: Source;
}

/** What explanations are made from: an analysis, the design it is of, and the loads behind it. */
export interface ExplainContext {
  readonly design: ResolvedDesign;
  readonly analysis: Analysis;
  readonly loaded: Loaded;
}

/** What an explainer says of one metric; part, metric and value are filled in around it. */
export type Told = Pick<Explanation, 'formula' | 'inputs' | 'source'>;

export const told = (formula: string, inputs: Quantities, source: Source): Told => ({
  formula,
  inputs,
  source,
});

/** Figures of several parts as the terms of a formula, each after the name of its part; '0' where there are none. */
export function termsOf(
  parts: readonly (readonly [id: string, figure: Quantity])[],
  joiner = ' + ',
): { readonly text: string; readonly inputs: Quantities } {
  const inputs: Record<string, Quantity> = {};
  parts.forEach(([id, figure], i) => {
    inputs[`part${i + 1}`] = { part: id };
    inputs[`term${i + 1}`] = figure;
  });
  const text = parts.map((_, i) => `{part${i + 1}} {term${i + 1}}`).join(joiner);
  return { text: text === '' ? '0' : text, inputs };
}

/** A figure that may not exist, as an input. */
export const maybe = (value: number | null | undefined, as: (value: number) => Quantity): Quantity =>
  value === null || value === undefined ? '–' : as(value);

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
