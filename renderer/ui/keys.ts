/** A shortcut taken apart. `mod` is Ctrl, on a Mac Cmd. */
interface Keys {
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

/** What of a keyboard event decides which shortcut it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;

export const isMac: boolean = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** The modifiers and the key of a shortcut, which may be `+` itself. */
export function partsOf(keys: string): Keys {
  const parts = keys.split('+');
  const key = keys.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  return { mod: parts.includes('mod'), shift: parts.includes('shift'), alt: parts.includes('alt'), key };
}

const textOf = ({ mod, alt, shift, key }: Keys): string =>
  `${mod ? 'mod+' : ''}${alt ? 'alt+' : ''}${shift ? 'shift+' : ''}${key}`;

/** The signs of the keys' places as a US keyboard has them: plain, and with Shift. */
const signsOfPlace: ReadonlyMap<string, readonly [plain: string, shifted: string]> = new Map([
  ['Minus', ['-', '_']],
  ['Equal', ['=', '+']],
  ['BracketLeft', ['[', '{']],
  ['BracketRight', [']', '}']],
  ['Backslash', ['\\', '|']],
  ['Semicolon', [';', ':']],
  ['Quote', ["'", '"']],
  ['Backquote', ['`', '~']],
  ['Comma', [',', '<']],
  ['Period', ['.', '>']],
  ['Slash', ['/', '?']],
]);

const isLatinLetter = (key: string): boolean => /^[a-z]$/.test(key);
const isDigit = (key: string): boolean => /^[0-9]$/.test(key);
const isSign = (key: string): boolean => key.length === 1 && !/[\p{L}\p{N}\s]/u.test(key);

/** What the key's place has on a US keyboard: for layouts whose own letters are in no shortcut. */
function keyOfPlace(code: string, shift: boolean): string | null {
  const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  return place === undefined ? (signsOfPlace.get(code)?.[shift ? 1 : 0] ?? null) : place.toLowerCase();
}

/** Keys whose name in the event is not the one in shortcuts. */
const namedKeys: ReadonlyMap<string, string> = new Map([
  [' ', 'space'],
  ['spacebar', 'space'],
]);

const isModifier = (key: string): boolean =>
  /^(?:control|shift|alt|altgraph|meta|os|capslock|numlock|fn|hyper|super)$/.test(key);

/**
 * The shortcuts that a press may mean, what is typed first. Letters of the Latin alphabet and signs count as typed, wherever the
 * layout has them; other letters, composed ones and digits by the place of their key. A sign is typed with whatever keys that
 * takes, so that Shift, AltGr and on a Mac Option are not part of its shortcut.
 */
export function shortcutsOfPress(press: KeyPress, mac: boolean = isMac): readonly string[] {
  const typed = press.key.toLowerCase();
  const isAltGraph = press.getModifierState?.('AltGraph') === true;
  // Windows reports AltGr as Ctrl and Alt held.
  const isBoth = isAltGraph && press.ctrlKey && press.altKey;
  const ctrl = press.ctrlKey && !isBoth;
  if ((mac ? ctrl : press.metaKey) || isModifier(typed)) return [];
  const held = { mod: mac ? press.metaKey : ctrl, alt: press.altKey && !isBoth, shift: press.shiftKey };
  const found: Keys[] = [];
  const place = keyOfPlace(press.code, held.shift);
  const atPlace = (): void => {
    if (place === null) return;
    found.push(isSign(place) ? { ...held, shift: false, key: place } : { ...held, key: place });
  };
  if (isLatinLetter(typed)) found.push({ ...held, key: typed });
  else if (isDigit(typed)) {
    found.push({ ...held, key: typed });
    // French keyboards need Shift for digits.
    if (held.shift) found.push({ ...held, shift: false, key: typed });
  } else if (isSign(typed)) {
    if (mac && held.alt) found.push({ ...held, alt: false, shift: false, key: typed });
    // Shift with a digit means the digit wherever a shortcut has it: German Shift+0 types the = of another.
    if (place !== null && isDigit(place) && held.shift) atPlace();
    found.push({ ...held, shift: false, key: typed });
    // On a Mac Option makes signs of letters.
    if (place !== null && (isDigit(place) || (mac && held.alt))) atPlace();
  } else if (typed.length === 1 && typed !== ' ') atPlace();
  else if (typed === 'dead' || typed === 'unidentified') atPlace();
  else {
    const key = namedKeys.get(typed) ?? typed;
    found.push({ ...held, key });
    if (mac && key === 'backspace') found.push({ ...held, key: 'delete' });
  }
  return [...new Set(found.map(textOf))];
}

/** The one form of a shortcut: its modifiers in order. */
export const normalKeys = (keys: string): string => textOf(partsOf(keys));

/** Whether the press is this shortcut. */
export const matches = (press: KeyPress, keys: string, mac: boolean = isMac): boolean =>
  shortcutsOfPress(press, mac).includes(normalKeys(keys));

const names: Readonly<Record<string, string>> = {
  delete: 'Del',
  backspace: '⌫',
  escape: 'Esc',
  enter: '↵',
  space: 'Space',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
};

const macNames: Readonly<Record<string, string>> = { delete: '⌫', escape: '⎋', home: '↖', end: '↘' };

/** The shortcut as it is shown: `Ctrl+Shift+C`, on a Mac `⇧⌘C`. */
export function shownKeys(keys: string, mac: boolean = isMac): string {
  const { mod, shift, alt, key } = partsOf(keys);
  const name = (mac ? macNames[key] : undefined) ?? names[key] ?? key.toUpperCase();
  if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [mod ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name].filter(Boolean).join('+');
}

/** The shortcut in the form of `aria-keyshortcuts`. */
export function ariaKeys(keys: string, mac: boolean = isMac): string {
  const { mod, shift, alt, key } = partsOf(keys);
  const name = key === '+' ? 'Plus' : key.length === 1 ? key.toUpperCase() : (ariaNames[key] ?? key);
  return [mod ? (mac ? 'Meta' : 'Control') : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name]
    .filter(Boolean)
    .join('+');
}

const ariaNames: Readonly<Record<string, string>> = {
  delete: 'Delete',
  backspace: 'Backspace',
  escape: 'Escape',
  enter: 'Enter',
  arrowleft: 'ArrowLeft',
  arrowright: 'ArrowRight',
  arrowup: 'ArrowUp',
  arrowdown: 'ArrowDown',
};
