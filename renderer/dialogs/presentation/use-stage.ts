import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Slide } from '../../../shared/edits/present';
import { fillingViewport } from '../../canvas/filling-viewport';
import { showViewport, viewportNow } from '../../canvas/viewport';
import { type Editor, useEditor } from '../../store/editors';

/** Between what is presented and the edge of the screen, px. */
const marginPx = 48;
/** How long the view moves from slide to slide. */
const moveMs = 450;
/** Around a slide a little more than its line is seen, px. */
const overPx = 3;

/** Where the slide is on the screen, px. */
export interface Aperture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function showSlide(editor: Editor, slide: Slide, durationMs: number): Aperture | null {
  const viewport = fillingViewport(editor, slide.box, marginPx);
  if (viewport === null) return null;
  showViewport(editor, viewport, durationMs);
  if (slide.box === null) return null;
  const { x, y, zoom } = viewport;
  return {
    left: slide.box.x * zoom + x - overPx,
    top: slide.box.y * zoom + y - overPx,
    width: slide.box.width * zoom + 2 * overPx,
    height: slide.box.height * zoom + 2 * overPx,
  };
}

/** Keeps a slide on the screen, moving to it from the one before; what was seen and selected comes back at the end. */
export function useStage(slide: Slide | undefined): {
  readonly aperture: Aperture | null;
  readonly isMoving: boolean;
} {
  const editor = useEditor();
  const [aperture, setAperture] = useState<Aperture | null>(null);
  const [isMoving, setMoving] = useState(false);
  const shown = useRef(slide);
  useEffect(() => {
    const viewport = viewportNow(editor);
    const selected = [...editor.selection.getState().ids];
    editor.clearSelection();
    return () => {
      editor.select(selected);
      // The canvas has its size again once the panels beside it are laid out.
      requestAnimationFrame(() => {
        if (viewport !== null) showViewport(editor, viewport, 0);
      });
    };
  }, [editor]);
  useEffect(() => {
    if (slide === undefined) return undefined;
    const before = shown.current;
    shown.current = slide;
    const moves = before !== slide;
    setAperture(showSlide(editor, slide, moves ? moveMs : 0));
    if (!moves) return undefined;
    setMoving(true);
    const timer = setTimeout(() => setMoving(false), moveMs);
    return () => clearTimeout(timer);
  }, [editor, slide]);
  useEffect(() => {
    const canvas = document.querySelector('[data-presenting="true"]');
    if (canvas === null) return undefined;
    const sizes = new ResizeObserver(() => {
      if (shown.current !== undefined) setAperture(showSlide(editor, shown.current, 0));
    });
    sizes.observe(canvas);
    return () => sizes.disconnect();
  }, [editor]);
  return { aperture, isMoving };
}

/** Opens a dialog over all that is on the screen by now, and gives it the keyboard. */
function raise(dialog: HTMLDialogElement): void {
  dialog.close();
  dialog.showModal();
  dialog.focus();
}

/** The whole screen while the dialog is there, where the browser gives it; leaving the whole screen ends it. */
export function useFullScreen(dialog: RefObject<HTMLDialogElement | null>, onLeave: () => void): void {
  const left = useRef(onLeave);
  left.current = onLeave;
  useEffect(() => {
    if (dialog.current !== null) raise(dialog.current);
    const root = document.documentElement;
    let isOwn = false;
    let isEnded = false;
    const onChange = (): void => {
      if (isOwn && document.fullscreenElement === null) left.current();
    };
    const enter = async (): Promise<void> => {
      if (!document.fullscreenEnabled || document.fullscreenElement !== null) return;
      try {
        await root.requestFullscreen();
      } catch {
        // The browser gives it only to a press that it saw. The window itself is filled all the same.
        return;
      }
      isOwn = true;
      if (isEnded) await document.exitFullscreen();
      // What fills the screen has come to lie over the dialog.
      else if (dialog.current !== null) raise(dialog.current);
    };
    document.addEventListener('fullscreenchange', onChange);
    void enter();
    return () => {
      isEnded = true;
      document.removeEventListener('fullscreenchange', onChange);
      if (isOwn && document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, [dialog]);
}
