import type { HealthCheck } from './health-check';

/** One of a choice set's edges, with what the visit does where it is picked. */
export interface Outcome {
  readonly edge: number;
  readonly to: number;
  readonly weight: number;
  /** Probability of the pick where nothing is down. */
  readonly share: number;
  /** Whether a geo distributor prefers it: it stays in the region of the flow's entry. */
  readonly local: boolean;
  /** What a health check asks for behind the callee; null where it asks for the callee alone. */
  readonly check: HealthCheck | null;
  readonly parts: VisitParts;
}

/** A call that is made; each time that it fails its fallbacks are tried. */
export interface CallPart {
  readonly kind: 'call';
  readonly edge: number;
  readonly to: number;
  readonly mean: number;
  readonly fallbacks: readonly Fallback[];
}

export interface Fallback {
  readonly edge: number;
  readonly to: number;
}

/**
 * What of a visit can fail: a call; a draw of a cache's hit or miss (where `soft`, the cache being down is a miss); a pick.
 * Parts are independent draws, and all of them have to succeed.
 */
export type VisitPart =
  | CallPart
  | {
      readonly kind: 'miss';
      readonly cache: number;
      readonly hitRate: number;
      readonly soft: boolean;
      readonly missed: VisitParts;
      readonly hit: VisitParts;
    }
  | Pick;

/** A pick of one outcome. */
export interface Pick {
  readonly kind: 'pick';
  /** Whether only callees that are up are picked from. */
  readonly failover: boolean;
  /** Whether local outcomes are picked from alone while one of their callees is up, and all of them by weight else. */
  readonly prefers: boolean;
  readonly outcomes: readonly Outcome[];
}

/** Whether the pick depends on the state of an outcome's callee. */
export const asksState = ({ failover, prefers }: Pick, { local }: Outcome): boolean =>
  failover || (prefers && local);

export type VisitParts = readonly VisitPart[];
