import { type BoundedWait, type FreeWait, noWait, type Response, sojourn, total } from './response';
import { isConstant, type Service } from './sojourn';

/** Time of a visit's own: work that occupies a server, and what occupies none. */
export interface OwnTime {
  readonly work: Service;
  readonly delay: Service;
  /** With probability `share` a visit takes an exponential time of this mean more. */
  readonly slow: { readonly share: number; readonly meanMs: number };
}

/** Mean of a visit's own time. */
export const ownMeanMs = ({ work, delay, slow }: OwnTime): number =>
  work.meanMs + delay.meanMs + slow.share * slow.meanMs;

/** Rates nearer to each other than this are set apart: the difference of their tails would lose its digits. */
const leastApart = 1e-5;

/**
 * A wait and, with probability `share`, an independent exponential time after it. The sum of exponentials of rates a and b has the
 * tail (b e^(−at) − a e^(−bt)) ÷ (b − a), so that the weights of terms can be negative. Equal rates are set apart by a
 * hundred-thousandth, which changes the tail by its square.
 */
export function thenExponential(wait: FreeWait, share: number, meanMs: number): FreeWait {
  if (share <= 0 || meanMs <= 0) return wait;
  const rate = 1 / meanMs;
  const terms: { weight: number; ratePerMs: number }[] = [];
  let waiting = 0;
  for (const { weight, ratePerMs } of wait.terms) {
    waiting += weight;
    if (share < 1) terms.push({ weight: weight * (1 - share), ratePerMs });
    const isNear = Math.abs(ratePerMs - rate) < leastApart * rate;
    const a = isNear ? rate * (1 - leastApart / 2) : ratePerMs;
    const b = isNear ? rate * (1 + leastApart / 2) : rate;
    terms.push({ weight: (weight * share * b) / (b - a), ratePerMs: a });
    terms.push({ weight: (-weight * share * a) / (b - a), ratePerMs: b });
  }
  terms.push({ weight: (1 - waiting) * share, ratePerMs: rate });
  return { kind: 'free', terms };
}

/** Wait and own time of a visit, and a constant on top. */
export function visitResponse(wait: FreeWait | BoundedWait, own: OwnTime, constantMs = 0): Response {
  const { work, delay, slow } = own;
  if (delay.meanMs === 0 && slow.share * slow.meanMs === 0) return sojourn(wait, work, constantMs);
  let fixedMs = constantMs;
  const spread: Service[] = [];
  for (const time of [work, delay]) {
    if (isConstant(time)) fixedMs += time.meanMs;
    else spread.push(time);
  }
  // Of two times that vary, an exponential one joins the wait, and the tail stays in closed form.
  const exponential = spread.length === 2 ? spread.findIndex(({ cv }) => cv === 1) : -1;
  const [joining] = exponential < 0 ? [] : spread.splice(exponential, 1);
  const [service = constantTime, other] = spread;
  const after = (before: FreeWait): FreeWait =>
    thenExponential(
      thenExponential(before, slow.share, slow.meanMs),
      joining === undefined ? 0 : 1,
      joining?.meanMs ?? 0,
    );
  if (wait.kind === 'free') {
    const first = sojourn(after(wait), service, fixedMs);
    return other === undefined ? first : total(first, sojourn(noWait, other));
  }
  return total(sojourn(wait, service, fixedMs), sojourn(after(noWait), other ?? constantTime));
}

const constantTime: Service = { meanMs: 0, cv: 0 };

/** A response after a wait that is exponential with probability `share`. */
export const afterWait = (response: Response, share: number, meanMs: number): Response =>
  share <= 0 ? response : total(response, sojourn(thenExponential(noWait, share, meanMs), constantTime));
