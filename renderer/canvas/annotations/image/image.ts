import type { AnnotationKind } from '../annotation';

export const image = {
  id: 'image',
  title: 'Image',
  icon: 'image',
  tools: [
    {
      id: 'image',
      title: 'Image',
      icon: 'image',
      keys: ['m', '9'],
      keywords: ['picture', 'photo', 'screenshot', 'logo'],
    },
  ],
  stays: false,
  styleFields: [],
  textTitle: 'Description',
  isWrittenInPlace: false,
} as const satisfies AnnotationKind;
