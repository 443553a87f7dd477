import type { AnnotationKind } from '../annotation';

export const note = {
  id: 'note',
  title: 'Note',
  icon: 'sticky-note',
  tools: [{ id: 'note', title: 'Note', icon: 'sticky-note', keys: ['n'], keywords: ['sticky', 'comment'] }],
  stays: false,
  styleFields: ['color', 'size'],
  textTitle: 'Note',
  isWrittenInPlace: true,
} as const satisfies AnnotationKind;
