import type { Attempt } from './attempt';
import { type Beside, besideEachOther } from './beside';
import { type Score, scoreSteps } from './score';
import type { SectionId } from './sections';

/** What two attempts at one problem got in a section, and the time they took, ms. */
export interface SectionComparison {
  readonly section: SectionId;
  readonly weight: number;
  readonly got: readonly [first: number, second: number];
  readonly spentMs: readonly [first: number, second: number];
}

/** Two attempts beside each other. */
export interface AttemptComparison {
  readonly scores: readonly [first: Score, second: Score];
  readonly sections: readonly SectionComparison[];
  /** Points that only one of them got, by id and section. */
  readonly gained: readonly PointChange[];
  readonly lost: readonly PointChange[];
  /** The second design as it differs from the first. */
  readonly designs: Beside;
}

export interface PointChange {
  readonly section: SectionId;
  readonly id: string;
  readonly difference: number;
}

/** Less than this of a hundred is no difference. */
const leastDifference = 0.05;

/** The second attempt against the first: points, times, and what else was drawn. */
export function compareAttempts(first: Attempt, second: Attempt): AttemptComparison {
  const steps = comparisonSteps(first, second);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `compareAttempts` step by step, those of both scores; gives how many are done after each. */
export function* comparisonSteps(first: Attempt, second: Attempt): Generator<number, AttemptComparison> {
  let done = 0;
  const scored = function* (attempt: Attempt): Generator<number, Score> {
    const steps = scoreSteps(attempt);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      done += 1;
      yield done;
    }
  };
  const scores = [yield* scored(first), yield* scored(second)] as const;
  const sections = scores[0].sections.map((of, at): SectionComparison => {
    const other = scores[1].sections[at];
    return {
      section: of.section,
      weight: of.weight,
      got: [of.got, other?.got ?? 0],
      spentMs: [of.spentMs, other?.spentMs ?? 0],
    };
  });
  const changes = pointChanges(...scores);
  return {
    scores,
    sections,
    gained: changes.filter(({ difference }) => difference > leastDifference),
    lost: changes.filter(({ difference }) => difference < -leastDifference),
    designs: besideEachOther(first.design, second.design),
  };
}

function pointChanges(first: Score, second: Score): readonly PointChange[] {
  const pointsOf = ({ sections }: Score) =>
    new Map(sections.flatMap(({ points }) => points).map((point) => [`${point.section} ${point.id}`, point]));
  const [before, after] = [pointsOf(first), pointsOf(second)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const point = after.get(key) ?? before.get(key);
    if (point === undefined) return [];
    const difference = (after.get(key)?.got ?? 0) - (before.get(key)?.got ?? 0);
    return [{ section: point.section, id: point.id, difference }];
  });
}
