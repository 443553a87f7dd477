export type ExportFormat = 'png' | 'svg' | 'json';

/** What the export dialog was set to; kept while the window stands, so that the next export begins with it. */
export interface ExportSettings {
  readonly format: ExportFormat;
  readonly scale: 1 | 2 | 3;
  readonly theme: 'light' | 'dark';
  readonly background: boolean;
  readonly caption: boolean;
  readonly figures: boolean;
  readonly embed: boolean;
}

let last: ExportSettings = {
  format: 'png',
  scale: 2,
  // Not the window's: a picture is for a page, which is white.
  theme: 'light',
  background: true,
  caption: true,
  figures: true,
  embed: true,
};

export const lastSettings = (): ExportSettings => last;

export function keepSettings(settings: ExportSettings): void {
  last = settings;
}
