import { z } from '../../model/zod';
import { optionWords } from '../options';
import { embedOption, pictureOptions } from '../svg/options';

export const pngOptions = z.object({
  scale: z
    .number()
    .min(0.1)
    .max(16)
    .default(2)
    .register(optionWords, {
      title: 'Scale',
      offered: [
        [1, '1×'],
        [2, '2×'],
        [3, '3×'],
      ],
      flag: {
        name: 'scale',
        value: 'N',
        summary: 'Pixels of a PNG for each of the picture; 2 where left out.',
      },
    }),
  ...pictureOptions,
  embed: embedOption(1),
});
