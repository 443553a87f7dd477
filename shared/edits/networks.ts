import { resolvedOf } from '../catalog/resolved-index';
import { message, words } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import type { Design } from '../model/schema';
import { networkNames } from '../model/term-names';
import type { Note } from './edit';

/** Which calls take another network after changes that move parts into or out of a zone or region. */
export function networkNotes(before: Design, changes: readonly Change[]): readonly Note[] {
  if (changes.every(({ op }) => op === 'place' || op === 'route')) return [];
  const after = applyChanges(before, changes);
  if (after.system === before.system) return [];
  const old = resolvedOf(before).edges;
  const { design, nodes } = resolvedOf(after);
  const changed = design.edges.filter((edge) => {
    const was = old.get(edge.id);
    return was !== undefined && was.network !== edge.network;
  });
  const [first, ...others] = changed;
  if (first === undefined) return [];
  const network = words(networkNames[first.network]);
  const rtt = { ms: first.rttMs };
  if (others.length > 0 && others.every((edge) => edge.network === first.network)) {
    const count = { count: changed.length };
    return [
      {
        about: 'network',
        message: message('{count, plural, one {# call is} other {# calls are}} now {network}, {rtt} each', {
          count,
          network,
          rtt,
        }),
      },
    ];
  }
  const from = nodes.get(first.from)?.name ?? first.from;
  const to = nodes.get(first.to)?.name ?? first.to;
  return [
    {
      about: 'network',
      message: message('{from} → {to} is now {network}, {rtt}', { from, to, network, rtt }),
    },
  ];
}

/**
 * What moving parts into and out of groups does: calls that take another network, else the zone or region that a part came into or
 * left.
 */
export function crossingNotes(before: Design, changes: readonly Change[]): readonly Note[] {
  const notes = networkNotes(before, changes);
  if (notes.length > 0) return notes;
  const crossed = changes.find(
    (change) =>
      (change.op === 'patch-node' && change.patch.group !== undefined) ||
      (change.op === 'patch-group' && change.patch.parent !== undefined),
  );
  if (crossed === undefined || !('id' in crossed)) return [];
  const after = applyChanges(before, changes);
  const [left, entered] = [before, after].map((design) => placeOf(design, crossed.id));
  if (left === entered) return [];
  const name = partNameOf(after, crossed.id);
  const values = { name, group: partNameOf(after, entered ?? left ?? '') };
  return [
    {
      about: 'network',
      message:
        entered === undefined
          ? message('{name} is no longer in {group}', values)
          : message('{name} is now in {group}', values),
    },
  ];
}

/** The innermost zone or region that a part is in. */
function placeOf(design: Design, id: string): string | undefined {
  const { nodes, design: resolved } = resolvedOf(design);
  const groups = new Map(resolved.groups.map((group) => [group.id, group]));
  let group = groups.get(nodes.get(id)?.group ?? groups.get(id)?.parent ?? '');
  for (let up = 0; group !== undefined && up <= groups.size; up += 1) {
    if (group.kind === 'region' || group.kind === 'zone') return group.id;
    group = groups.get(group.parent ?? '');
  }
  return undefined;
}

function partNameOf(design: Design, id: string): string {
  const { nodes, design: resolved } = resolvedOf(design);
  return nodes.get(id)?.name ?? resolved.groups.find((group) => group.id === id)?.name ?? id;
}
