import { readDesign } from '../catalog/read';
import { boundsOf, snapped } from '../layout/geometry';
import { message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change, Fragment } from '../model/changes';
import { copyFragment, insertable } from '../model/fragment';
import { freeIdAmong, takenIds } from '../model/ids';
import { type Design, type Edge, edgesOf, flowsOf } from '../model/schema';
import { type EditResult, edited, refused } from './edit';
import { boundsOfFragment } from './insert';
import { allPartBoxes } from './part-boxes';

/** Canvas px between the drawing and what stands in for a part of it. */
const gapPx = 80;

export interface StandInArguments {
  /** Components, or groups with all that stands in them: a region, for instance. */
  readonly ids: readonly string[];
}

/**
 * A copy that stands in: whoever calls the parts calls their copies where that call fails, and the copies call what the parts call.
 * A second region, or a second provider. Data are not copied: what replicates them is a decision of its own.
 */
export function standIn(design: Design, { ids }: StandInArguments): EditResult {
  const copied = withoutFlows(copyFragment(design, ids));
  const inside = new Set(copied.nodes.map(({ id }) => id));
  if (inside.size === 0) return refused('Select a component or a group of them that others call.');
  if (flowsOf(design).some(({ entry }) => inside.has(entry)))
    return refused('Requests start in it: a client is not called, so nothing can stand in for it.');
  const incoming = edgesOf(design).filter(({ from, to }) => !inside.has(from) && inside.has(to));
  if (incoming.every(({ fallbackOf }) => fallbackOf !== undefined))
    return refused('Nothing calls it, so nothing could call what stands in for it.');
  const fragment = insertable(design, copied, offsetOf(design, copied));
  const copyOf = new Map(copied.nodes.map(({ id }, at) => [id, fragment.nodes[at]?.id ?? id]));
  const added = edgesAround(design, inside, copyOf, fragment);
  const inserting: Change = { op: 'insert', fragment: renamed(fragment) };
  const changes: readonly Change[] = [inserting, ...added.map((edge) => ({ op: 'add-edge', edge }) as const)];
  if (!readDesign(applyChanges(design, changes)).ok)
    return refused('The design has no room for a copy of it.');
  return edited(message('Add a stand-in', {}), changes, {
    select: [...fragment.groups, ...fragment.nodes].map(({ id }) => id),
  });
}

const withoutFlows = (fragment: Fragment): Fragment => ({ ...fragment, flows: [], marks: [] });

/** Below all that is drawn, in line with what it is a copy of. */
function offsetOf(design: Design, copied: Fragment): { readonly x: number; readonly y: number } {
  const own = boundsOfFragment(copied);
  const all = boundsOf(allPartBoxes(design).values());
  return { x: 0, y: own === null || all === null ? 0 : snapped(all.y + all.height + gapPx - own.y) };
}

/** The edges between the copies and the rest: in, after the call of the original failed; out, as the original makes them. */
function edgesAround(
  design: Design,
  inside: ReadonlySet<string>,
  copyOf: ReadonlyMap<string, string>,
  fragment: Fragment,
): readonly Edge[] {
  const taken = new Set([...takenIds(design), ...[...fragment.edges, ...fragment.nodes].map(({ id }) => id)]);
  const fresh = (stem: string): string => {
    const id = freeIdAmong(taken, stem);
    taken.add(id);
    return id;
  };
  const incoming = edgesOf(design).flatMap((edge): readonly Edge[] => {
    const to = copyOf.get(edge.to);
    if (inside.has(edge.from) || to === undefined || edge.fallbackOf !== undefined) return [];
    return [{ ...alone(edge), id: fresh(`${edge.from}-${to}`), to, fallbackOf: edge.id }];
  });
  const leaving = edgesOf(design).filter(({ from, to }) => inside.has(from) && !inside.has(to));
  const ids = new Map(leaving.map(({ id, from, to }) => [id, fresh(`${copyOf.get(from) ?? from}-${to}`)]));
  const outgoing = leaving.map((edge): Edge => {
    const { fallbackOf, onMissOf, ...rest } = edge;
    const first = fallbackOf === undefined ? undefined : ids.get(fallbackOf);
    const cache = onMissOf === undefined ? undefined : (copyOf.get(onMissOf) ?? onMissOf);
    return {
      ...rest,
      id: ids.get(edge.id) ?? edge.id,
      from: copyOf.get(edge.from) ?? edge.from,
      ...(first !== undefined && { fallbackOf: first }),
      ...(cache !== undefined && { onMissOf: cache }),
    };
  });
  // A fallback names the call that is tried first, which has to be in place.
  const isOfCopies = ({ fallbackOf }: Edge): boolean => [...ids.values()].includes(fallbackOf ?? '');
  return [...incoming, ...outgoing.filter((edge) => !isOfCopies(edge)), ...outgoing.filter(isOfCopies)];
}

/** Without what makes it one of several of its caller: a fallback is made whenever the call before it fails. */
function alone(edge: Edge): Edge {
  const { fallbackOf: _, onMissOf: __, choice: ___, weight: ____, calls: _____, ...rest } = edge;
  return rest;
}

/** What has a name of its own has it with a number: two of one name could not be told apart. */
function renamed(fragment: Fragment): Fragment {
  const numbered = <T extends { readonly name?: string }>(part: T): T =>
    part.name === undefined ? part : { ...part, name: `${part.name} 2` };
  return { ...fragment, nodes: fragment.nodes.map(numbered), groups: fragment.groups.map(numbered) };
}
