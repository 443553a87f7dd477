import { overlayIds } from '../../diagram/overlay-ids';
import { z } from '../../model/zod';
import { optionWords } from '../options';
import { isColour } from './colour';

/** The option that embeds the design in the picture; see `OptionWords.bytesPerPackedByte`. */
export const embedOption = (bytesPerPackedByte: number) =>
  z
    .boolean()
    .default(true)
    .register(optionWords, {
      title: 'Design inside',
      note: '{size} more: the whole design, notes and all, so that the picture can be opened and edited here. Copies do not contain it.',
      bytesPerPackedByte,
      flag: { name: 'no-embed', summary: 'Leave the design out of the picture.' },
    });

/** What can be chosen about a picture of any format. */
export const pictureOptions = {
  // Not the window's theme: a picture is for a page, which is white.
  theme: z
    .enum(['light', 'dark'])
    .default('light')
    .register(optionWords, {
      title: 'Colours',
      offered: [
        ['light', 'Light'],
        ['dark', 'Dark'],
      ],
      flag: { name: 'theme', summary: 'Of a picture; light where left out.' },
    }),
  /** What cards show, with a legend; without figures nothing. */
  overlay: z
    .enum(overlayIds)
    .default('load')
    .register(optionWords, {
      title: 'Cards show',
      offered: [
        ['load', 'Load'],
        ['latency', 'Latency'],
        ['tail', 'Share of p99'],
        ['layer', 'By layer'],
        ['availability', 'Availability'],
        ['cost', 'Cost'],
        ['findings', 'Findings'],
      ],
      flag: {
        name: 'overlay',
        value: 'FIGURE',
        summary: `What cards show in colours, with a legend: ${overlayIds.join(', ')}; load where left out.`,
      },
    }),
  /** The theme's background where it is not set. */
  background: z
    .string()
    .refine(isColour)
    .optional()
    .register(optionWords, {
      title: 'Background',
      off: 'none',
      flag: {
        name: 'background',
        value: 'none|COLOR',
        summary: 'Of a picture; that of its theme where left out.',
        expected: 'none or a colour such as #ffffff',
      },
    }),
  figures: z.boolean().default(true).register(optionWords, { title: 'Figures' }),
  lanes: z
    .boolean()
    .default(false)
    .register(optionWords, {
      title: 'Lanes',
      note: 'A column per layer, with its figures',
      flag: { name: 'lanes', summary: 'Draw a picture in lanes, a column per layer with its figures.' },
    }),
  caption: z
    .boolean()
    .default(true)
    .register(optionWords, { title: 'Caption', note: 'Load, flows, p99 against target, date' }),
};

/** An SVG contains the packed design in base64, which is a third longer. */
export const svgOptions = z.object({ ...pictureOptions, embed: embedOption(4 / 3) });
