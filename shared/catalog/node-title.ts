import { inLanguage } from '../math/format-message';
import { english, type Language } from '../math/language';
import type { ResolvedNode } from './resolved';

/** The name that a person gave a node, as it was written; the title of its kind in the language where it has none. */
export const nodeTitle = (
  { name, named, kind }: Pick<ResolvedNode, 'name' | 'named' | 'kind'>,
  language: Language = english,
): string => (named ? name : inLanguage(language, kind.title));
