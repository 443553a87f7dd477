/** Differences this small are made of rounding. */
const leastDifference = 1e-14;

/**
 * The limit of a complex sequence of which three members in a row are given, each difference being the same multiple of the one
 * before (Aitken's Δ²): c + (c − b) q ÷ (1 − q) with q = (c − b) ÷ (b − a). The last member where they do not close in.
 */
export function extrapolated(
  aRe: number,
  aIm: number,
  bRe: number,
  bIm: number,
  cRe: number,
  cIm: number,
): { readonly re: number; readonly im: number } {
  const firstRe = bRe - aRe;
  const firstIm = bIm - aIm;
  const nextRe = cRe - bRe;
  const nextIm = cIm - bIm;
  const size = firstRe * firstRe + firstIm * firstIm;
  const still = { re: cRe, im: cIm };
  if (!(size > leastDifference ** 2) || nextRe * nextRe + nextIm * nextIm >= size) return still;
  // q ÷ (1 − q) = next ÷ (first − next)
  const gapRe = firstRe - nextRe;
  const gapIm = firstIm - nextIm;
  const gap = gapRe * gapRe + gapIm * gapIm;
  if (!(gap > 0)) return still;
  const qRe = (nextRe * gapRe + nextIm * gapIm) / gap;
  const qIm = (nextIm * gapRe - nextRe * gapIm) / gap;
  return { re: cRe + nextRe * qRe - nextIm * qIm, im: cIm + nextRe * qIm + nextIm * qRe };
}
