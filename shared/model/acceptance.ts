import { own } from './own';
import { sameValue, withField } from './patch';
import type { Design, PracticeAnswer, Suppression, System } from './schema';

/** The design with a practice answered; without the practice where the answer is null and nothing was noted. */
export function answerPractice(design: Design, practice: string, answer: PracticeAnswer | null): Design {
  const { practices = {} } = design.system;
  const { answer: before, ...rest } = own(practices, practice) ?? {};
  if ((before ?? null) === answer) return design;
  if (answer !== null)
    return withList(design, 'practices', { ...practices, [practice]: { ...rest, answer } });
  const others = Object.fromEntries(Object.entries(practices).filter(([id]) => id !== practice));
  const left = Object.keys(rest).length > 0 ? { ...others, [practice]: rest } : others;
  return withList(design, 'practices', Object.keys(left).length > 0 ? left : undefined);
}

/** The design with a finding dismissed. */
export function suppress(design: Design, suppression: Suppression): Design {
  const others = without(design, suppression.rule, suppression.target);
  const known = design.system.suppressions?.find((one) => sameValue(one, suppression));
  if (known !== undefined) return design;
  return withList(design, 'suppressions', [...others, suppression]);
}

/** The design in which the rule speaks of the target again. */
export function unsuppress(design: Design, rule: string, target: string): Design {
  const left = without(design, rule, target);
  if (left.length === (design.system.suppressions ?? []).length) return design;
  return withList(design, 'suppressions', left.length > 0 ? left : undefined);
}

const without = (design: Design, rule: string, target: string): readonly Suppression[] =>
  (design.system.suppressions ?? []).filter((one) => one.rule !== rule || one.target !== target);

const withList = <K extends 'practices' | 'suppressions'>(
  design: Design,
  key: K,
  value: System[K] | undefined,
): Design => ({ ...design, system: withField(design.system, key, value) });
