import type { Analysis } from '../../shared/analysis/analysis';
import { resolve } from '../../shared/catalog/resolve';
import type { Theme } from '../../shared/diagram/palette';
import { toSvg } from '../../shared/formats/svg/draw';
import type { SvgPicture } from '../../shared/formats/svg/picture';
import type { Design } from '../../shared/model/schema';
import { language } from '../words/language';
import { pictureFontCss } from './picture-font';

/** A small design with its figures as a picture in the window: no caption, on whatever is behind it. */
export async function examplePicture(
  design: Design,
  analysis: Analysis | null,
  theme: Theme,
): Promise<SvgPicture> {
  const fontCss = await pictureFontCss(JSON.stringify(design.system));
  const options = { theme, background: 'none', padding: 8, fontCss, language: language() } as const;
  return toSvg(design, resolve(design), analysis, options);
}
