import type { Queue } from './queue';
import { type Random, serviceTime } from './seeded';

/** A distribution of milliseconds: drawn from, and its cumulative distribution at rising points. */
export interface Law {
  draw(random: Random): number;
  cdf(points: readonly number[]): readonly number[];
  /** Where the cumulative distribution jumps or bends. */
  readonly breaks: readonly number[];
  /** A time that it all but never exceeds. */
  readonly end: number;
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

function logGamma(x: number): number {
  const sum = lanczos.reduce((total, term, i) => total + term / (x + i), 0.9999999999998099);
  const t = x + 6.5;
  return (x - 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * sum);
}

/** Regularized lower incomplete gamma: by its series below shape + 1, else by Lentz's continued fraction. */
function gammaCdf(shape: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; term > sum * 1e-16; n += 1) {
      term *= x / (shape + n);
      sum += term;
    }
    return front * sum;
  }
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 1000; i += 1) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return 1 - front * h;
}

function serviceCdf(meanMs: number, cv: number, t: number): number {
  if (cv === 0 || meanMs === 0) return t >= meanMs ? 1 : 0;
  if (cv === 1) return t <= 0 ? 0 : 1 - Math.exp(-t / meanMs);
  return gammaCdf(1 / cv ** 2, t / (meanMs * cv ** 2));
}

/** Nodes and weights of Gauss and Legendre for four points on [0, 1]. */
const gauss = [
  [0.06943184420297371, 0.1739274225687269],
  [0.3300094782075719, 0.3260725774312731],
  [0.6699905217924281, 0.3260725774312731],
  [0.9305681557970262, 0.1739274225687269],
] as const;

/** Wait + service at one unbounded queue: H' = θ(G − H) carried from point to point, for those who wait. */
export function responseLaw(queue: Queue, meanMs: number, cv: number): Law {
  const { waitProbability, waitRate } = queue;
  const theta = waitRate ?? Number.NaN;
  return {
    draw: (random) => queue.drawWait(random) + serviceTime(meanMs, cv, random),
    breaks: cv === 0 ? [meanMs] : [0],
    end: meanMs + 40 * Math.max(meanMs * Math.max(cv, cv ** 2), waitProbability > 0 ? 1 / theta : 0),
    cdf: (points) => {
      let at = 0;
      let waited = 0;
      return points.map((t) => {
        const width = t - at;
        if (waitProbability > 0 && width > 0) {
          waited *= Math.exp(-theta * width);
          for (const [x, weight] of gauss)
            waited +=
              weight *
              width *
              theta *
              Math.exp(-theta * width * (1 - x)) *
              serviceCdf(meanMs, cv, at + x * width);
        }
        at = Math.max(at, t);
        return (1 - waitProbability) * serviceCdf(meanMs, cv, t) + (t >= 0 ? waitProbability * waited : 0);
      });
    },
  };
}

export function later(law: Law, byMs: number): Law {
  if (byMs === 0) return law;
  return {
    draw: (random) => law.draw(random) + byMs,
    cdf: (points) => law.cdf(points.map((t) => t - byMs)),
    breaks: law.breaks.map((t) => t + byMs),
    end: law.end + byMs,
  };
}

const joined = (laws: readonly Law[]) => ({
  breaks: laws.flatMap((law) => law.breaks),
  end: Math.max(...laws.map((law) => law.end)),
});

/** The k-th fastest of independent answers. */
export function fastest(k: number, laws: readonly Law[]): Law {
  return {
    ...joined(laws),
    draw: (random) => laws.map((law) => law.draw(random)).sort((a, b) => a - b)[k - 1] ?? Number.NaN,
    cdf: (points) => {
      const known = new Map([...new Set(laws)].map((law) => [law, law.cdf(points)]));
      const each = laws.map((law) => known.get(law) ?? []);
      return points.map((_, at) => {
        let done = [1];
        for (const cdf of each) {
          const f = cdf[at] ?? Number.NaN;
          done = [...done, 0].map((share, n) => share * (1 - f) + (done[n - 1] ?? 0) * f);
        }
        return done.slice(k).reduce((sum, share) => sum + share, 0);
      });
    },
  };
}

export const slowest = (laws: readonly Law[]): Law => fastest(laws.length, laws);

/** One of several, by share. */
export function oneOf(parts: readonly (readonly [number, Law])[]): Law {
  return {
    ...joined(parts.map(([, law]) => law)),
    draw: (random) => {
      let left = random();
      const [, picked] =
        parts.find(([share]) => {
          left -= share;
          return left < 0;
        }) ??
        parts.at(-1) ??
        [];
      return picked?.draw(random) ?? Number.NaN;
    },
    cdf: (points) => {
      const each = parts.map(([, law]) => law.cdf(points));
      return points.map((_, at) =>
        parts.reduce((sum, [share], i) => sum + share * (each[i]?.[at] ?? Number.NaN), 0),
      );
    },
  };
}

/** Mean: the integral of 1 − F, on twice as many points until that makes no difference. */
export function meanOfLaw(law: Law): number {
  let mean = meanOn(law, 300);
  for (let cells = 600; cells < 50_000; cells *= 2) {
    const finer = meanOn(law, cells);
    if (Math.abs(finer - mean) < 1e-8 * finer) return finer;
    mean = finer;
  }
  return mean;
}

/** Simpson's rule between the breaks, the points crowded behind each break. */
function meanOn(law: Law, cells: number): number {
  const breaks = [...new Set([0, ...law.breaks, law.end])].sort((a, b) => a - b);
  const places = Array.from({ length: 2 * cells + 1 }, (_, n) => n / (2 * cells));
  const pieces = breaks.slice(1).map((to, i) => ({ from: breaks[i] ?? 0, to }));
  // Just before a jump is not behind it.
  const cdf = law.cdf(
    pieces.flatMap(({ from, to }) => places.map((u) => from + (to - from) * Math.min(u ** 5, 1 - 1e-15))),
  );
  return pieces.reduce((mean, { from, to }, piece) => {
    const part = places.reduce((sum, u, n) => {
      const weight = n === 0 || n === 2 * cells ? 1 : n % 2 === 1 ? 4 : 2;
      return sum + weight * 5 * u ** 4 * (1 - (cdf[piece * places.length + n] ?? Number.NaN));
    }, 0);
    return mean + ((to - from) * part) / (6 * cells);
  }, 0);
}
