import type { Quantities, Quantity } from './quantity';

/** Quantities of which a message may compare two, by their units. */
const compared = ['rps', 'ms', 'share', 'usd'] as const;

const quantityIn: Readonly<Record<(typeof compared)[number], (value: number) => Quantity>> = {
  rps: (rps) => ({ rps }),
  ms: (ms) => ({ ms }),
  share: (share) => ({ share }),
  usd: (usd) => ({ usd }),
};

/** Of values that differ by less, relatively, the difference is noise of floating point. */
const noise = 1e-6;

const mostDigits = 6;

interface Figure {
  readonly name: string;
  readonly value: number;
}

/**
 * The texts of those values that differ but would read alike, by name, with as few more significant digits as part them: of
 * 3 201 and 3 200 rps, which both read '3.2k rps', '3 201 rps' and '3 200 rps'. Null where no two read alike. `short` prints a
 * quantity as it is in a message, `exact` with all its digits.
 */
export function toldApart(
  values: Quantities,
  short: (quantity: Quantity) => string,
  exact: (quantity: Quantity) => string,
): ReadonlyMap<string, string> | null {
  let texts: Map<string, string> | null = null;
  for (const unit of compared) {
    const figures = figuresIn(values, unit);
    if (figures.length < 2) continue;
    const quantity = (value: number): Quantity => quantityIn[unit](value);
    for (const figure of figures) {
      const text = short(quantity(figure.value));
      const rival = figures.find(
        ({ value }) => differ(value, figure.value) && short(quantity(value)) === text,
      );
      if (rival === undefined) continue;
      texts ??= new Map();
      texts.set(
        figure.name,
        partedFrom(figure.value, rival.value, (value) => exact(quantity(value))),
      );
    }
  }
  return texts;
}

function figuresIn(values: Quantities, unit: (typeof compared)[number]): readonly Figure[] {
  return Object.entries(values).flatMap(([name, quantity]) => {
    if (typeof quantity === 'string' || !(unit in quantity)) return [];
    const value: unknown = Reflect.get(quantity, unit);
    return typeof value === 'number' && Number.isFinite(value) ? [{ name, value }] : [];
  });
}

const differ = (a: number, b: number): boolean =>
  Math.abs(a - b) > noise * Math.max(Math.abs(a), Math.abs(b));

function partedFrom(value: number, rival: number, exact: (value: number) => string): string {
  for (let digits = 3; digits < mostDigits; digits += 1) {
    const text = exact(Number(value.toPrecision(digits)));
    if (text !== exact(Number(rival.toPrecision(digits)))) return text;
  }
  return exact(Number(value.toPrecision(mostDigits)));
}
