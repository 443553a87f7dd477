import { type AnnotationId, isAnnotationId } from '../../../shared/layout/annotations/index';
import type { AnnotationView } from './annotation';
import { arrowView } from './arrow/arrow-view';
import { frameView } from './frame/frame-view';
import { imageView } from './image/image-view';
import { inkView } from './ink/ink-view';
import { noteView } from './note/note-view';
import { shapeView } from './shape/shape-view';
import { textView } from './text/text-view';

/** How each kind of annotation is drawn. A kind that is missing does not compile. */
export const annotationViews: { readonly [Id in AnnotationId]: AnnotationView & { readonly id: Id } } = {
  shape: shapeView,
  arrow: arrowView,
  ink: inkView,
  text: textView,
  image: imageView,
  note: noteView,
  frame: frameView,
};

/** The view of a kind; undefined for one that is not known. */
export const annotationViewOf = (kind: string): AnnotationView | undefined =>
  isAnnotationId(kind) ? annotationViews[kind] : undefined;
