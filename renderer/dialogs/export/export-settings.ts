import type { Format } from '../../../shared/formats/format';
import type { OptionValues } from '../../../shared/formats/options';
import { pngFormat } from '../../../shared/formats/png';

/** What the export dialog was set to; kept while the window stands, so that the next export begins with it. */
export interface ExportSettings {
  readonly format: Format;
  /** Options that were changed, by name: what pictures of one format are set to holds for the other. */
  readonly options: OptionValues;
}

let last: ExportSettings = { format: pngFormat, options: {} };

export const lastSettings = (): ExportSettings => last;

export function keepSettings(settings: ExportSettings): void {
  last = settings;
}
