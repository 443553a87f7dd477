import { addBit, type Bits, hasBit } from '../../math/bit-set';
import { type HealthCheck, passes } from './health-check';

/** The components that a health check asks for. */
export interface CheckedComponents {
  /** Those that all have to be up, each once. */
  readonly components: readonly number[];
  readonly needed: Bits;
  /** Those beside them that others may stand in for. */
  readonly further: Bits;
  /** Whether it never passes. */
  readonly isDead: boolean;
}

/** Components of nodes, and the nodes of which one is never up. */
interface Owned {
  readonly own: readonly (readonly number[])[];
  readonly dead: Uint8Array;
}

const none: readonly number[] = [];

/** What each health check asks for; sets of so many words. */
export const checkedIn = (
  checks: readonly HealthCheck[],
  owned: Owned,
  words: number,
): ReadonlyMap<HealthCheck, CheckedComponents> =>
  new Map(checks.map((check) => [check, componentsOf(check, owned, words)]));

function componentsOf(
  { needed, further }: HealthCheck,
  { own, dead }: Owned,
  words: number,
): CheckedComponents {
  const components = new Set(needed.flatMap((node) => own[node] ?? none));
  const others = new Set(further.flatMap((node) => own[node] ?? none));
  return {
    components: [...components],
    needed: setOf(components, words),
    further: setOf(
      [...others].filter((component) => !components.has(component)),
      words,
    ),
    isDead: needed.some((node) => dead[node] === 1),
  };
}

/** No set at all where there are no words for one. */
function setOf(components: Iterable<number>, words: number): Bits {
  const set = new Int32Array(words);
  if (words > 0) for (const component of components) addBit(set, component);
  return set;
}

/** Whether the check fails for certain with these components down, whatever else is. */
export function failsWith(
  check: HealthCheck,
  { needed, isDead }: CheckedComponents,
  { own, dead }: Owned,
  down: Bits,
): boolean {
  if (isDead) return true;
  for (let i = 0; i < needed.length; i++)
    if (((needed[i] as number) & (down[i] as number)) !== 0) return true;
  if (check.calls.size === 0) return false;
  const isDown = (node: number): boolean =>
    dead[node] === 1 || (own[node] ?? none).some((component) => hasBit(down, component));
  return !passes(check, (node) => !isDown(node));
}

/** Whether the check passes for certain once all that it cannot do without is up, with these components up. */
export function passesWith(
  check: HealthCheck,
  { needed }: CheckedComponents,
  { own, dead }: Owned,
  up: Bits,
): boolean {
  if (check.calls.size === 0) return true;
  const isUp = (component: number): boolean => hasBit(needed, component) || hasBit(up, component);
  return passes(check, (node) => dead[node] === 0 && (own[node] ?? none).every(isUp));
}
