import type { Patch } from '../../../shared/model/changes';
import type { Mark } from '../../../shared/model/schema';

/** The fields of an annotation that say how it is drawn, as the document has them. */
export type WrittenStyle = Partial<
  Pick<Mark, 'color' | 'fill' | 'size' | 'dashed' | 'strokePx' | 'shape' | 'route' | 'startHead' | 'endHead'>
>;
export type StyleFieldId = keyof WrittenStyle;
/** How an annotation is drawn: what its tool remembers, and the inspector shows; undefined is the usual. */
export type MarkStyle = { readonly [Id in StyleFieldId]?: WrittenStyle[Id] | undefined };

/** The change of a document that gives an annotation this style; what is the usual is taken out of it. */
export const stylePatch = (style: MarkStyle): Patch<WrittenStyle> =>
  Object.fromEntries(Object.entries(style).map(([field, value]) => [field, value ?? null]));

/** A style without what is the usual. */
export const writtenStyle = (style: MarkStyle): WrittenStyle =>
  Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
