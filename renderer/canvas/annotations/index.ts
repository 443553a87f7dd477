import { type AnnotationId, isAnnotationId } from '../../../shared/layout/annotations/index';
import type { Mark } from '../../../shared/model/schema';
import type { AnnotationKind } from './annotation';
import { arrow } from './arrow/arrow';
import { frame } from './frame/frame';
import { image } from './image/image';
import { ink } from './ink/ink';
import { note } from './note/note';
import { shape } from './shape/shape';
import { text } from './text/text';

/** The kinds of annotation, in the order of their tools. A kind that is missing does not compile. */
export const annotationKinds: { readonly [Id in AnnotationId]: AnnotationKind & { readonly id: Id } } = {
  shape,
  arrow,
  ink,
  text,
  image,
  note,
  frame,
};

/** A kind by its id; undefined for one that is not known. */
export const annotationKindOf = (kind: string): AnnotationKind | undefined =>
  isAnnotationId(kind) ? annotationKinds[kind] : undefined;

/** Whether something can be written on an annotation where it stands. */
export const isWritable = ({ kind }: Mark): boolean => annotationKindOf(kind)?.isWrittenInPlace === true;
