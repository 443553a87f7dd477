import { describe, expect, test } from 'vitest';
import { firstSettings, keepSettings } from '../../../../renderer/dialogs/export/export-settings';
import { svgFormat } from '../../../../shared/formats/svg';

describe('the settings that the export dialog starts from', () => {
  const shown = { overlay: 'cost', lanes: true, figures: false } as const;

  test('are what the canvas shows', () => {
    expect(firstSettings(shown).options).toMatchObject(shown);
  });

  test('are otherwise those of the last export', () => {
    keepSettings({
      format: svgFormat,
      options: { caption: false, overlay: 'latency', lanes: true, figures: false },
    });
    expect(firstSettings({ overlay: 'load', lanes: false, figures: true })).toEqual({
      format: svgFormat,
      options: { caption: false, overlay: 'load', lanes: false, figures: true },
    });
  });
});
