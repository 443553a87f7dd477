import { type Message, message } from '../math/message';
import type { Attempt } from './attempt';
import { boxMs } from './attempt-clock';
import { type Band, bandOf } from './bands';
import { judgeDeepDive } from './scoring/deep-dive';
import { judgeEstimates } from './scoring/estimates';
import { type Evidence, evidenceOf } from './scoring/evidence';
import { judgeExpectations } from './scoring/expectations';
import { judgeGoals } from './scoring/goals';
import { judgeHighLevel } from './scoring/high-level';
import { judgeJustify } from './scoring/justify';
import { judgeHealth, judgeLogs, judgeMetrics, judgeSecurity } from './scoring/operations';
import { type Judgement, pointsOf, type ScorePoint } from './scoring/point';
import type { SectionId } from './sections';

export type { PointState, ScoreLink, ScorePoint } from './scoring/point';

/** A section of the scorecard; `got` of `weight` hundredths, hints taken off. */
export interface SectionScore {
  readonly section: SectionId;
  readonly weight: number;
  readonly got: number;
  readonly points: readonly ScorePoint[];
  /** Hints that were opened, and what they cost. */
  readonly hints: { readonly count: number; readonly cost: number };
  /** Time spent and its time box at the attempt's length, ms; null where it has none. */
  readonly spentMs: number;
  readonly boxMs: number | null;
}

export interface Score {
  /** 0 to 100. */
  readonly total: number;
  readonly band: Band;
  readonly sections: readonly SectionScore[];
  /** What it is to be read with: coaching, a design that has no figures, flows that are missing. */
  readonly notes: readonly Message[];
  /** The points that would bring most, the largest first. */
  readonly best: readonly ScorePoint[];
}

/** What each section is worth, of a hundred, and how it is judged. */
const judged: readonly (readonly [SectionId, number, (evidence: Evidence) => readonly Judgement[]])[] = [
  ['expectations', 10, judgeExpectations],
  ['estimates', 15, judgeEstimates],
  ['goals', 10, judgeGoals],
  ['high-level', 20, judgeHighLevel],
  ['deep-dive', 20, judgeDeepDive],
  ['justify', 10, judgeJustify],
  ['metrics', 5, judgeMetrics],
  ['health', 3, judgeHealth],
  ['logs', 3, judgeLogs],
  ['security', 4, judgeSecurity],
];

/** A hint takes so much of what its section got, two hints twice as much, at most half. */
const hintShare = 0.1;
const mostHintShare = 0.5;

/**
 * The scorecard of an attempt. Points are got for what is there and holds: components that carry traffic, targets that are measured under
 * the problem's load, statements rather than rows of words. The same attempt always has the same score.
 */
export function scoreOf(attempt: Attempt): Score {
  const steps = scoreSteps(attempt);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How many steps scoring has: what the design shows, then each section. */
export const scoreStepCount = 1 + judged.length;

/** `scoreOf` step by step: gives how many are done after each, so that others can go on in between. */
export function* scoreSteps(attempt: Attempt): Generator<number, Score> {
  const evidence = evidenceOf(attempt);
  yield 1;
  const sections: SectionScore[] = [];
  for (const [section, weight, judge] of judged) {
    sections.push(sectionScore(attempt, section, weight, judge(evidence)));
    yield 1 + sections.length;
  }
  const total = sections.reduce((sum, { got }) => sum + got, 0);
  return { total, band: bandOf(total), sections, notes: notesOf(evidence), best: bestOf(sections) };
}

function sectionScore(
  attempt: Attempt,
  section: SectionId,
  weight: number,
  judgements: readonly Judgement[],
): SectionScore {
  const points = pointsOf(section, weight, judgements);
  const got = points.reduce((sum, point) => sum + point.got, 0);
  const hints = hintsIn(attempt, section);
  const cost = got * Math.min(mostHintShare, hints * hintShare);
  return {
    section,
    weight,
    got: got - cost,
    points,
    hints: { count: hints, cost },
    spentMs: attempt.spentMs[section] ?? 0,
    boxMs: boxMs(attempt, section),
  };
}

/** Each hint counts once, however often it is opened. */
const hintsIn = ({ events }: Attempt, section: SectionId): number =>
  new Set(
    events.flatMap((event) => (event.kind === 'hint' && event.section === section ? [event.index] : [])),
  ).size;

function notesOf({ attempt, analysis, missing }: Evidence): readonly Message[] {
  return [
    ...(attempt.way === 'coach'
      ? [message('Coached: findings, hints and figures were shown throughout.')]
      : []),
    ...(analysis === null ? [message('The design has no figures, so nothing of it could be measured.')] : []),
    ...missing.map(({ name }) =>
      message('The flow {name} is not drawn: what it needs is not measured.', { name }),
    ),
  ];
}

const bestShown = 5;

const bestOf = (sections: readonly SectionScore[]): readonly ScorePoint[] =>
  sections
    .flatMap(({ points }) => points)
    .filter(({ got, weight }) => got < weight)
    .sort((a, b) => b.weight - b.got - (a.weight - a.got))
    .slice(0, bestShown);
