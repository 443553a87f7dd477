import type { AnnotationKind } from '../annotation';

export const frame = {
  id: 'frame',
  title: 'Frame',
  icon: 'presentation',
  tools: [
    {
      id: 'frame',
      title: 'Frame',
      icon: 'presentation',
      keys: ['shift+f'],
      keywords: ['slide', 'presentation', 'section', 'board'],
    },
  ],
  stays: false,
  styleFields: ['color'],
  textTitle: 'Title',
  isWrittenInPlace: true,
} as const satisfies AnnotationKind;
