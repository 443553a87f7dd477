import { readFileSync } from 'node:fs';
import type { Analysis } from '../../../../shared/analysis/analysis';
import { analyze } from '../../../../shared/analysis/analyze';
import { type DesignSketch, designOf } from '../../../support/resolved';

export interface Row {
  readonly caseId: string;
  readonly prefix: string;
  readonly inputs: string;
  readonly metric: string;
  readonly value: number;
}

export const rows: readonly Row[] = readFileSync(
  new URL('../../../fixtures/octave-queueing.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [caseId = '', , inputs = '', metric = '', value = ''] = line.split(',');
    return { caseId, prefix: caseId.replace(/-.*$/, ''), inputs, metric, value: Number(value) };
  });

/** `name=value` out of the inputs of a row. */
export function input(row: Row, name: string): number {
  const found = new RegExp(`(?:^|[ ~(])${name}[= ]([-\\d.e+]+)`).exec(row.inputs);
  if (found === null) throw new Error(`${row.caseId} has no ${name} in ${row.inputs}`);
  return Number(found[1]);
}

export const numbers = (text: string): readonly number[] => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(Number);

export function analysisOf(sketch: DesignSketch): Analysis {
  const result = analyze(designOf(sketch));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis;
}

export const node = (analysis: Analysis, id: string) => {
  const found = analysis.nodes.find((of) => of.id === id);
  if (found === undefined) throw new Error(`no node ${id}`);
  return found;
};
export const flow = (analysis: Analysis) => {
  const found = analysis.flows[0];
  if (found === undefined) throw new Error('no flow');
  return found;
};

export const ms = (value: number | null | undefined): number | undefined =>
  value === null || value === undefined ? undefined : value / 1000;
