import { type BrandName, brandPaths } from './brands/index';
import { type IconNode, iconOf, logoOfPath } from './icons';

const logos: ReadonlyMap<string, IconNode> = new Map(
  Object.entries(brandPaths).map(([name, d]) => [name, logoOfPath(d)]),
);

/** The slugs of the products that have a logo. */
export const logoNames = [...logos.keys()] as readonly BrandName[];

/** The logo of the product of that slug, or else the icon of that name. */
export const logoOf = (name: string): IconNode => logos.get(name) ?? iconOf(name);
