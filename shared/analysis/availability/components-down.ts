import { bitsOf } from '../../math/bit-rows';
import { hasBit, membersOf } from '../../math/bit-set';
import { decide, reopen, type Work, workOn } from './evaluation-work';
import type { FlowParts } from './flow-parts';
import { callsSucceed, plainCallsOf } from './plain-calls';
import { visitSucceeds } from './visit-success';

/** Success of a flow's requests with all components up but for some, taken down one after the other. */
export interface ComponentsDown {
  /** The chance that each is up, and how many visits it bears on: those that bear on most come first. */
  readonly chance: readonly number[];
  readonly visits: readonly number[];
  /** Success with all components up. */
  readonly whole: number;
  /** With one more of them down, by its position; it is down while `meanwhile` runs, and up again after. */
  readonly success: (position: number, meanwhile: () => void) => number;
  /** Words of sets and parts of visits looked at so far, for visits that take more than a look at their calls. */
  readonly done: () => number;
}

/** The components of a flow that may be up. Only visits that what is taken down bears on are worked out again. */
export function componentsDown(of: FlowParts): ComponentsDown {
  /** For each component the rows of the nodes that it is below of: callees come before their callers. */
  const above: number[][] = of.chance.map(() => []);
  for (const row of of.order.keys())
    for (const component of membersOf(bitsOf(of.below, row))) above[component]?.push(row);
  const rowsOf = (component: number): readonly number[] => above[component] ?? [];
  const components = [...of.chance.keys()]
    .filter((component) => (of.chance[component] as number) > 0)
    .sort((a, b) => rowsOf(b).length - rowsOf(a).length || a - b);
  return {
    chance: components.map((component) => of.chance[component] as number),
    visits: components.map((component) => rowsOf(component).length),
    ...evaluation(
      of,
      components,
      components.map((component) => Int32Array.from(rowsOf(component))),
    ),
  };
}

function evaluation(
  of: FlowParts,
  components: readonly number[],
  above: readonly Int32Array[],
): Pick<ComponentsDown, 'whole' | 'success' | 'done'> {
  const work = workOn(of, false, Number.POSITIVE_INFINITY);
  for (const component of of.chance.keys()) decide(work, work.up, component);
  workOutAll(work, Int32Array.from(of.order.keys()));
  const entry = of.row[of.entry] as number;
  /** Values that return when what is down is up again, the latest last. */
  let kept: Float64Array = new Float64Array(256);
  let height = 0;
  return {
    whole: work.plain[entry] as number,
    done: () => work.done,
    success(position, meanwhile) {
      const component = components[position] as number;
      const rows = above[position] as Int32Array;
      const base = height;
      height += rows.length;
      if (height > kept.length) kept = grown(kept, height);
      for (let i = 0; i < rows.length; i++) kept[base + i] = work.plain[rows[i] as number] as number;
      reopen(work, work.up, component);
      decide(work, work.down, component);
      workOutAll(work, rows);
      const value = work.plain[entry] as number;
      meanwhile();
      reopen(work, work.down, component);
      decide(work, work.up, component);
      for (let i = 0; i < rows.length; i++) work.plain[rows[i] as number] = kept[base + i] as number;
      height = base;
      return value;
    },
  };
}

function grown(values: Float64Array, size: number): Float64Array {
  const larger = new Float64Array(2 * size);
  larger.set(values);
  return larger;
}

/** Works out the visits of some rows anew, in their order. */
function workOutAll(work: Work, rows: Int32Array): void {
  const { of, plain, down } = work;
  const { order, row, own, dead, pattern } = of;
  const calls = plainCallsOf(pattern);
  for (let i = 0; i < rows.length; i++) plain[rows[i] as number] = -1;
  for (let i = 0; i < rows.length; i++) {
    const at = rows[i] as number;
    const node = order[at] as number;
    if (calls.isPlain[node] === 0) plain[at] = visitSucceeds(work, node);
    else if (dead[node] === 1 || isOneDown(own[node] ?? none, down)) plain[at] = 0;
    else {
      const hits = pattern.hitRate[node] as number;
      plain[at] = hits + (1 - hits) * callsSucceed(calls, node, row, plain);
    }
  }
}

const none: readonly number[] = [];

function isOneDown(components: readonly number[], down: Int32Array): boolean {
  for (const component of components) if (hasBit(down, component)) return true;
  return false;
}
