import { type Message, message } from '../math/message';

export type BandId = 'no-hire' | 'lean-no-hire' | 'mixed' | 'hire' | 'strong-hire';

/** How an interviewer would put a score. */
export interface Band {
  readonly id: BandId;
  /** From so many points of a hundred on. */
  readonly from: number;
  readonly title: string;
  /** What one sees in a design of this band. */
  readonly text: Message;
  /** What separates it from the next; null of the highest. */
  readonly next: Message | null;
}

/** From the lowest; the limits are those of public rubrics, for employers publish none of their own. */
export const bands: readonly Band[] = [
  {
    id: 'no-hire',
    from: 0,
    title: 'No hire',
    text: message(
      'Parts of a system, but no request is served from end to end at the load that was asked for.',
    ),
    next: message('The next band begins where the main flow works from client to store.'),
  },
  {
    id: 'lean-no-hire',
    from: 31,
    title: 'Lean no hire',
    text: message('The main flow works, but figures are missing, or the design does not follow from them.'),
    next: message('The next band begins where estimates lead to the design, and it carries the peak.'),
  },
  {
    id: 'mixed',
    from: 51,
    title: 'Mixed',
    text: message('It carries the load. Failures, limits and choices are named in part only.'),
    next: message(
      'The next band begins where targets are met at peak, failures are survived and choices are justified by figures.',
    ),
  },
  {
    id: 'hire',
    from: 71,
    title: 'Hire',
    text: message('Targets are met at peak, and the design follows from estimates and choices.'),
    next: message(
      'The next band begins where every component has its story of availability, consistency and scale, and it is run with care.',
    ),
  },
  {
    id: 'strong-hire',
    from: 86,
    title: 'Strong hire',
    text: message(
      'Requirement, estimate, choice, trade-off and failure hold together, down to how it is run.',
    ),
    next: null,
  },
];

/** The band of a score. */
export function bandOf(score: number): Band {
  const [lowest] = bands;
  const found = bands.findLast(({ from }) => score >= from) ?? lowest;
  if (found === undefined) throw new Error('There are no bands.');
  return found;
}
