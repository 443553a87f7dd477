import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { own } from '../../../shared/model/own';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useSelection } from '../../store/selection';
import { showPart } from '../show-part';
import { type OutlineItem, type OutlineLine, outlineOf, visibleLines } from './outline-items';

const nothing: readonly OutlineItem[] = [];

interface OutlineTree {
  readonly tree: RefObject<HTMLDivElement | null>;
  readonly lines: readonly OutlineLine[];
  /** The line with the tab stop; the tree has one (roving tabindex). */
  readonly active: string | undefined;
  readonly isOpen: (item: OutlineItem) => boolean;
  readonly isSelected: (part: string | null) => boolean;
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLDivElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLDivElement>) => void;
}

/** The lines of the outline, which are open, and their keyboard and pointer handlers. */
export function useOutline(): OutlineTree {
  const editor = useEditor();
  const system = useDocument((state) => state.design?.system);
  const marks = useDocument((state) => state.design?.layout?.marks);
  // The tree depends on the parts, not on their positions.
  const items = useMemo(
    () => (system === undefined ? nothing : outlineOf(system, marks ?? [])),
    [system, marks],
  );
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const selectedIds = useSelection((state) => state.ids);
  const selectedFlow = useSelection((state) => state.flow);
  const isSelected = (part: string | null): boolean =>
    part !== null && (selectedIds.has(part) || selectedFlow === part);
  // Groups and flows are open at first, the calls of a node and collapsed groups closed.
  const places = useDocument((state) => state.design?.layout?.groups);
  const isOpen = useCallback(
    (item: OutlineItem): boolean => {
      const isOpenAtFirst = item.kind !== 'node' && own(places, item.id)?.collapsed !== true;
      return item.children.length > 0 && toggled.has(item.id) !== isOpenAtFirst;
    },
    [toggled, places],
  );
  const lines = useMemo(() => visibleLines(items, isOpen), [items, isOpen]);
  const active = lines.some(({ item }) => item.id === focused)
    ? focused
    : (lines.find(({ item }) => isSelected(item.part)) ?? lines[0])?.item.id;
  const toggle = (item: OutlineItem): void => {
    const next = new Set(toggled);
    if (!next.delete(item.id)) next.add(item.id);
    setToggled(next);
  };
  const focus = (itemId: string): void => {
    // Drawn first: one out of view is not there yet.
    flushSync(() => setFocused(itemId));
    tree.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(itemId)}"]`)?.focus();
  };
  const choose = (item: OutlineItem): void => {
    setFocused(item.id);
    if (item.part === null) toggle(item);
    else showPart(editor, item.part);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // A screen reader can put the focus on any line.
    const here = itemIdOf(event.target) ?? active;
    const at = lines.findIndex(({ item }) => item.id === here);
    const line = lines[at];
    if (line === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') choose(line.item);
    else {
      const step = stepOf(event.key, lines, at, isOpen);
      if (step === null) return;
      if (step === 'toggle') toggle(line.item);
      else focus(step);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    if (!(event.target instanceof Element)) return;
    const itemId = itemIdOf(event.target);
    const item = lines.find((line) => line.item.id === itemId)?.item;
    if (item === undefined) return;
    if (event.target.closest('[data-twist]') === null) choose(item);
    else toggle(item);
  };
  // The line with the focus stays drawn, however it came by it.
  const onFocus = (event: FocusEvent<HTMLDivElement>): void => setFocused(itemIdOf(event.target) ?? focused);
  return { tree, lines, active: active ?? undefined, isOpen, isSelected, onKeyDown, onClick, onFocus };
}

const itemIdOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-item]')?.getAttribute('data-item') ?? null) : null;

/** What a key does: the id of the line to move to, `toggle` to open or close the current one, null for nothing. */
function stepOf(
  key: string,
  lines: readonly OutlineLine[],
  at: number,
  isOpen: (item: OutlineItem) => boolean,
): string | null {
  const line = lines[at];
  if (line === undefined) return null;
  switch (key) {
    case 'ArrowDown':
      return lines[at + 1]?.item.id ?? line.item.id;
    case 'ArrowUp':
      return lines[at - 1]?.item.id ?? line.item.id;
    case 'Home':
      return lines[0]?.item.id ?? null;
    case 'End':
      return lines.at(-1)?.item.id ?? null;
    case 'ArrowRight':
      if (line.item.children.length === 0) return line.item.id;
      return isOpen(line.item) ? (line.item.children[0]?.id ?? null) : 'toggle';
    case 'ArrowLeft':
      return isOpen(line.item) ? 'toggle' : (line.parent ?? line.item.id);
    default:
      return null;
  }
}
