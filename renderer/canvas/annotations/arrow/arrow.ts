import type { AnnotationKind } from '../annotation';

export const arrow = {
  id: 'arrow',
  title: 'Arrow',
  icon: 'move-up-right',
  tools: [
    {
      id: 'arrow',
      title: 'Arrow',
      icon: 'move-up-right',
      keys: ['a', '5'],
      keywords: ['connector', 'pointer', 'free'],
      style: { endHead: undefined },
    },
    {
      id: 'line',
      title: 'Line',
      icon: 'slash',
      keys: ['6'],
      keywords: ['stroke', 'connector', 'free'],
      style: { endHead: 'none' },
    },
  ],
  stays: false,
  styleFields: ['color', 'strokePx', 'dashed', 'route', 'startHead', 'endHead', 'size'],
  textTitle: 'Text',
  isWrittenInPlace: true,
} as const satisfies AnnotationKind;
