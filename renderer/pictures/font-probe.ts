import type { SvgPicture } from '../../shared/formats/svg/picture';

/**
 * A browser draws a picture before the embedded font is ready, in another font and without notice. So a line of wide
 * letters is added below the picture while it is drawn: when it is as wide as in Inter, the font is loaded.
 */
const probe = { latin: 'mmmmmmmm', cyrillic: 'жжжжжж', size: 16, weight: 500, height: 48 } as const;
const tolerancePx = 1.5;
const pollEveryMs = 16;
/** After this time the picture is drawn in another font. */
const timeoutMs = 3_000;

const rows = [
  { text: probe.latin, baseline: 18, letters: /^/ },
  { text: probe.cyrillic, baseline: 42, letters: /[\u0400-\u04ff]/ },
] as const;

export interface ProbedPicture {
  readonly svg: string;
  /** Top of the probe's lines, in px of the picture. */
  readonly top: number;
  readonly texts: readonly { readonly text: string; readonly baseline: number }[];
}

/** The picture with the probe below it. */
export function withProbe({ svg, width, height }: SvgPicture): ProbedPicture {
  const texts = rows.filter((row) => row.letters.test(svg));
  const lines = texts.map(
    ({ text, baseline }) =>
      `<text x="0" y="${height + baseline}" font-size="${probe.size}" font-weight="${probe.weight}">${text}</text>`,
  );
  const total = height + probe.height;
  const taller = svg
    .replace(`height="${height}"`, `height="${total}"`)
    .replace(`viewBox="0 0 ${width} ${height}"`, `viewBox="0 0 ${width} ${total}"`)
    .replace(/<\/svg>\s*$/, `${lines.join('')}</svg>`);
  return { svg: taller, top: height, texts };
}

/** Waits until the picture is drawn in Inter, or until the timeout. */
export async function untilDrawnInInter(image: HTMLImageElement, probed: ProbedPicture): Promise<void> {
  const font = `${probe.weight} ${probe.size}px Inter`;
  await Promise.all(probed.texts.map(({ text }) => document.fonts.load(font, text)));
  const canvas = document.createElement('canvas');
  canvas.width = 200;
  canvas.height = probe.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return;
  context.font = font;
  const expected = probed.texts.map(({ text }) => context.measureText(text).actualBoundingBoxRight);
  const isDrawn = (): boolean => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    const { width, height } = canvas;
    context.drawImage(image, 0, probed.top, width, height, 0, 0, width, height);
    return probed.texts.every(({ baseline }, at) => {
      const strip = context.getImageData(0, baseline - probe.size, width, probe.size + 4);
      return Math.abs(inkWidth(strip) - (expected[at] ?? 0)) <= tolerancePx;
    });
  };
  const start = performance.now();
  while (!isDrawn() && performance.now() - start < timeoutMs)
    await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
}

/** Right edge of the drawn pixels, px; faint edges of letters do not count. */
function inkWidth({ data, width, height }: ImageData): number {
  const alphaOf = (x: number, y: number): number => data[(y * width + x) * 4 + 3] ?? 0;
  for (let x = width - 1; x >= 0; x -= 1)
    for (let y = 0; y < height; y += 1) if (alphaOf(x, y) > 96) return x + 1;
  return 0;
}
