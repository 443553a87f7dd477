import type { Message } from '../../math/message';
import type { SectionId } from '../sections';

/** Where a point of the score was read: a part of the design, an estimate, or an item of a section. */
export type ScoreLink =
  | { readonly kind: 'node' | 'edge' | 'flow' | 'group'; readonly id: string }
  | { readonly kind: 'estimate'; readonly id: string }
  | { readonly kind: 'item'; readonly section: SectionId; readonly item: string }
  | { readonly kind: 'section'; readonly section: SectionId };

/** wrong: it is there and does not hold, unlike one that is missing. */
export type PointState = 'covered' | 'partly' | 'missing' | 'wrong';

/** One point of the score: what it is worth in hundredths of the whole, what was got, and why. */
export interface ScorePoint {
  readonly id: string;
  readonly section: SectionId;
  readonly weight: number;
  /** From 0 to `weight`. */
  readonly got: number;
  readonly state: PointState;
  readonly reason: Message;
  readonly link: ScoreLink;
}

/** A point before its section's hundredths are shared out: `weight` in proportion to the others of the section, `share` from 0 to 1. */
export interface Judgement {
  readonly id: string;
  readonly weight: number;
  readonly share: number;
  readonly state?: PointState;
  readonly reason: Message;
  readonly link: ScoreLink;
}

export const itemLink = (section: SectionId, item: string): ScoreLink => ({ kind: 'item', section, item });

/** What of a section's points is got; of a part that is wrong, nothing. */
const stateOf = ({ share, state }: Judgement): PointState => {
  if (state === 'wrong' && share < 1) return 'wrong';
  if (share >= 1 - 1e-9) return 'covered';
  return share > 0 ? 'partly' : (state ?? 'missing');
};

/** The judgements of a section as points that add up to its hundredths. */
export function pointsOf(
  section: SectionId,
  hundredths: number,
  judgements: readonly Judgement[],
): readonly ScorePoint[] {
  const whole = judgements.reduce((sum, { weight }) => sum + weight, 0);
  return judgements.map((judgement) => {
    const weight = (hundredths * judgement.weight) / whole;
    const share = Math.min(1, Math.max(0, judgement.share));
    const { id, reason, link } = judgement;
    return { id, section, weight, got: weight * share, state: stateOf(judgement), reason, link };
  });
}
