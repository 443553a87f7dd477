import type { Format } from '../../../shared/formats/format';
import type { OptionValues } from '../../../shared/formats/options';
import { pngFormat } from '../../../shared/formats/png';

/** The settings of the export dialog; kept while the window is open, as defaults of the next export. */
export interface ExportSettings {
  readonly format: Format;
  /** Options that were changed, by name; formats share the options that they have in common. */
  readonly options: OptionValues;
}

let last: ExportSettings = { format: pngFormat, options: {} };

export const lastSettings = (): ExportSettings => last;

export function keepSettings(settings: ExportSettings): void {
  last = settings;
}
