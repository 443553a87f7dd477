import { resolvedOf } from '../catalog/resolved-index';
import { message, words } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import type { Design } from '../model/schema';
import { networkNames } from '../model/term-names';
import type { Note } from './edit';

/** Which calls take another network after changes that move parts into or out of a zone or region. */
export function networkNotes(before: Design, changes: readonly Change[]): readonly Note[] {
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
