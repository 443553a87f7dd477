import type { Annotation } from './annotation';
import { arrow } from './arrow';
import { frame } from './frame';
import { image } from './image';
import { ink } from './ink';
import { note } from './note';
import { shape } from './shape';
import { text } from './text';
import { unknown } from './unknown';

/** The kinds of annotation that this program draws. */
export const annotations = [
  note,
  text,
  shape,
  arrow,
  ink,
  image,
  frame,
] as const satisfies readonly Annotation[];

export type AnnotationId = (typeof annotations)[number]['id'];

const byId: ReadonlyMap<string, Annotation> = new Map(annotations.map((one) => [one.id, one]));

export const isAnnotationId = (kind: string | undefined): kind is AnnotationId =>
  kind !== undefined && byId.has(kind);

/** How an annotation of that kind is laid out; one that is not known as a neutral box. */
export const annotationOf = (kind: string): Omit<Annotation, 'id'> => byId.get(kind) ?? unknown;
