import { resolvedOf } from '../../shared/catalog/resolved-index';
import type { Design } from '../../shared/model/schema';
import { partNames } from '../../shared/rules/finding-text';
import { language } from '../words/language';

/** The name of a part of a design, as findings call it. */
export const partName = (design: Design, id: string): string =>
  partNames(resolvedOf(design).design, language())(id);
