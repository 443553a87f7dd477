import type { AnnotationId } from '../../../shared/layout/annotations/index';
import type { AnnotationView } from './annotation';
import { note } from './note/note';
import { text } from './text/text';

/** What each kind of annotation is on the canvas, in the order of the tools. A kind that is missing does not compile. */
export const annotationViews = { note, text } as const satisfies {
  readonly [Id in AnnotationId]: AnnotationView & { readonly id: Id };
};
