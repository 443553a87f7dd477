/** A colour as CSS's oklch() takes it: lightness 0..1, chroma, hue in degrees. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

type Rgb = readonly [red: number, green: number, blue: number];

/**
 * Oklab → linear sRGB, with the matrices of Björn Ottosson's definition of Oklab
 * (https://bottosson.github.io/posts/oklab/), as CSS Color 4 uses them.
 */
function toLinearRgb({ lightness, chroma, hue }: Oklch): Rgb {
  const radians = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(radians);
  const b = chroma * Math.sin(radians);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

const inGamut = (rgb: Rgb) => rgb.every((channel) => channel >= -0.0005 && channel <= 1.0005);

function toChannel(linear: number): string {
  const clipped = Math.min(1, Math.max(0, linear));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0');
}

/** The nearest sRGB colour as '#rrggbb'; one outside of sRGB keeps lightness and hue and loses chroma. */
export function toHex(color: Oklch): string {
  let rgb = toLinearRgb(color);
  if (!inGamut(rgb)) {
    let inside = 0;
    let outside = color.chroma;
    for (let i = 0; i < 20; i += 1) {
      const chroma = (inside + outside) / 2;
      if (inGamut(toLinearRgb({ ...color, chroma }))) inside = chroma;
      else outside = chroma;
    }
    rgb = toLinearRgb({ ...color, chroma: inside });
  }
  return `#${rgb.map(toChannel).join('')}`;
}
