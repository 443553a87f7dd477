import type { AnnotationId } from '../layout/annotations/index';
import { type Message, message } from '../math/message';
import type { Change, Patch } from '../model/changes';
import { freeId } from '../model/ids';
import { patched } from '../model/patch';
import { type AnnotationSettings, type Design, type Mark, type MarkLayer, marksOf } from '../model/schema';
import type { DrawnLook } from '../model/vocabulary';
import { type EditResult, edited, refused } from './edit';
import { missingPart } from './part-boxes';

/** What adding each kind is called. */
const addLabels: Readonly<Record<AnnotationId, string>> = {
  note: 'Add note',
  text: 'Add text',
  shape: 'Add shape',
  arrow: 'Add arrow',
  ink: 'Draw',
  image: 'Add image',
  frame: 'Add frame',
};

export interface AnnotateArguments {
  /** What is added, without its id. */
  readonly mark: Omit<Mark, 'id' | 'kind'> & { readonly kind: AnnotationId };
}

/** Puts an annotation on the canvas; the first of `select` is its id. */
export function annotate(design: Design, { mark }: AnnotateArguments): EditResult {
  const id = freeId(design, mark.kind);
  return edited(message(addLabels[mark.kind]), [{ op: 'add-mark', mark: { id, ...mark } }], { select: [id] });
}

export interface RestyleArguments {
  readonly ids: readonly string[];
  readonly patch: Patch<Omit<Mark, 'id' | 'kind'>>;
}

const restyleLabel = (patch: RestyleArguments['patch']): Message => {
  if ('text' in patch) return message('Write text');
  if ('note' in patch) return message('Write speaker notes');
  if ('layer' in patch) return message('Move to another layer');
  return 'from' in patch || 'to' in patch ? message('Move the end of an arrow') : message('Change style');
};

/** Gives annotations another look, text or layer. */
export function restyle(design: Design, { ids, patch }: RestyleArguments): EditResult {
  const missing = missingPart(design, ids);
  if (missing !== null) return refused('There is no part {id}.', { id: missing });
  const named = new Set(ids);
  const changes = marksOf(design).flatMap(({ id }): Change[] =>
    named.has(id) ? [{ op: 'patch-mark', id, patch }] : [],
  );
  return edited(restyleLabel(patch), changes);
}

const layersOf = (design: Design): readonly MarkLayer[] => design.layout?.annotations?.layers ?? [];

function settings(label: Message, patch: Patch<AnnotationSettings>): EditResult {
  return edited(label, [{ op: 'patch-annotations', patch }]);
}

export interface ShowAnnotationsArguments {
  /** A layer of annotations; all annotations where it is left out. */
  readonly layer?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly locked?: boolean | undefined;
}

/** Hides or locks all annotations, or those of a layer, or ends that. */
export function showAnnotations(
  design: Design,
  { layer, hidden, locked }: ShowAnnotationsArguments,
): EditResult {
  if (hidden === undefined && locked === undefined) return refused('Name "hidden" or "locked".');
  const patch = {
    ...(hidden === undefined ? {} : { hidden: hidden ? true : null }),
    ...(locked === undefined ? {} : { locked: locked ? true : null }),
  };
  const label =
    hidden === undefined
      ? message(locked === true ? 'Lock annotations' : 'Unlock annotations')
      : message(hidden ? 'Hide annotations' : 'Show annotations');
  if (layer === undefined) return settings(label, patch);
  const layers = layersOf(design);
  if (!layers.some(({ id }) => id === layer)) return refused('There is no layer {id}.', { id: layer });
  return settings(label, {
    layers: layers.map((one) => (one.id === layer ? patched<MarkLayer>(one, patch) : one)),
  });
}

export interface SetLookArguments {
  readonly look: DrawnLook;
}

/** Draws the design plainly, or as if by hand. */
export function setLook(_design: Design, { look }: SetLookArguments): EditResult {
  const label = look === 'plain' ? message('Plain look') : message('Hand-drawn look');
  return settings(label, { look: look === 'plain' ? null : look });
}

export interface AddLayerArguments {
  readonly name: string;
  /** Annotations that are put into it. */
  readonly ids?: readonly string[] | undefined;
}

/** Adds a named layer of annotations. */
export function addLayer(design: Design, { name, ids = [] }: AddLayerArguments): EditResult {
  const layers = layersOf(design);
  const taken = new Set(layers.map((layer) => layer.id));
  let number = layers.length + 1;
  while (taken.has(`layer-${number}`)) number += 1;
  const id = `layer-${number}`;
  const added: Change = { op: 'patch-annotations', patch: { layers: [...layers, { id, name }] } };
  return edited(message('Add layer'), [
    added,
    ...ids.map((mark): Change => ({ op: 'patch-mark', id: mark, patch: { layer: id } })),
  ]);
}

export interface RenameLayerArguments {
  readonly layer: string;
  readonly name: string;
}

export function renameLayer(design: Design, { layer, name }: RenameLayerArguments): EditResult {
  return settings(message('Rename layer'), {
    layers: layersOf(design).map((one) => (one.id === layer ? { ...one, name } : one)),
  });
}

/** Takes a layer away; its annotations stay, in none. */
export function removeLayer(design: Design, { layer }: { readonly layer: string }): EditResult {
  const layers = layersOf(design).filter(({ id }) => id !== layer);
  return edited(message('Delete layer'), [
    { op: 'patch-annotations', patch: { layers: layers.length === 0 ? null : layers } },
    ...marksOf(design).flatMap((mark): Change[] =>
      mark.layer === layer ? [{ op: 'patch-mark', id: mark.id, patch: { layer: null } }] : [],
    ),
  ]);
}
