import type { Config, ConfigField } from '../model/config';
import type { DeepReadonly } from '../model/forms';
import type { Behaviour, LayerId } from '../model/vocabulary';

/** Where a default comes from: a place that was read, or an assumption that says so. */
export type Source =
  | { readonly kind: 'source'; readonly text: string; readonly url?: string }
  | { readonly kind: 'assumption'; readonly text: string };

/** A default with all that a person needs to trust or change it. */
export interface Default<V> {
  readonly value: V;
  readonly source: Source;
  /** What real systems lie between, in the field's unit. */
  readonly range?: readonly [number, number];
}

export type Defaults = { readonly [F in ConfigField]?: Default<DeepReadonly<NonNullable<Config[F]>>> };

/** A product or language of the kind, with the defaults in which it differs. */
export interface Technology {
  readonly name: string;
  /** Other words under which a person looks for it. */
  readonly aliases?: readonly string[];
  /** Name of its logo in `shared/diagram/brands/`, drawn in place of the kind's icon. */
  readonly icon?: string;
  /** Where it is run otherwise than the kind says: by a provider (true) or by oneself (false). */
  readonly managed?: boolean;
  /** What it is spoken to in, where that is not the kind's protocol. */
  readonly protocol?: string;
  /** As of `Kind.limited`. */
  readonly limited?: string;
  readonly defaults?: Defaults;
}

/** One component kind: what it is, what it means to the analysis, and its sourced defaults. */
export interface Kind {
  readonly id: string;
  readonly title: string;
  readonly layer: LayerId;
  /** Name of an icon in `shared/diagram/icons.ts`. */
  readonly icon: string;
  readonly behaviour: Behaviour;
  /** Run by a provider: it has no replicas to choose and is in no single zone. */
  readonly managed?: boolean;
  /**
   * A request keeps its unit of concurrency from start to end, calls waited for included: `maxInFlight` is then the concurrency
   * where the document does not say it.
   */
  readonly holdsSlot?: true;
  /** One sentence: what it is for. */
  readonly purpose: string;
  /** Its limit in words, where one as it comes from the palette does not carry a client of 1 000 requests a second. */
  readonly limited?: string;
  /** Words, besides title and technologies, under which it is found. */
  readonly keywords: readonly string[];
  readonly technologies: readonly Technology[];
  /** What it is spoken to in, filled in on a new edge; `https` where left out. */
  readonly protocol?: string;
  readonly defaults: Defaults;
  /** The fields that matter most, in the order in which the inspector shows them; at most five. */
  readonly main: readonly ConfigField[];
  /** The further fields, shown under More. */
  readonly more: readonly ConfigField[];
  /** Highest `scaleUp` that exists for it. */
  readonly maxScaleUp?: 1 | 2 | 4 | 8;
  /** Smallest that exists for it: a database server of a quarter of the default one; 1 where left out. */
  readonly minScaleUp?: 0.25 | 0.5;
}
