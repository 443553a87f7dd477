import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDesign, parseDesignText } from '../../../shared/model/parse';
import { printDesign } from '../../../shared/model/print-design';
import { designs } from './designs';

describe('any sound design', () => {
  test('is read as it is, and printing and reading it is the identity', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const result = parseDesign(design);
        expect(result).toEqual({ ok: true, value: design });
        const again = parseDesignText(printDesign(design));
        expect(again).toEqual({ ok: true, value: design });
        // Order of fields and unknown ones included, which equality alone would not show.
        expect(again.ok && printDesign(again.value)).toBe(printDesign(design));
      }),
      { numRuns: 200 },
    );
  });
});
