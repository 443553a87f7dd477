/** Number of points of the grid on which distributions are composed; a power of two. */
export const gridSize = 512;
const half = gridSize / 2;

/** cos and −sin of 2πk ÷ gridSize. */
export const rootRe = Float64Array.from({ length: gridSize }, (_, k) =>
  Math.cos((2 * Math.PI * k) / gridSize),
);
export const rootIm = Float64Array.from(
  { length: gridSize },
  (_, k) => -Math.sin((2 * Math.PI * k) / gridSize),
);

const reversed = Uint16Array.from({ length: half }, (_, k) => {
  let index = 0;
  for (let bit = 1, value = k; bit < half; bit <<= 1, value >>= 1) index = (index << 1) | (value & 1);
  return index;
});

const workRe = new Float64Array(half);
const workIm = new Float64Array(half);

/** In-place complex transform of the work arrays (already in bit-reversed order); `sign` −1 turns it round, unscaled. */
function transform(sign: 1 | -1): void {
  for (let i = 0; i < half; i += 2) {
    const ar = workRe[i] as number;
    const ai = workIm[i] as number;
    const br = workRe[i + 1] as number;
    const bi = workIm[i + 1] as number;
    workRe[i] = ar + br;
    workIm[i] = ai + bi;
    workRe[i + 1] = ar - br;
    workIm[i + 1] = ai - bi;
  }
  for (let size = 4; size <= half; size <<= 1) {
    const reach = size >> 1;
    const stride = gridSize / size;
    for (let k = 0; k < reach; k++) {
      const wr = rootRe[k * stride] as number;
      const wi = sign * (rootIm[k * stride] as number);
      for (let i = k; i < half; i += size) {
        const j = i + reach;
        const xr = workRe[j] as number;
        const xi = workIm[j] as number;
        const tr = wr * xr - wi * xi;
        const ti = wr * xi + wi * xr;
        const ar = workRe[i] as number;
        const ai = workIm[i] as number;
        workRe[i] = ar + tr;
        workIm[i] = ai + ti;
        workRe[j] = ar - tr;
        workIm[j] = ai - ti;
      }
    }
  }
}

/** Σ values[k] e^(−2πi jk ÷ gridSize) for j = 0 … gridSize ÷ 2 into `re` and `im`. */
export function realTransform(values: Float64Array, re: Float64Array, im: Float64Array): void {
  for (let i = 0; i < half; i++) {
    const k = reversed[i] as number;
    workRe[i] = values[2 * k] as number;
    workIm[i] = values[2 * k + 1] as number;
  }
  transform(1);
  for (let k = 0; k <= half; k++) {
    const a = k === half ? 0 : k;
    const b = k === 0 ? 0 : half - k;
    const evenRe = ((workRe[a] as number) + (workRe[b] as number)) / 2;
    const evenIm = ((workIm[a] as number) - (workIm[b] as number)) / 2;
    const oddRe = ((workIm[a] as number) + (workIm[b] as number)) / 2;
    const oddIm = ((workRe[b] as number) - (workRe[a] as number)) / 2;
    const wr = k === half ? -1 : (rootRe[k] as number);
    const wi = k === half ? 0 : (rootIm[k] as number);
    re[k] = evenRe + wr * oddRe - wi * oddIm;
    im[k] = evenIm + wr * oddIm + wi * oddRe;
  }
}

/** The inverse of `realTransform`, scaled. */
export function realInverse(re: Float64Array, im: Float64Array, values: Float64Array): void {
  for (let i = 0; i < half; i++) {
    const k = reversed[i] as number;
    const m = half - k;
    const evenRe = ((re[k] as number) + (re[m] as number)) / 2;
    const evenIm = ((im[k] as number) - (im[m] as number)) / 2;
    const diffRe = ((re[k] as number) - (re[m] as number)) / 2;
    const diffIm = ((im[k] as number) + (im[m] as number)) / 2;
    const wr = rootRe[k] as number;
    const wi = -(rootIm[k] as number);
    const oddRe = wr * diffRe - wi * diffIm;
    const oddIm = wr * diffIm + wi * diffRe;
    workRe[i] = evenRe - oddIm;
    workIm[i] = evenIm + oddRe;
  }
  transform(-1);
  for (let i = 0; i < half; i++) {
    values[2 * i] = (workRe[i] as number) / half;
    values[2 * i + 1] = (workIm[i] as number) / half;
  }
}
