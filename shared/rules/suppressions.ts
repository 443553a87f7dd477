import type { ResolvedDesign } from '../catalog/resolved';

/** Whether a person has dismissed what the rule finds at the target, or (`*`) wherever it finds it. */
export function isSuppressed(design: ResolvedDesign, rule: string, target: string): boolean {
  return design.suppressions.some(
    (suppression) =>
      suppression.rule === rule && (suppression.target === target || suppression.target === '*'),
  );
}
