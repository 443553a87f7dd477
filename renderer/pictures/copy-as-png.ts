import { platform } from '../platform/current';
import { fileNameOf } from '../storage/file';
import { currentDesign } from '../store/document';
import { useSelection } from '../store/selection';
import { useView } from '../store/view';
import { toast } from '../store/workspace';
import { t } from '../words/t';
import { selectedParts } from './selected-parts';
import { shownOptions } from './shown-options';

/** Puts the selected parts, or the whole design, on the clipboard as a picture. */
export async function copyAsPng(): Promise<void> {
  const design = currentDesign();
  if (design === null) return;
  const selected = selectedParts(design, useSelection.getState().ids);
  const png = import('./write-open').then(({ pngToCopy }) =>
    pngToCopy({
      design,
      options: { ...shownOptions(useView.getState()), caption: selected.length === 0 },
      ...(selected.length === 0 ? {} : { only: selected }),
    }),
  );
  await putOnClipboard(png, design.name);
}

/** The picture on the clipboard, or offered as a file where the browser refuses. */
export async function putOnClipboard(png: Promise<Blob>, name: string): Promise<void> {
  if (await platform().copyImage(png)) {
    toast(t('Copied as PNG'));
    return;
  }
  const picture = await png;
  toast(t('The browser does not allow copying a picture here.'), {
    action: {
      label: t('Save as file'),
      run: () => void platform().saveFile(fileNameOf(name, 'png'), picture),
    },
  });
}
