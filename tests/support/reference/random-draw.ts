import type { Random } from './seeded';

/** What a random system is made of: chances, numbers, one of several. */
export interface Draw {
  chance(probability: number): boolean;
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  one<T>(of: readonly T[]): T;
}

export function drawing(random: Random): Draw {
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return {
    chance: (probability) => random() < probability,
    between: (low, high) => Math.round((low + random() * (high - low)) * 1000) / 1000,
    whole,
    one: (of) => {
      const drawn = of[whole(0, of.length - 1)];
      if (drawn === undefined) throw new Error('nothing to draw from');
      return drawn;
    },
  };
}
