import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Box, Mark, Point } from '../../../shared/model/schema';
import { editorHook, perEditor } from '../../store/editors';

/** What the pointer can be doing on a canvas: a file of this folder each. */
export type GestureName =
  | 'idle'
  | 'marquee'
  | 'lasso'
  | 'drag'
  | 'connect'
  | 'resize'
  | 'draw-group'
  | 'draw-mark'
  | 'move-end'
  | 'erase'
  | 'laser'
  | 'bend'
  | 'reconnect'
  | 'overview-press';

/** The keys that are held during a gesture. */
export interface HeldKeys {
  readonly altKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly shiftKey?: boolean;
}

/** Of an event of mouse, pen or finger, what a gesture reads: the place in the window, and the keys that are held. */
export interface Pointer extends HeldKeys {
  readonly clientX: number;
  readonly clientY: number;
  /** How hard a pen presses, and that it is one. */
  readonly pressure?: number;
  readonly pointerType?: string;
}

/** One state of the pointer. It keeps what it began with; nothing of it is left when it ends. */
export interface Gesture {
  readonly name: Exclude<GestureName, 'idle'>;
  /** Held at the edge of the canvas, it pulls the view along; what React Flow drags does so by itself. */
  readonly pullsView?: true;
  readonly move?: (pointer: Pointer) => void;
  /** React Flow has moved a part that it drags by itself. */
  readonly partMoved?: (id: string, to: Point) => void;
  /** A key was pressed or released while the pointer stays where it is. */
  readonly keysChanged?: (keys: HeldKeys) => void;
  readonly finish: (pointer: Pointer) => void;
  /** Puts everything back as it was; left out where React Flow cannot cancel what it draws. */
  readonly cancel?: () => void;
}

/** What is drawn of a gesture and is not in the design yet. */
export type Draft =
  | { readonly kind: 'group'; readonly box: Box }
  | { readonly kind: 'lasso'; readonly points: readonly Point[] }
  /** An annotation that is being drawn, and the part that the end in hand would bind to. */
  | { readonly kind: 'mark'; readonly mark: Mark; readonly target: string | null }
  | { readonly kind: 'erase'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'bend'; readonly edge: string; readonly points: readonly Point[] }
  | {
      readonly kind: 'reconnect';
      readonly edge: string;
      readonly end: 'from' | 'to';
      readonly at: Point;
      /** From the end that stays to the pointer, for where there is no card under it. */
      readonly points: readonly Point[];
      /** SVG path data of the line that the edge gets where it is dropped now. */
      readonly path: string | null;
    };

interface GestureState {
  readonly name: GestureName;
  readonly canCancel: boolean;
  readonly pullsView: boolean;
  readonly draft: Draft | null;
}

/** The pointer of an editor's canvas: one gesture at a time. */
export interface Gestures {
  readonly state: StoreApi<GestureState>;
  /** Begins a gesture; one that is still under way is cancelled. */
  readonly begin: (gesture: Gesture) => void;
  readonly show: (draft: Draft) => void;
  readonly move: (pointer: Pointer) => void;
  /** Where the pointer was last during the gesture; null before it moved. */
  readonly lastPointer: () => Pointer | null;
  readonly partMoved: (id: string, to: Point) => void;
  readonly keysChanged: (keys: HeldKeys) => void;
  /** Ends the gesture of this name; one that was cancelled before is not ended again. */
  readonly finish: (name: GestureName, pointer: Pointer) => void;
  /** Cancels the gesture that is under way, where it can be cancelled. */
  readonly cancel: () => void;
}

const idle: GestureState = { name: 'idle', canCancel: false, pullsView: false, draft: null };

function createGestures(): Gestures {
  const state = createStore<GestureState>(() => idle);
  let current: Gesture | null = null;
  let last: Pointer | null = null;
  const rest = (): Gesture | null => {
    const ended = current;
    current = null;
    last = null;
    state.setState(idle);
    return ended;
  };
  return {
    state,
    begin(gesture) {
      rest()?.cancel?.();
      current = gesture;
      const { name, cancel, pullsView = false } = gesture;
      state.setState({ name, canCancel: cancel !== undefined, pullsView, draft: null });
    },
    show: (draft) => state.setState({ draft }),
    move(pointer) {
      last = pointer;
      current?.move?.(pointer);
    },
    lastPointer: () => last,
    partMoved: (id, to) => current?.partMoved?.(id, to),
    keysChanged: (keys) => current?.keysChanged?.(keys),
    finish(name, pointer) {
      if (current?.name === name) rest()?.finish(pointer);
    },
    cancel() {
      if (current?.cancel !== undefined) rest()?.cancel?.();
    },
  };
}

export const gesturesOf = perEditor(createGestures);

/** What the pointer is doing on the canvas of an editor. */
export const useGesture = editorHook((editor) => gesturesOf(editor).state);
