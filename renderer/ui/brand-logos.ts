import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { type IconNode, iconOf, isIcon, logoOfPath } from '../../shared/diagram/icons';
import { brandLoaders } from './brand-loaders';
import { type Deferred, once } from './deferred';

interface BrandLogo extends Deferred {
  /** Nothing while it is not loaded. */
  readonly lines: () => IconNode;
}

const loaders: Readonly<Record<string, () => Promise<string>>> = brandLoaders;
const logos = new Map<string, BrandLogo>();

/** The logo of a product, the same object each time; an unknown name gives a plain box. */
export function brandLogo(name: string): BrandLogo {
  const known = logos.get(name) ?? newLogo(name);
  logos.set(name, known);
  return known;
}

function newLogo(name: string): BrandLogo {
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  let lines: IconNode | null = load === undefined ? iconOf(name) : null;
  return {
    load: once(async () => {
      if (load !== undefined) lines = logoOfPath(await load());
    }),
    isLoaded: () => lines !== null,
    lines: () => lines ?? [],
  };
}

/** The logos on the cards of a design. */
export function logosIn({ nodes }: Pick<ResolvedDesign, 'nodes'>): readonly Deferred[] {
  const names = new Set(nodes.map(({ kind }) => kind.icon).filter((name) => !isIcon(name)));
  return [...names].map(brandLogo);
}

export async function loadLogos(design: Pick<ResolvedDesign, 'nodes'>): Promise<void> {
  await Promise.all(logosIn(design).map((logo) => logo.load()));
}

/** An icon or, once loaded, a product's logo, by name. */
export const iconLines = (name: string): IconNode => (isIcon(name) ? iconOf(name) : brandLogo(name).lines());
