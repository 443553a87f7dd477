import type { QuantityUnit } from '../../shared/math/parse-quantity';

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
