import { isAnnotationId } from '../../../shared/layout/annotations/index';
import type { Tool } from '../../store/view';
import type { AnnotationTool } from '../annotations/annotation';
import { annotationKinds } from '../annotations/index';
import type { MarkStyle } from '../annotations/mark-style';

export interface ToolEntry extends AnnotationTool {
  readonly tool: Tool;
  /** It stays in hand after each use by itself. */
  readonly stays: boolean;
}

const drawing: readonly ToolEntry[] = Object.values(annotationKinds).flatMap(({ id, stays, tools }) =>
  tools.map((entry) => ({ ...entry, tool: id, stays })),
);

/** The tools in the order of the bar. */
export const toolList: readonly ToolEntry[] = [
  {
    id: 'select',
    tool: 'select',
    title: 'Select',
    icon: 'mouse-pointer-2',
    keys: ['v', '1'],
    keywords: ['pointer', 'tool', 'move'],
    stays: true,
  },
  ...drawing,
  {
    id: 'group',
    tool: 'group',
    title: 'Group',
    icon: 'frame',
    keys: ['g'],
    keywords: ['region', 'zone', 'frame', 'boundary'],
    stays: false,
  },
  {
    id: 'eraser',
    tool: 'eraser',
    title: 'Eraser',
    icon: 'eraser',
    keys: ['e', '0'],
    keywords: ['delete', 'rub out'],
    stays: true,
  },
  {
    id: 'laser',
    tool: 'laser',
    title: 'Laser pointer',
    icon: 'pointer',
    keys: ['k'],
    keywords: ['present', 'point'],
    stays: true,
  },
];

/** The command that takes a tool in hand. */
export const toolCommandId = ({ id }: ToolEntry): string => (id === 'select' ? 'select-tool' : `add-${id}`);

/** Whether an entry is the one in hand: of a kind with several, the one whose style is that of the tool. */
export function isInHand(
  { tool, style }: ToolEntry,
  inHand: Tool,
  styles: Readonly<Record<string, MarkStyle>>,
): boolean {
  if (tool !== inHand) return false;
  const chosen = styles[tool] ?? {};
  return Object.entries(style ?? {}).every(([field, value]) => chosen[field as keyof MarkStyle] === value);
}

/** The tools that draw on the sheet over the canvas. */
export const usesSheet = (tool: Tool): boolean =>
  isAnnotationId(tool) || tool === 'eraser' || tool === 'laser';
