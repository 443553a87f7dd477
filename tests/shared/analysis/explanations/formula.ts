import { flatMessage } from '../../../../shared/math/flat-message';
import type { Message, Quantities, Quantity } from '../../../../shared/math/quantity';

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'function' | 'sign'; readonly text: string };

/** Figures of a formula in one unit of time, the second; null for the name of a part, which only is beside a figure. */
function numberOf(quantity: Quantity | undefined, name: string): number | null {
  if (quantity === undefined || typeof quantity === 'string') throw new Error(`no figure {${name}}`);
  if ('part' in quantity) return null;
  if ('ms' in quantity) return quantity.ms / 1000;
  return Object.values(quantity)[0] as number;
}

const tokenPattern =
  /\s+|\{([A-Za-z]+\d*)\}|(M\/M\/c\/K (?:refused|waiting|wait)|Erlang C|P|lowest|highest)(?=\()|(\d+(?:\.\d+)?)|([+−×÷^(),≥])|[A-Za-z’]+/gy;

function tokensOf(text: string, inputs: Quantities): readonly Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const at = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (match === null) throw new Error(`cannot read "${text.slice(at)}" of "${text}"`);
    const [, name, called, digits, sign] = match;
    const value = name === undefined ? Number(digits ?? Number.NaN) : numberOf(inputs[name], name);
    if (called !== undefined) tokens.push({ kind: 'function', text: called });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (value !== null && (name !== undefined || digits !== undefined))
      tokens.push({ kind: 'number', value });
  }
  return tokens;
}

/** P(j requests in an M/M/c/K) in proportion, from its balance equations, the largest 1. */
function limitedStates(servers: number, places: number, erlang: number): readonly number[] {
  const logs = [0];
  for (let j = 1; j <= places; j++)
    logs.push((logs[j - 1] as number) + Math.log(erlang / Math.min(j, servers)));
  const top = Math.max(...logs);
  return logs.map((log) => Math.exp(log - top));
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function limited(servers: number, places: number, erlang: number) {
  if (erlang === 0) return { refused: 0, waiting: 0, wait: 0 };
  const states = limitedStates(servers, places, erlang);
  const accepted = states.slice(0, -1);
  const all = sumOf(accepted);
  return {
    refused: (states[places] as number) / (all + (states[places] as number)),
    waiting: sumOf(accepted.slice(servers)) / all,
    /** In mean services: whoever finds j requests waits for j − c + 1 of them to end, c at a time. */
    wait: sumOf(accepted.map((p, j) => (j < servers ? 0 : (p * (j - servers + 1)) / servers))) / all,
  };
}

/** Erlang C from the states of an M/M/c, those in which all servers are busy summed as a geometric series. */
function erlangC(servers: number, erlang: number): number {
  if (erlang === 0) return 0;
  const states = limitedStates(servers, servers, erlang);
  const waiting = (states[servers] as number) / (1 - erlang / servers);
  return waiting / (sumOf(states.slice(0, -1)) + waiting);
}

/** Binomial, term by term. */
function atLeast(needed: number, of: number, up: number): number {
  let sum = 0;
  for (let i = needed; i <= of; i++) {
    let ways = 1;
    for (let j = 0; j < i; j++) ways *= (of - j) / (j + 1);
    sum += ways * up ** i * (1 - up) ** (of - i);
  }
  return sum;
}

const functions: Readonly<Record<string, (...of: readonly number[]) => number>> = {
  'M/M/c/K refused': (c = 0, k = 0, a = 0) => limited(c, k, a).refused,
  'M/M/c/K waiting': (c = 0, k = 0, a = 0) => limited(c, k, a).waiting,
  'M/M/c/K wait': (c = 0, k = 0, a = 0) => limited(c, k, a).wait,
  'Erlang C': (c = 0, a = 0) => erlangC(c, a),
  P: (k = 0, n = 0, up = 0) => atLeast(k, n, up),
  lowest: (...of) => Math.min(...of),
  highest: (...of) => Math.max(...of),
};

/** Where the reading of a formula has come to. */
interface Reading {
  readonly tokens: readonly Token[];
  readonly text: string;
  at: number;
}

function takes(reading: Reading, sign: string): boolean {
  const token = reading.tokens[reading.at];
  const isThere = token?.kind === 'sign' && token.text === sign;
  if (isThere) reading.at += 1;
  return isThere;
}

function sum(reading: Reading): number {
  let value = product(reading);
  for (;;) {
    if (takes(reading, '+')) value += product(reading);
    else if (takes(reading, '−')) value -= product(reading);
    else return value;
  }
}

function product(reading: Reading): number {
  let value = power(reading);
  for (;;) {
    if (takes(reading, '×')) value *= power(reading);
    else if (takes(reading, '÷')) value /= power(reading);
    else return value;
  }
}

function power(reading: Reading): number {
  const base = figure(reading);
  return takes(reading, '^') ? base ** figure(reading) : base;
}

function figure(reading: Reading): number {
  const token = reading.tokens[reading.at];
  if (takes(reading, '(')) return closed(reading, sum(reading));
  reading.at += 1;
  if (token?.kind === 'number') return token.value;
  if (token?.kind !== 'function' || !takes(reading, '(')) throw new Error(`no figure in "${reading.text}"`);
  const of = [sum(reading)];
  while (takes(reading, ',')) of.push(sum(reading));
  return closed(reading, functions[token.text]?.(...of) ?? Number.NaN);
}

function closed(reading: Reading, value: number): number {
  if (!takes(reading, ')')) throw new Error(`an open bracket in "${reading.text}"`);
  return value;
}

/** What the arithmetic of an explanation comes to, from its formula and values alone; times in seconds. */
export function evaluated(message: Message): number | boolean {
  const formula = flatMessage(message);
  const [text = ''] = formula.text.split(': ');
  const reading: Reading = { tokens: tokensOf(text, formula.values), text, at: 0 };
  const left = sum(reading);
  const value = takes(reading, '≥') ? left >= sum(reading) : left;
  if (reading.at < reading.tokens.length) throw new Error(`no sign between the figures of "${text}"`);
  return value;
}
