import { Fragment, type ReactNode } from 'react';
import { t } from './t';

/** No text has it: it marks where an element goes. */
const mark = '\u0001';

/** A text of the window with elements in it, wherever its language puts them: `rich('{rate} served', { rate: <b>12</b> })`. */
export function rich(english: string, values: Readonly<Record<string, ReactNode>>): ReactNode {
  const places = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' || typeof value === 'number' ? value : mark + name + mark,
    ]),
  );
  // Odd parts are names of elements; the same one may stand twice.
  const parts = t(english, places).split(mark);
  return parts.map((part, at) => {
    const key = `${at} ${part}`;
    return <Fragment key={key}>{at % 2 === 0 ? part : values[part]}</Fragment>;
  });
}
