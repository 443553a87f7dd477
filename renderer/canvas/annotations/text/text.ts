import type { AnnotationKind } from '../annotation';

export const text = {
  id: 'text',
  title: 'Text',
  icon: 'type',
  tools: [
    { id: 'text', title: 'Text', icon: 'type', keys: ['t', '8'], keywords: ['label', 'heading', 'write'] },
  ],
  stays: false,
  styleFields: ['color', 'size'],
  textTitle: 'Text',
  isWrittenInPlace: true,
} as const satisfies AnnotationKind;
