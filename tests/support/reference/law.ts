import type { Queue } from './queue';
import { exponential, type Random, serviceTime } from './seeded';

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

/** Time of a visit's own, without waits: work, delay, and with some probability a slow part. */
export interface OwnTime {
  readonly workMs: number;
  readonly cv: number;
  readonly delayMs: number;
  readonly delayCv: number;
  readonly slowShare: number;
  readonly slowMs: number;
}

export const ownMean = ({ workMs, delayMs, slowShare, slowMs }: OwnTime): number =>
  workMs + delayMs + slowShare * slowMs;

/** The slow part is an exponential with some probability: its second moment is 2 p m². */
export const ownVariance = ({ workMs, cv, delayMs, delayCv, slowShare, slowMs }: OwnTime): number =>
  (workMs * cv) ** 2 + (delayMs * delayCv) ** 2 + 2 * slowShare * slowMs ** 2 - (slowShare * slowMs) ** 2;

export const drawOwn = (own: OwnTime, random: Random): number =>
  serviceTime(own.workMs, own.cv, random) +
  serviceTime(own.delayMs, own.delayCv, random) +
  (own.slowShare > 0 && random() < own.slowShare ? own.slowMs * exponential(random) : 0);

/** A sum over [0, 1] whose nodes crowd at 0, where a gamma of a small shape has no bounded density. */
const halves = Array.from({ length: 24 }, (_, cell) =>
  gauss.map(([x, weight]) => {
    const u = (cell + x) / 24;
    return { at: u ** 6, weight: (weight / 24) * 6 * u ** 5 };
  }),
).flat();

function gammaDensity(meanMs: number, cv: number, t: number): number {
  const shape = 1 / cv ** 2;
  const scale = meanMs * cv ** 2;
  return Math.exp((shape - 1) * Math.log(t / scale) - t / scale - logGamma(shape)) / scale;
}

/** P(work + delay ≤ t): the convolution, in two halves, each summed from its own end. */
function unslowedCdf({ workMs, cv, delayMs, delayCv }: OwnTime, t: number): number {
  if (delayMs === 0 || delayCv === 0) return serviceCdf(workMs, cv, t - delayMs);
  if (workMs === 0 || cv === 0) return serviceCdf(delayMs, delayCv, t - workMs);
  if (t <= 0) return 0;
  const half = t / 2;
  return halves.reduce((sum, { at, weight }) => {
    const [low, high] = [half * at, t - half * at];
    return (
      sum +
      half *
        weight *
        (gammaDensity(delayMs, delayCv, low) * serviceCdf(workMs, cv, high) +
          gammaDensity(delayMs, delayCv, high) * serviceCdf(workMs, cv, low))
    );
  }, 0);
}

/** Each step carried from point to point by E' = θ(F − E): E is F later by an exponential of rate θ. */
function laterByExponential(rate: number) {
  let at = 0;
  let carried = 0;
  return (t: number, inside: readonly number[]): number => {
    const width = t - at;
    if (width > 0 && inside.length > 0) {
      carried *= Math.exp(-rate * width);
      gauss.forEach(([x, weight], i) => {
        carried += weight * width * rate * Math.exp(-rate * width * (1 - x)) * (inside[i] ?? Number.NaN);
      });
      at = t;
    }
    return t >= 0 ? carried : 0;
  };
}

/** Wait + own time at one unbounded queue. */
export function responseLaw(queue: Queue, own: OwnTime): Law {
  const { waitProbability } = queue;
  const theta = waitProbability > 0 ? (queue.waitRate ?? Number.NaN) : 1;
  const slowShare = own.slowMs > 0 ? own.slowShare : 0;
  const sigma = slowShare > 0 ? 1 / own.slowMs : 2 * theta;
  const spread = ({ workMs, cv, delayMs, delayCv }: OwnTime) =>
    Math.max(workMs * Math.max(cv, cv ** 2), delayMs * Math.max(delayCv, delayCv ** 2));
  const isConstant = [own.workMs * own.cv, own.delayMs * own.delayCv].every((ms) => ms === 0);
  return {
    draw: (random) => queue.drawWait(random) + drawOwn(own, random),
    breaks: [
      (own.cv === 0 ? own.workMs : 0) + (own.delayCv === 0 ? own.delayMs : 0),
      ...(isConstant ? [own.workMs + own.delayMs] : []),
    ],
    end:
      ownMean(own) +
      40 * Math.max(spread(own), waitProbability > 0 ? 1 / theta : 0, slowShare > 0 ? own.slowMs : 0),
    cdf: (points) => {
      const waited = laterByExponential(theta);
      const slowed = laterByExponential(sigma);
      let at = 0;
      return points.map((t) => {
        const width = t - at;
        const inside =
          width > 0 && waitProbability + slowShare > 0
            ? gauss.map(([x]) => unslowedCdf(own, at + x * width))
            : [];
        at = Math.max(at, t);
        const plain = unslowedCdf(own, t);
        const [w, s] = [waited(t, inside), slowed(t, inside)];
        // Later by both: the difference of the two, by partial fractions of their transforms.
        const both = (sigma * w - theta * s) / (sigma - theta);
        return (
          (1 - waitProbability) * ((1 - slowShare) * plain + slowShare * s) +
          waitProbability * ((1 - slowShare) * w + slowShare * both)
        );
      });
    },
  };
}

/** Any wait and a visit's own time, to be drawn from alone. */
export const responseOfWait = (drawWait: (random: Random) => number, own: OwnTime): Law => ({
  draw: (random) => drawWait(random) + drawOwn(own, random),
  breaks: [],
  end: Number.NaN,
  cdf: () => {
    throw new Error('a response with such a wait is only drawn');
  },
});

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
export const meanOfLaw = (law: Law): number => refined((cells) => integralOn(law, cells, () => 1));

/** Second moment: the integral of 2t (1 − F). */
export const secondOfLaw = (law: Law): number => refined((cells) => integralOn(law, cells, (t) => 2 * t));

function refined(at: (cells: number) => number): number {
  let value = at(300);
  for (let cells = 600; cells < 50_000; cells *= 2) {
    const finer = at(cells);
    if (Math.abs(finer - value) < 1e-8 * finer) return finer;
    value = finer;
  }
  return value;
}

/** Simpson's rule between the breaks, the points crowded behind each break. */
function integralOn(law: Law, cells: number, weightAt: (t: number) => number): number {
  const breaks = [...new Set([0, ...law.breaks, law.end])].sort((a, b) => a - b);
  const places = Array.from({ length: 2 * cells + 1 }, (_, n) => n / (2 * cells));
  const pieces = breaks.slice(1).map((to, i) => ({ from: breaks[i] ?? 0, to }));
  // Just before a jump is not behind it, nor rounded to it once what is later by a constant has taken that away.
  const points = pieces.flatMap(({ from, to }) =>
    places.map((u) => Math.max(from, Math.min(from + (to - from) * u ** 5, to * (1 - 1e-13)))),
  );
  const cdf = law.cdf(points);
  return pieces.reduce((mean, { from, to }, piece) => {
    const part = places.reduce((sum, u, n) => {
      const weight = n === 0 || n === 2 * cells ? 1 : n % 2 === 1 ? 4 : 2;
      const at = piece * places.length + n;
      return sum + weight * 5 * u ** 4 * weightAt(points[at] ?? 0) * (1 - (cdf[at] ?? Number.NaN));
    }, 0);
    return mean + ((to - from) * part) / (6 * cells);
  }, 0);
}
