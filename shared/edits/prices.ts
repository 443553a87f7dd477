import type { Change } from '../model/changes';
import type { PricePerGb } from '../model/price-per-gb';
import type { Design, PriceField, PriceNote } from '../model/schema';

/** A price of the design's own in place of the book's; null gives it back to the book, and what was noted of it goes. */
export function priceChanges(design: Design, field: PriceField, price: PricePerGb | null): readonly Change[] {
  const sources = price === null ? { sources: withNote(design, field, {}) } : {};
  return [{ op: 'patch-prices', patch: { [field]: price, ...sources } }];
}

/** What is noted of a price of the design's own: an empty text is removed. */
export function priceNoteChanges(
  design: Design,
  field: PriceField,
  patch: { readonly [K in keyof PriceNote]?: string },
): readonly Change[] {
  const note = { ...design.system.prices?.sources?.[field], ...patch };
  const written = Object.fromEntries(Object.entries(note).filter(([, text]) => text !== ''));
  return [{ op: 'patch-prices', patch: { sources: withNote(design, field, written) } }];
}

function withNote(design: Design, field: PriceField, note: PriceNote) {
  const { [field]: _before, ...others } = design.system.prices?.sources ?? {};
  const sources = Object.keys(note).length === 0 ? others : { ...others, [field]: note };
  return Object.keys(sources).length === 0 ? null : sources;
}
