/** A shortcut taken apart. `mod` is Ctrl, on a Mac Cmd. */
interface Keys {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

/** What of a keyboard event decides which shortcut it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export const isMac: boolean = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

function partsOf(keys: string): Keys {
  const parts = keys.split('+');
  const key = keys.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  return { mod: parts.includes('mod'), shift: parts.includes('shift'), alt: parts.includes('alt'), key };
}

/** The letter or digit of a key's place, so that shortcuts work under a Cyrillic layout too. */
function placeOf(code: string): string {
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? '';
}

/** Whether the press is this shortcut. Signs such as `?` and `+` are what is typed, whatever keys that takes. */
export function matches(press: KeyPress, keys: string, mac: boolean = isMac): boolean {
  const wanted = partsOf(keys);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (mod !== wanted.mod || other || press.altKey !== wanted.alt) return false;
  const typed = press.key.toLowerCase();
  const isSign = wanted.key.length === 1 && !/[a-z0-9]/.test(wanted.key);
  if (isSign) return typed === wanted.key;
  if (press.shiftKey !== wanted.shift) return false;
  if (typed === wanted.key || (typed === 'backspace' && wanted.key === 'delete' && mac)) return true;
  const isLatin = /^[a-z]$/.test(typed);
  return wanted.key.length === 1 && !isLatin && placeOf(press.code) === wanted.key;
}

const names: Readonly<Record<string, string>> = {
  delete: 'Del',
  backspace: '⌫',
  escape: 'Esc',
  enter: '↵',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
};

/** The shortcut as it is shown: `Ctrl+Shift+C`, on a Mac `⇧⌘C`. */
export function shownKeys(keys: string, mac: boolean = isMac): string {
  const { mod, shift, alt, key } = partsOf(keys);
  const name = names[key] ?? key.toUpperCase();
  if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [mod ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name].filter(Boolean).join('+');
}
