import type { Format } from '../../../shared/formats/format';
import type { OptionValues } from '../../../shared/formats/options';
import { pngFormat } from '../../../shared/formats/png';
import { shownOptions } from '../../pictures/shown-options';

/** The settings of the export dialog; kept while the window is open, as defaults of the next export. */
export interface ExportSettings {
  readonly format: Format;
  /** Options that were changed, by name; formats share the options that they have in common. */
  readonly options: OptionValues;
}

let last: ExportSettings = { format: pngFormat, options: {} };

/** What the dialog starts from: the last settings, but for what the canvas shows now. */
export const firstSettings = (view: Parameters<typeof shownOptions>[0]): ExportSettings => ({
  ...last,
  options: { ...last.options, ...shownOptions(view) },
});

export function keepSettings(settings: ExportSettings): void {
  last = settings;
}
