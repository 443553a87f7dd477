import { removeSelection } from '../canvas/arrange';
import { activeEditor } from '../store/editors';
import { keysOf } from '../store/key-map';
import { type KeyPress, normalKeys, partsOf, shortcutsOfPress } from '../ui/keys';
import { copiedTexts, pasteTexts } from './clipboard';
import { fragmentIn, partsType } from './clipboard-formats';
import type { Command } from './command';
import { canEdit, canvasHasKeyboard, hasSelection, isOpen } from './conditions';
import { followPointer } from './pointer';
import { commands } from './registry';
import { isEnabled, whyDisabled } from './running';
import { showReadOnly } from './show-read-only';
import { takeFiles } from './take-files';

/** Commands that a press runs even while a text is being written. */
const whileWriting: ReadonlySet<string> = new Set([
  'commands',
  'save-file',
  'export',
  'copy-png',
  'open-file',
  'find',
]);

const textTypes = /^(?:text|search|number|email|url|tel|password|date|time)$/;

/** What types nothing: a text has no use for it. */
const typesNothing = (keys: string): boolean => partsOf(keys).mod || /^f\d+$/.test(partsOf(keys).key);

/** Whether the element takes text, so that letters and undo are its own. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && textTypes.test(target.type);
}

/** What a field in which nothing is written yet leaves to the canvas. */
const throughEmptyField = /^(?:undo|redo|delete|nudge-.+)$/;

/** Whether the element is a field that leaves a command to the canvas: the add box while nothing is written in it. */
export const passesKeys = (target: EventTarget | null, command: string): boolean =>
  throughEmptyField.test(command) &&
  target instanceof HTMLElement &&
  target.matches('input[data-passes-keys]:placeholder-shown');

/** Whether the focused control does something of its own with the key: arrows of a slider, Enter and space of a button. */
function isOwnKey(target: EventTarget | null, press: KeyPress): boolean {
  if (!(target instanceof HTMLElement) || press.ctrlKey || press.metaKey) return false;
  if (target instanceof HTMLSelectElement) return true;
  if (press.key === 'Enter' || press.key === ' ')
    return target.closest('button, a[href], input, [role="treeitem"]') !== null;
  return press.key.startsWith('Arrow') && target.closest('input, [role="tree"], [role="tablist"]') !== null;
}

/** The command that a press runs, or null. */
export function commandOfPress(
  press: KeyPress,
  writing: boolean,
  passes: (command: string) => boolean = () => false,
): Command | null {
  const runsOn = (command: Command, keys: string): boolean =>
    command.native !== true &&
    hasKeys(command, keys) &&
    (!writing || (whileWriting.has(command.id) && typesNothing(keys)) || passes(command.id)) &&
    isEnabled(command);
  for (const keys of shortcutsOfPress(press)) {
    const found = commands.find((command) => runsOn(command, keys));
    if (found !== undefined) return found;
  }
  return null;
}

const hasKeys = (command: Command, keys: string): boolean =>
  keysOf(command).some((one) => normalKeys(one) === keys);

/** Whether a key press is for an edit that is disabled only because the design is read-only. */
export function isRefused(press: KeyPress, writing: boolean): boolean {
  const pressed = shortcutsOfPress(press);
  const isFor = (command: Command): boolean =>
    command.native !== true &&
    pressed.some((keys) => hasKeys(command, keys)) &&
    // Arrows move parts only while the canvas has the keyboard; elsewhere they do nothing.
    (!command.id.startsWith('nudge-') || (hasSelection.get() && canvasHasKeyboard.get()));
  return !writing && commands.some((command) => isFor(command) && whyDisabled(command) !== null);
}

export const isModalOpen = (): boolean => document.querySelector('dialog:modal') !== null;

/** Runs the command of a press, unless what it was made on has it for itself. */
export function runPress(event: KeyboardEvent): void {
  if (event.defaultPrevented || isModalOpen()) return;
  const { target } = event;
  const writing = isWriting(target);
  const command = commandOfPress(event, writing, (id) => passesKeys(target, id));
  const isPassed = command !== null && passesKeys(target, command.id);
  if (!isPassed && isOwnKey(target, event)) return;
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
  const texts = {
    parts: clipboardData.getData(partsType),
    html: clipboardData.getData('text/html'),
    text: clipboardData.getData('text/plain'),
  };
  if (files.length > 0 && !(isOpen.get() && fragmentIn(texts) !== null)) void takeFiles(files);
  else if (isOpen.get()) pasteTexts(texts);
  else return;
  event.preventDefault();
}

/** The one listener for every shortcut, and those of the clipboard. Returns the function that takes them off. */
export function listenToShortcuts(): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  window.addEventListener('keydown', runPress, { signal });
  document.addEventListener('copy', onCopy, { signal });
  document.addEventListener('cut', onCopy, { signal });
  document.addEventListener('paste', onPaste, { signal });
  const stopPointer = followPointer();
  return () => {
    listeners.abort();
    stopPointer();
  };
}
