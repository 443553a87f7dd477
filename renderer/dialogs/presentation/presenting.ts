/** Where a presentation is. */
export interface PresentingState {
  /** The slide, from 0. */
  readonly at: number;
  /** Digits of the slide to go to, before Enter. */
  readonly typed: string;
  /** The screen is black. */
  readonly isBlack: boolean;
  /** The pointer draws light. */
  readonly isLaser: boolean;
  /** Notes and clock are shown. */
  readonly hasNotes: boolean;
  readonly isOver: boolean;
}

export const begun: PresentingState = {
  at: 0,
  typed: '',
  isBlack: false,
  isLaser: false,
  hasNotes: false,
  isOver: false,
};

/** What a key does, by its name, or by the letter of its place under another layout. */
const meanings = {
  next: ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter', 'n'],
  previous: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', 'p'],
  first: ['Home'],
  last: ['End'],
  black: ['b', '.'],
  laser: ['l'],
  notes: ['s'],
  leave: ['Escape'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Meaning = keyof typeof meanings;

function meaningOf(key: string): Meaning | null {
  const named = key.length === 1 ? key.toLowerCase() : key;
  const [found] = (Object.keys(meanings) as Meaning[]).filter((meaning) =>
    (meanings[meaning] as readonly string[]).includes(named),
  );
  return found ?? null;
}

/** Beyond so many digits no slide is. */
const mostDigits = 4;

/** The key as it is typed; where that is no Latin letter, the letter of its place, so that it works under any layout. */
export const presentedKey = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string =>
  key.length === 1 && /[^\p{ASCII}]/u.test(key) ? (/^Key(.)$/.exec(code)?.[1] ?? key) : key;

/** What a key leads to; null for a key that a presentation does nothing with. */
export function afterKey(state: PresentingState, key: string, slides: number): PresentingState | null {
  const to = (at: number): PresentingState => ({
    ...state,
    at: Math.min(slides - 1, Math.max(0, at)),
    typed: '',
    isBlack: false,
  });
  if (/^[0-9]$/.test(key)) return { ...state, typed: (state.typed + key).slice(-mostDigits) };
  const meaning = meaningOf(key);
  switch (meaning) {
    case 'next':
      if (key === 'Enter' && state.typed !== '') return to(Number(state.typed) - 1);
      return state.isBlack ? { ...state, isBlack: false } : to(state.at + 1);
    case 'previous':
      if (key === 'Backspace' && state.typed !== '') return { ...state, typed: state.typed.slice(0, -1) };
      return to(state.at - 1);
    case 'first':
      return to(0);
    case 'last':
      return to(slides - 1);
    case 'black':
      return { ...state, isBlack: !state.isBlack };
    case 'laser':
      return { ...state, isLaser: !state.isLaser };
    case 'notes':
      return { ...state, hasNotes: !state.hasNotes };
    case 'leave':
      return state.typed === '' ? { ...state, isOver: true } : { ...state, typed: '' };
    case null:
      return null;
  }
}
