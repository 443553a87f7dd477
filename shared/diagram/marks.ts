import { type BrandName, brandPaths } from './brands/index';
import { type IconNode, iconOf, markOfPath } from './icons';

const marks: ReadonlyMap<string, IconNode> = new Map(
  Object.entries(brandPaths).map(([name, d]) => [name, markOfPath(d)]),
);

/** The slugs of the products that have a mark. */
export const markNames = [...marks.keys()] as readonly BrandName[];

/** The mark of the product of that slug, or else the icon of that name. */
export const markOf = (name: string): IconNode => marks.get(name) ?? iconOf(name);
