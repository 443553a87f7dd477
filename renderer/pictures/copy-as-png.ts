import { platform } from '../platform/current';
import { fileNameOf } from '../storage/file';
import { currentDesign } from '../store/document';
import { useSelection } from '../store/selection';
import { toast } from '../store/workspace';
import { t } from '../words/t';
import { selectedParts } from './selected-parts';

const scale = 2;

/** Puts the selected parts, or the whole design, on the clipboard as a picture. */
export async function copyAsPng(): Promise<void> {
  const design = currentDesign();
  if (design === null) return;
  const selected = selectedParts(design, useSelection.getState().ids);
  const png = import('./picture').then(({ pngOf }) =>
    pngOf(
      design,
      {
        theme: 'light',
        background: true,
        caption: selected.length === 0,
        figures: true,
        embed: false,
        ...(selected.length === 0 ? {} : { only: selected }),
      },
      scale,
    ),
  );
  await putOnClipboard(png, design.name);
}

/** The picture on the clipboard, or offered as a file where the browser does not let it there. */
export async function putOnClipboard(png: Promise<Blob>, name: string): Promise<void> {
  if (await platform().copyImage(png)) {
    toast(t('Copied as PNG'));
    return;
  }
  const picture = await png;
  toast(t('The browser does not let a picture onto the clipboard here.'), {
    action: {
      label: t('Save as file'),
      run: () => void platform().saveFile(fileNameOf(name, 'png'), picture),
    },
  });
}
