import { Fragment, type ReactNode } from 'react';
import { t } from './t';

/** It marks where an element goes; no text of the program has it. */
const mark = '\u0001';

/** A value that goes into the text itself; what a person wrote may have the mark in it. */
const isPlain = (value: ReactNode): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && !value.includes(mark));

/** A text of the window with elements in it, wherever its language puts them: `rich('{rate} served', { rate: <b>12</b> })`. */
export function rich(english: string, values: Readonly<Record<string, ReactNode>>): ReactNode {
  const places = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isPlain(value) ? value : mark + name + mark]),
  );
  // Odd parts are names of elements; the same one may stand twice.
  const parts = t(english, places).split(mark);
  return parts.map((part, at) => {
    const key = `${at} ${part}`;
    return <Fragment key={key}>{at % 2 === 0 ? part : values[part]}</Fragment>;
  });
}
