import type { KeyPress } from '../../renderer/ui/keys';
import { partsOf } from '../../renderer/ui/keys';

type Signs = Readonly<Record<string, readonly [plain: string, shifted: string, altGraph?: string]>>;

const rowCodes = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'].map((row) =>
  [...row].map((letter) => `Key${letter}`),
);

/** The keys of letters in their rows, by what they type. */
function lettersOf(...rows: readonly [top: string, home: string, bottom: string]): Signs {
  return Object.fromEntries(
    rows.flatMap((row, at) =>
      (rowCodes[at] ?? []).map((code, index) => {
        const letter = [...row][index] ?? '';
        return [code, [letter, letter === ',' ? '?' : letter.toUpperCase()] as const];
      }),
    ),
  );
}

const digits = (plain: string, shifted: string): Signs =>
  Object.fromEntries(
    [...'1234567890'].map((digit, at) => [`Digit${digit}`, [[...plain][at] ?? '', [...shifted][at] ?? '']]),
  );

const us: Signs = {
  ...lettersOf('qwertyuiop', 'asdfghjkl', 'zxcvbnm'),
  ...digits('1234567890', '!@#$%^&*()'),
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

/** What the keys of some layouts type; `Dead` composes with the key after it. */
export const keyboardLayouts = {
  us,
  german: {
    ...lettersOf('qwertzuiop', 'asdfghjkl', 'yxcvbnm'),
    ...digits('1234567890', '!"§$%&/()='),
    Digit7: ['7', '/', '{'],
    Digit8: ['8', '(', '['],
    Digit9: ['9', ')', ']'],
    Digit0: ['0', '=', '}'],
    Minus: ['ß', '?', '\\'],
    Equal: ['Dead', 'Dead'],
    BracketLeft: ['ü', 'Ü'],
    BracketRight: ['+', '*', '~'],
    Backslash: ['#', "'"],
    Semicolon: ['ö', 'Ö'],
    Quote: ['ä', 'Ä'],
    Comma: [',', ';'],
    Period: ['.', ':'],
    Slash: ['-', '_'],
  },
  french: {
    ...lettersOf('azertyuiop', 'qsdfghjkl', 'wxcvbn,'),
    ...digits('&é"\'(-è_çà', '1234567890'),
    Digit4: ["'", '4', '{'],
    Digit5: ['(', '5', '['],
    Digit8: ['_', '8', '\\'],
    Minus: [')', '°', ']'],
    Equal: ['=', '+', '}'],
    BracketLeft: ['Dead', 'Dead'],
    BracketRight: ['$', '£'],
    Backslash: ['*', 'µ'],
    Semicolon: ['m', 'M'],
    Quote: ['ù', '%'],
    Comma: [';', '.'],
    Period: [':', '/'],
    Slash: ['!', '§'],
  },
  russian: {
    ...lettersOf('йцукенгшщз', 'фывапролд', 'ячсмить'),
    ...digits('1234567890', '!"№;%:?*()'),
    Minus: ['-', '_'],
    Equal: ['=', '+'],
    BracketLeft: ['х', 'Х'],
    BracketRight: ['ъ', 'Ъ'],
    Backslash: ['\\', '/'],
    Semicolon: ['ж', 'Ж'],
    Quote: ['э', 'Э'],
    Comma: ['б', 'Б'],
    Period: ['ю', 'Ю'],
    Slash: ['.', ','],
  },
} as const satisfies Readonly<Record<string, Signs>>;

const named: Readonly<Record<string, string>> = {
  delete: 'Delete',
  backspace: 'Backspace',
  escape: 'Escape',
  enter: 'Enter',
  arrowleft: 'ArrowLeft',
  arrowright: 'ArrowRight',
  arrowup: 'ArrowUp',
  arrowdown: 'ArrowDown',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
};

/** The key that types a sign or letter in a layout, and how; where no key does, the key of its place on a US keyboard. */
function keyOf(layout: Signs, sign: string): { readonly code: string; readonly level: number } {
  for (const signs of [layout, us])
    for (const level of [0, 1, 2])
      for (const [code, levels] of Object.entries(signs)) if (levels[level] === sign) return { code, level };
  throw new Error(`No key types “${sign}”.`);
}

/** The presses that a shortcut takes under a layout, as the browser reports them: any of them will do. */
export function pressesUnder(layout: Signs, keys: string): readonly KeyPress[] {
  const { mod, alt, shift, key } = partsOf(keys);
  const held = { ctrlKey: mod, altKey: alt, metaKey: false };
  const name = named[key] ?? (/^f\d+$/.test(key) ? key.toUpperCase() : null);
  if (name !== null) return [{ ...held, key: name, code: name, shiftKey: shift }];
  const atPlace = layout[`Digit${key}`];
  if (atPlace !== undefined) {
    const code = `Digit${key}`;
    const shifted = { ...held, key: atPlace[1], code, shiftKey: true };
    const plain = { ...held, key: atPlace[0], code, shiftKey: false };
    // Where Shift types the digit, both ways are tried.
    return shift ? [shifted] : atPlace[1] === key ? [plain, shifted] : [plain];
  }
  const { code, level } = keyOf(layout, key);
  const isShifted = shift || level === 1;
  const press: KeyPress = {
    ...held,
    key: layout[code]?.[level === 2 ? 2 : isShifted ? 1 : 0] ?? '',
    code,
    shiftKey: isShifted,
    getModifierState: (modifier) => modifier === 'AltGraph' && level === 2,
  };
  return [press];
}
