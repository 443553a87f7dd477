import { removeSelection } from '../canvas/arrange';
import { importFiles } from '../dialogs/import-file';
import { copiedText, pasteText } from './clipboard';
import type { Command } from './command';
import { canEdit, isOpen } from './conditions';
import { type KeyPress, matches } from './keys';
import { followPointer } from './pointer';
import { commands, isEnabled } from './registry';

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

const isModalOpen = (): boolean => document.querySelector('dialog:modal') !== null;

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isModalOpen()) return;
  if (isOwnKey(event.target, event)) return;
  const command = commandOfPress(event, isWriting(event.target));
  if (command === null || (event.repeat && command.group !== 'edit' && command.group !== 'view')) return;
  event.preventDefault();
  command.run();
}

/** The clipboard belongs to the canvas unless a text is being written or words on the page are selected. */
function isOurs(event: ClipboardEvent): boolean {
  const words = window.getSelection();
  return isOpen() && !isModalOpen() && !isWriting(event.target) && (words === null || words.isCollapsed);
}

function onCopy(event: ClipboardEvent): void {
  const text = isOurs(event) ? copiedText() : null;
  if (text === null || (event.type === 'cut' && !canEdit())) return;
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
  if (event.type === 'cut') removeSelection();
}

function onPaste(event: ClipboardEvent): void {
  const { clipboardData } = event;
  if (clipboardData === null || isModalOpen() || isWriting(event.target)) return;
  const files = [...clipboardData.files];
  if (files.length > 0) void importFiles(files);
  else if (isOpen()) pasteText(clipboardData.getData('text/plain'));
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
