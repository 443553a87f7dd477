import type { QuantityUnit } from '../../../shared/math/parse-quantity';

/** How a configuration field is edited. */
export type FieldShape =
  | {
      readonly type: 'number';
      readonly unit: QuantityUnit;
      readonly whole?: true;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly type: 'choice'; readonly options: readonly string[]; readonly numeric?: true }
  | { readonly type: 'switch' }
  | { readonly type: 'text' }
  /** Any of several. */
  | { readonly type: 'several'; readonly options: readonly string[] }
  | { readonly type: 'share-by-flow' };

/** The shapes that most fields have. */
export const shapes = {
  count: { type: 'number', unit: 'count' },
  wholeCount: { type: 'number', unit: 'count', whole: true, min: 1 },
  rps: { type: 'number', unit: 'rps' },
  ms: { type: 'number', unit: 'ms' },
  seconds: { type: 'number', unit: 'seconds' },
  bytes: { type: 'number', unit: 'bytes' },
  share: { type: 'number', unit: 'share', max: 1 },
  usd: { type: 'number', unit: 'usd' },
  flag: { type: 'switch' },
  text: { type: 'text' },
} as const satisfies Readonly<Record<string, FieldShape>>;

export const choice = (options: readonly string[]) => ({ type: 'choice', options }) as const;
export const several = (options: readonly string[]) => ({ type: 'several', options }) as const;

export type FieldSection =
  | 'capacity'
  | 'cache'
  | 'replication'
  | 'buffer'
  | 'network'
  | 'availability'
  | 'scaling'
  | 'data'
  | 'recovery'
  | 'security'
  | 'cost';

export interface ConfigFieldInfo {
  /** English; the key of `t()`. */
  readonly title: string;
  readonly section: FieldSection;
  readonly shape: FieldShape;
  /** What it means, where its name does not say all. */
  readonly hint?: string;
}
