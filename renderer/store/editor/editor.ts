import type { Design } from '../../../shared/model/schema';
import { createDocument, type DesignDocument } from './document';
import { createDrag, type Drag } from './drag';
import { createEditing, type Editing } from './editing';
import { createReport, type Report } from './report';
import { createSaving, type Saving } from './saving';
import { createSelection, type Selection } from './selection';
import { createView, type EditorView, type WindowView } from './view';

/** Something that goes on beside an editor as long as it lives: the analysis, autosave. Returns the function that stops it. */
export type Follower = (editor: Editor) => () => void;

/** What an editor takes from outside. */
export interface EditorServices {
  /** A clock that only goes forward: typing in one field is one step of undo while its presses follow each other. */
  readonly nowMs: () => number;
  /** What it shares with the other editors of its window. */
  readonly windowView: WindowView;
  readonly followers?: readonly Follower[];
}

/**
 * One open design and all that belongs to it: document and history, selection, report, what is dragged and written in
 * place, how it is shown, whether it is kept. A window can have any number; nothing of one is seen in another.
 */
export interface Editor extends DesignDocument, Selection, Report, Drag, Editing, Saving, EditorView {
  /** Starts a follower; it is stopped by what this returns, or with the editor. */
  readonly follow: (follower: Follower) => () => void;
  /** Stops all that goes on beside it. */
  readonly close: () => void;
}

export function createEditor(
  design: Design | null,
  { nowMs, windowView, followers = [] }: EditorServices,
): Editor {
  const selection = createSelection();
  const { view, stopView, ...viewing } = createView(windowView);
  const stops = new Set<() => void>([stopView]);
  const editor: Editor = {
    ...selection,
    ...createDocument(selection, nowMs),
    ...createReport(),
    ...createDrag(),
    ...createEditing(),
    ...createSaving(),
    ...viewing,
    view,
    follow(follower) {
      const stop = follower(editor);
      const end = (): void => {
        if (stops.delete(end)) stop();
      };
      stops.add(end);
      return end;
    },
    close() {
      for (const stop of [...stops]) stop();
    },
  };
  if (design !== null) editor.open(design);
  for (const follower of followers) editor.follow(follower);
  return editor;
}

/** Gives each editor one thing of its own, made on first use: what a layer above the store keeps for it. */
export function perEditor<T>(create: (editor: Editor) => T): (editor: Editor) => T {
  const made = new WeakMap<Editor, T>();
  return (editor) => {
    const known = made.get(editor);
    if (known !== undefined) return known;
    const thing = create(editor);
    made.set(editor, thing);
    return thing;
  };
}
