import type { AnnotationView } from '../annotation';
import { TextLines } from './TextLines';

export const text = {
  id: 'text',
  component: TextLines,
  title: 'Text',
  icon: 'type',
  keys: 'T',
} as const satisfies AnnotationView;
