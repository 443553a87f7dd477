import { removeSelection } from '../canvas/arrange';
import { importFiles } from '../storage/files/import-file';
import { activeEditor } from '../store/editors';
import { copiedTexts, pasteTexts } from './clipboard';
import { partsType } from './clipboard-formats';
import type { Command } from './command';
import { canEdit, canvasHasKeyboard, hasSelection, isOpen } from './conditions';
import { type KeyPress, matches } from './keys';
import { followPointer } from './pointer';
import { commands, isEnabled, whyDisabled } from './registry';
import { showReadOnly } from './show-read-only';

/** Commands that a press runs even while a text is being written. */
const whileWriting: ReadonlySet<string> = new Set([
  'commands',
  'save-file',
  'export',
  'copy-png',
  'open-file',
]);

const textTypes = /^(?:text|search|number|email|url|tel|password|date|time)$/;

/** Whether the element takes text, so that letters and undo are its own. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && textTypes.test(target.type);
}

/** Whether the focused control does something of its own with the key: arrows of a slider, Enter and space of a button. */
function isOwnKey(target: EventTarget | null, press: KeyPress): boolean {
  if (!(target instanceof HTMLElement) || press.ctrlKey || press.metaKey) return false;
  if (target instanceof HTMLSelectElement) return true;
  if (press.key === 'Enter' || press.key === ' ')
    return target.closest('button, a[href], input, [role="treeitem"]') !== null;
  return press.key.startsWith('Arrow') && target.closest('input, [role="tree"], [role="tablist"]') !== null;
}

/** The command that a press runs, or null. */
export function commandOfPress(press: KeyPress, writing: boolean): Command | null {
  return (
    commands.find(
      (command) =>
        command.native !== true &&
        (!writing || whileWriting.has(command.id)) &&
        command.keys?.some((keys) => matches(press, keys)) === true &&
        isEnabled(command),
    ) ?? null
  );
}

/** Whether a press asks for an edit that only a read-only design stands in the way of. */
export function isRefused(press: KeyPress, writing: boolean): boolean {
  const asks = (command: Command): boolean =>
    command.native !== true &&
    command.keys?.some((keys) => matches(press, keys)) === true &&
    // Arrows move parts only while the canvas has the keyboard; elsewhere they ask for nothing.
    (!command.id.startsWith('nudge-') || (hasSelection.get() && canvasHasKeyboard.get()));
  return !writing && commands.some((command) => asks(command) && whyDisabled(command) !== null);
}

export const isModalOpen = (): boolean => document.querySelector('dialog:modal') !== null;

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || isModalOpen()) return;
  if (isOwnKey(event.target, event)) return;
  const writing = isWriting(event.target);
  const command = commandOfPress(event, writing);
  if (command === null && isRefused(event, writing)) showReadOnly();
  if (command === null || (event.repeat && command.group !== 'edit' && command.group !== 'view')) return;
  event.preventDefault();
  command.run();
}

/** The clipboard belongs to the canvas unless a text is being written or words on the page are selected. */
function isOurs(event: ClipboardEvent): boolean {
  const words = window.getSelection();
  return isOpen.get() && !isModalOpen() && !isWriting(event.target) && (words === null || words.isCollapsed);
}

function onCopy(event: ClipboardEvent): void {
  const texts = isOurs(event) ? copiedTexts() : null;
  const { clipboardData } = event;
  if (texts === null || clipboardData === null) return;
  if (event.type === 'cut' && !canEdit.get()) {
    showReadOnly();
    return;
  }
  clipboardData.setData(partsType, texts.parts);
  clipboardData.setData('text/html', texts.html);
  clipboardData.setData('text/plain', texts.text);
  event.preventDefault();
  if (event.type === 'cut') removeSelection(activeEditor());
}

function onPaste(event: ClipboardEvent): void {
  const { clipboardData } = event;
  if (clipboardData === null || isModalOpen() || isWriting(event.target)) return;
  const files = [...clipboardData.files];
  if (files.length > 0) void importFiles(files);
  else if (isOpen.get())
    pasteTexts({
      parts: clipboardData.getData(partsType),
      html: clipboardData.getData('text/html'),
      text: clipboardData.getData('text/plain'),
    });
  else return;
  event.preventDefault();
}

/** The one listener for every shortcut, and those of the clipboard. Returns the function that takes them off. */
export function listenToShortcuts(): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  window.addEventListener('keydown', onKeyDown, { signal });
  document.addEventListener('copy', onCopy, { signal });
  document.addEventListener('cut', onCopy, { signal });
  document.addEventListener('paste', onPaste, { signal });
  const stopPointer = followPointer();
  return () => {
    listeners.abort();
    stopPointer();
  };
}
