import type { AnnotationKind } from '../annotation';

export const ink = {
  id: 'ink',
  title: 'Ink',
  icon: 'pencil',
  tools: [
    {
      id: 'ink',
      title: 'Draw',
      icon: 'pencil',
      keys: ['x', '7'],
      keywords: ['ink', 'pen', 'freehand', 'sketch'],
    },
  ],
  stays: true,
  styleFields: ['color', 'strokePx'],
  textTitle: null,
  isWrittenInPlace: false,
} as const satisfies AnnotationKind;
