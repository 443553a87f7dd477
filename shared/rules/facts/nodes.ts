import type { OtherConfig, ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import type { Behaviour } from '../../model/vocabulary';

const nobody: readonly ResolvedNode[] = [];

/** The nodes of a design sorted out by what most rules look for, each list in the document's order. */
interface Sorted {
  readonly byBehaviour: ReadonlyMap<Behaviour, readonly ResolvedNode[]>;
  readonly byKind: ReadonlyMap<string, readonly ResolvedNode[]>;
}

const sorted = new WeakMap<ResolvedDesign, Sorted>();

function sortedOf(design: ResolvedDesign): Sorted {
  const known = sorted.get(design);
  if (known !== undefined) return known;
  const byBehaviour = new Map<Behaviour, ResolvedNode[]>();
  const byKind = new Map<string, ResolvedNode[]>();
  for (const node of design.nodes) {
    push(byBehaviour, node.behaviour, node);
    push(byKind, node.kind.id, node);
  }
  const found = { byBehaviour, byKind };
  sorted.set(design, found);
  return found;
}

function push<K>(lists: Map<K, ResolvedNode[]>, key: K, node: ResolvedNode): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [node]);
  else list.push(node);
}

/** The nodes of a behaviour, in the document's order; sorted out once, for many rules look at one behaviour only. */
export const nodesOfBehaviour = (design: ResolvedDesign, behave: Behaviour): readonly ResolvedNode[] =>
  sortedOf(design).byBehaviour.get(behave) ?? nobody;

/** The nodes of a kind of the catalog, in the document's order. */
export const nodesOfKind = (design: ResolvedDesign, kind: string): readonly ResolvedNode[] =>
  sortedOf(design).byKind.get(kind) ?? nobody;

type Field = keyof OtherConfig;

const settings = new WeakMap<ResolvedDesign, ReadonlySet<Readonly<Partial<OtherConfig>>>>();

/** The different `config.other` of a design: nodes of a kind that say nothing themselves share theirs. */
function settingsOf(design: ResolvedDesign): ReadonlySet<Readonly<Partial<OtherConfig>>> {
  const known = settings.get(design);
  if (known !== undefined) return known;
  const found = new Set<Readonly<Partial<OtherConfig>>>();
  for (const { config } of design.nodes) found.add(config.other);
  settings.set(design, found);
  return found;
}

const saying = new WeakMap<ResolvedDesign, Map<Field, readonly ResolvedNode[]>>();

/**
 * The nodes whose `config.other` has the field, set or by default, in the document's order. Found once a design; where no setting of
 * the design has it, without a look at the nodes.
 */
export function nodesSaying(design: ResolvedDesign, field: Field): readonly ResolvedNode[] {
  const ofDesign = saying.get(design) ?? new Map<Field, readonly ResolvedNode[]>();
  saying.set(design, ofDesign);
  const known = ofDesign.get(field);
  if (known !== undefined) return known;
  const found = someSays(design, field)
    ? design.nodes.filter(({ config }) => config.other[field] !== undefined)
    : nobody;
  ofDesign.set(field, found);
  return found;
}

function someSays(design: ResolvedDesign, field: Field): boolean {
  for (const setting of settingsOf(design)) if (setting[field] !== undefined) return true;
  return false;
}
