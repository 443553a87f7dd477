import { kindOf } from '../catalog/index';
import { kindByName } from '../catalog/kind-by-name';
import type { PurposeMatch } from '../catalog/kind-by-purpose';
import { resolvedOf } from '../catalog/resolved-index';
import { contains, isPlainBox } from '../layout/geometry';
import { type Box, type Design, type Mark, marksOf } from '../model/schema';
import { isNamedShape, nameIn } from './named-shape';
import { partBoxes } from './part-boxes';

/** A plain box or a drawn shape that can become a component, with what it most likely is. */
export interface Convertible {
  readonly id: string;
  /** As the component will be called. */
  readonly name: string;
  readonly isShape: boolean;
  /** The kind that its name or form means; null where they say nothing. */
  readonly guess: PurposeMatch | null;
}

/** What a form means by itself, where the words in it say nothing. */
const kindsOfShapes: Readonly<Record<string, string>> = {
  cylinder: 'sql-database',
  person: 'client',
  cloud: 'external-api',
};

function guessOf(name: string, shape: string | undefined): PurposeMatch | null {
  const byName = kindByName(name);
  if (byName !== null || shape === undefined) return byName;
  const id = Object.hasOwn(kindsOfShapes, shape) ? kindsOfShapes[shape] : undefined;
  const kind = id === undefined ? undefined : kindOf(id);
  return kind === undefined ? null : { kind };
}

/** Shapes around other parts are boundaries, not components. */
function boundaries(design: Design, shapes: readonly Mark[]): ReadonlySet<string> {
  const boxes = partBoxes(design);
  const inner: readonly (readonly [string, Box])[] = [
    ...resolvedOf(design).design.nodes.map(({ id }) => id),
    ...shapes.map(({ id }) => id),
  ].flatMap((id) => {
    const box = boxes.get(id);
    return box === undefined ? [] : [[id, box] as const];
  });
  return new Set(
    shapes.flatMap(({ id }) => {
      const outer = boxes.get(id);
      const holdsPart =
        outer !== undefined && inner.some(([other, box]) => other !== id && contains(outer, box));
      return holdsPart ? [id] : [];
    }),
  );
}

/**
 * Which of these parts can be turned into components: plain boxes, and shapes with a text in them. Notes, texts, and shapes
 * that are drawn around others stay what they are.
 */
export function convertibleParts(design: Design, ids: Iterable<string>): readonly Convertible[] {
  const named = new Set(ids);
  const shapes = marksOf(design).filter(isNamedShape);
  const around = boundaries(design, shapes);
  return [
    ...resolvedOf(design).design.nodes.flatMap((node): Convertible[] =>
      named.has(node.id) && isPlainBox(node)
        ? [{ id: node.id, name: node.name, isShape: false, guess: guessOf(node.name, undefined) }]
        : [],
    ),
    ...shapes.flatMap((mark): Convertible[] => {
      if (!named.has(mark.id) || around.has(mark.id)) return [];
      const name = nameIn(mark.text);
      return [{ id: mark.id, name, isShape: true, guess: guessOf(name, mark.shape) }];
    }),
  ];
}
