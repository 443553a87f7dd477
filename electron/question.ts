import { type BrowserWindow, dialog } from 'electron';

/** A question over a window, as data: its buttons in their order, each with what it represents. */
export interface Question<A extends string> {
  readonly title: string;
  readonly detail: string;
  readonly answers: readonly { readonly id: A; readonly label: string }[];
  /** What Enter does, and what Escape does. */
  readonly normal: A;
  readonly cancel: A;
}

const open = new WeakMap<BrowserWindow, AbortController>();

/** Asks over a window, in place of what was asked there before; null where the question was withdrawn. */
export async function ask<A extends string>(window: BrowserWindow, question: Question<A>): Promise<A | null> {
  withdrawQuestion(window);
  const controller = new AbortController();
  open.set(window, controller);
  const ids = question.answers.map(({ id }) => id);
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: question.title,
    detail: question.detail,
    buttons: question.answers.map(({ label }) => label),
    defaultId: ids.indexOf(question.normal),
    cancelId: ids.indexOf(question.cancel),
    noLink: true,
    signal: controller.signal,
  });
  if (open.get(window) === controller) open.delete(window);
  return controller.signal.aborted ? null : (ids[response] ?? question.cancel);
}

/** Takes the question over a window away, where there is one: it is answered or means nothing any more. */
export function withdrawQuestion(window: BrowserWindow): void {
  open.get(window)?.abort();
  open.delete(window);
}

export const hasQuestion = (window: BrowserWindow): boolean => open.has(window);
