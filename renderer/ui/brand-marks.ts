import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { type IconNode, iconOf, isIcon, markOfPath } from '../../shared/diagram/icons';
import { brandLoaders } from './brand-loaders';
import { type Deferred, once } from './deferred';

interface BrandMark extends Deferred {
  /** Nothing while it is not loaded. */
  readonly lines: () => IconNode;
}

const loaders: Readonly<Record<string, () => Promise<string>>> = brandLoaders;
const marks = new Map<string, BrandMark>();

/** The mark of a product, the same object each time; a name that has none is a plain box. */
export function brandMark(name: string): BrandMark {
  const known = marks.get(name) ?? newMark(name);
  marks.set(name, known);
  return known;
}

function newMark(name: string): BrandMark {
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  let lines: IconNode | null = load === undefined ? iconOf(name) : null;
  return {
    load: once(async () => {
      if (load !== undefined) lines = markOfPath(await load());
    }),
    isLoaded: () => lines !== null,
    lines: () => lines ?? [],
  };
}

/** The marks that a design's cards bear. */
export function marksIn({ nodes }: Pick<ResolvedDesign, 'nodes'>): readonly Deferred[] {
  const names = new Set(nodes.map(({ kind }) => kind.icon).filter((name) => !isIcon(name)));
  return [...names].map(brandMark);
}

export async function loadMarks(design: Pick<ResolvedDesign, 'nodes'>): Promise<void> {
  await Promise.all(marksIn(design).map((mark) => mark.load()));
}

/** An icon, or a product's mark where it is loaded, by its name. */
export const iconLines = (name: string): IconNode => (isIcon(name) ? iconOf(name) : brandMark(name).lines());
