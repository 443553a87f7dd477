import type { AnnotationView } from '../annotation';
import { StickyNote } from './StickyNote';

export const note = {
  id: 'note',
  component: StickyNote,
  title: 'Note',
  icon: 'sticky-note',
  keys: 'N',
} as const satisfies AnnotationView;
