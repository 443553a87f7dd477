import type { AnnotationKind } from '../annotation';

export const shape = {
  id: 'shape',
  title: 'Shape',
  icon: 'shapes',
  tools: [
    {
      id: 'shape',
      title: 'Box',
      icon: 'square',
      keys: ['r', '2'],
      keywords: ['rectangle', 'shape'],
      style: { shape: undefined },
    },
    {
      id: 'diamond',
      title: 'Diamond',
      icon: 'diamond',
      keys: ['d', '3'],
      keywords: ['rhombus', 'decision', 'shape'],
      style: { shape: 'diamond' },
    },
    {
      id: 'ellipse',
      title: 'Ellipse',
      icon: 'circle',
      keys: ['4'],
      keywords: ['circle', 'oval', 'shape'],
      style: { shape: 'ellipse' },
    },
  ],
  stays: false,
  styleFields: ['shape', 'color', 'fill', 'size', 'strokePx', 'dashed'],
  textTitle: 'Text',
  isWrittenInPlace: true,
} as const satisfies AnnotationKind;
