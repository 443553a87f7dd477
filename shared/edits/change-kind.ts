import { kindOf } from '../catalog/index';
import type { Kind } from '../catalog/kind';
import { resolvedOf } from '../catalog/resolved-index';
import { listOfTerms, type Message, message, words } from '../math/message';
import type { Change } from '../model/changes';
import { configFields } from '../model/fields/index';
import { own } from '../model/own';
import { type Design, edgesOf, flowsOf, type Node, nodesOf } from '../model/schema';
import { layerNames } from '../model/term-names';
import { type EditResult, edited, type Note, refused } from './edit';

export interface ChangeKindArguments {
  readonly id: string;
  readonly kind: string;
}

/**
 * Makes another kind of a component: its name, targets and configuration stay, fields that the new kind does not read
 * included; a technology that the new kind lacks goes, and so does a layer of its own. Calls on the misses of a cache that is
 * no longer one are made each time. What is lost or no longer used is in the notes.
 */
export function changeKind(design: Design, { id, kind: wanted }: ChangeKindArguments): EditResult {
  const node = nodesOf(design).find((other) => other.id === id);
  const kind = kindOf(wanted);
  if (node === undefined) return refused('There is no component {id}.', { id });
  if (kind === undefined) return refused('There is no kind of component {kind}.', { kind: wanted });
  const name = resolvedOf(design).nodes.get(id)?.name ?? id;
  const changes: readonly Change[] = [
    kindChange(node, kind),
    ...(kind.behaviour === 'aside-cache' ? [] : withoutMisses(design, id)),
  ];
  return edited(message('Change {name} to {kind}', { name, kind: words(kind.title) }), changes, {
    notes: kindNotes(design, node, kind),
  });
}

/** What a component loses, or keeps without use, as another kind. */
function kindNotes(design: Design, node: Node, kind: Kind): readonly Note[] {
  const { id, technology, layer, config = {} } = node;
  const read = new Set<string>([...kind.main, ...kind.more]);
  const unread = Object.entries(configFields).flatMap(([field, { title }]) =>
    own(config, field) === undefined || read.has(field) ? [] : [message(title)],
  );
  const misses = kind.behaviour === 'aside-cache' ? 0 : withoutMisses(design, id).length;
  const flows = kind.behaviour === 'source' ? 0 : flowsOf(design).filter(({ entry }) => entry === id).length;
  const callers = kind.behaviour === 'source' ? edgesOf(design).filter(({ to }) => to === id).length : 0;
  const messages: readonly (Message | null)[] = [
    technology === undefined || hasTechnology(kind, technology)
      ? null
      : message('The technology {technology} is removed', { technology }),
    layer === undefined || layer === kind.layer
      ? null
      : message('Its own layer is removed: it moves to {layer}', { layer: words(layerNames[kind.layer]) }),
    misses === 0
      ? null
      : message(
          '{count, plural, one {# call on its misses is} other {# calls on its misses are}} made on each request',
          {
            count: { count: misses },
          },
        ),
    unread.length === 0 ? null : message('Kept but not used: {fields}', { fields: listOfTerms(unread) }),
    flows === 0
      ? null
      : message(
          '{count, plural, one {# flow starts} other {# flows start}} here, which only a client can do',
          {
            count: { count: flows },
          },
        ),
    callers === 0
      ? null
      : message(
          '{count, plural, one {# call arrives} other {# calls arrive}} here, and a client takes none',
          {
            count: { count: callers },
          },
        ),
  ];
  return messages.flatMap((text) => (text === null ? [] : [{ about: 'kind' as const, message: text }]));
}

const hasTechnology = (kind: Kind, technology: string): boolean =>
  kind.technologies.some(({ name }) => name === technology);

/** Another kind of a component, without a technology that the new kind lacks and without a layer of its own. */
export function kindChange(
  { id, technology }: { readonly id: string; readonly technology?: string | null | undefined },
  kind: Kind,
): Change {
  const keeps = typeof technology === 'string' && hasTechnology(kind, technology);
  return {
    op: 'patch-node',
    id,
    patch: { kind: kind.id, ...(keeps ? {} : { technology: null }), layer: null },
  };
}

const withoutMisses = (design: Design, cache: string): readonly Change[] =>
  edgesOf(design).flatMap(({ id, onMissOf }): readonly Change[] =>
    onMissOf === cache ? [{ op: 'patch-edge', id, patch: { onMissOf: null } }] : [],
  );

export interface ChangeTechnologyArguments {
  readonly id: string;
  /** null: any technology. */
  readonly technology: string | null;
}

/** Gives a component another technology; what it was configured with stays. */
export function changeTechnology(design: Design, { id, technology }: ChangeTechnologyArguments): EditResult {
  const name = resolvedOf(design).nodes.get(id)?.name;
  if (name === undefined) return refused('There is no component {id}.', { id });
  return edited(message('Change the technology of {name}', { name }), [
    { op: 'patch-node', id, patch: { technology } },
  ]);
}
