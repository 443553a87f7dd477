import type { Annotation } from './annotation';
import { note } from './note';
import { text } from './text';

/** The kinds of annotation that this program draws. */
export const annotations = [note, text] as const satisfies readonly Annotation[];

export type AnnotationId = (typeof annotations)[number]['id'];

/** The annotation of that kind; undefined for a kind that this program does not draw. */
export const annotationOf = (kind: string | undefined): (typeof annotations)[number] | undefined =>
  annotations.find(({ id }) => id === kind);
