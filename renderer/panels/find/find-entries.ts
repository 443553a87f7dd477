import { nodeTitle } from '../../../shared/catalog/node-title';
import { groupKindTitles } from '../../../shared/diagram/group-look';
import { markStates } from '../../../shared/model/marks';
import { type Box, type Design, groupsOf, marksOf, nodesOf } from '../../../shared/model/schema';
import { flowKindNames } from '../../../shared/model/term-names';
import type { Finding } from '../../../shared/rules/rule';
import { annotationKindOf } from '../../canvas/annotations/index';
import { groupTitle } from '../../canvas/groups/group-titles';
import { partBoxes } from '../../canvas/part-boxes';
import { resolvedOf } from '../../store/report';
import { language } from '../../words/language';
import { t } from '../../words/t';
import { type Fold, wordsOf } from './searched-text';

/** What can be found, in the order of the filters. */
export const foundKinds = ['component', 'edge', 'group', 'annotation', 'flow', 'finding'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** Something that can be found: a part, or a finding on one. */
export interface FindEntry {
  readonly kind: FoundKind;
  /** The part that is shown for it; `*` is the design. */
  readonly part: string;
  /** What it is called in the bar. */
  readonly title: string;
  /** All that it is found by, folded. */
  readonly text: string;
}

interface Sources {
  readonly design: Design;
  readonly findings: readonly Finding[];
  /** The title of a rule; undefined while it is not loaded. */
  readonly ruleTitle: (rule: string) => string | undefined;
  readonly fold: Fold;
}

type Written = Omit<FindEntry, 'text'> & { readonly words: readonly (string | undefined)[] };

function componentEntries(design: Design): readonly Written[] {
  const notes = new Map(nodesOf(design).map(({ id, note }) => [id, note]));
  return resolvedOf(design).design.nodes.map((node) => {
    const title = nodeTitle(node, language());
    const words = [title, t(node.kind.title), node.technology ?? undefined, notes.get(node.id)];
    return { kind: 'component', part: node.id, title, words };
  });
}

function edgeEntries(design: Design): readonly Written[] {
  const { nodes, design: resolved } = resolvedOf(design);
  const nameOf = (id: string): string => {
    const node = nodes.get(id);
    return node === undefined ? id : nodeTitle(node, language());
  };
  return resolved.edges.map(({ id, from, to, label, protocol }) => {
    const title = `${nameOf(from)} → ${nameOf(to)}`;
    return { kind: 'edge', part: id, title, words: [title, label ?? undefined, protocol ?? undefined] };
  });
}

const groupEntries = (design: Design): readonly Written[] =>
  groupsOf(design).map((group) => {
    const title = groupTitle(group);
    const words = [title, t(groupKindTitles[group.kind]), group.jurisdiction];
    return { kind: 'group', part: group.id, title, words };
  });

function annotationEntries(design: Design): readonly Written[] {
  const { hidden } = markStates(design);
  return marksOf(design).flatMap((mark): readonly Written[] => {
    if (hidden.has(mark.id)) return [];
    const kind = t(annotationKindOf(mark.kind)?.title ?? 'Annotation');
    const text = (mark.text ?? '').replace(/\s+/g, ' ').trim();
    return [{ kind: 'annotation', part: mark.id, title: text === '' ? kind : text, words: [text, kind] }];
  });
}

const flowEntries = (design: Design): readonly Written[] =>
  resolvedOf(design).design.flows.map(({ id, name, kind }) => ({
    kind: 'flow',
    part: id,
    title: name,
    words: [name, t('flow'), t(flowKindNames[kind])],
  }));

const findingEntries = ({ findings, ruleTitle }: Sources): readonly Written[] =>
  findings.map(({ rule, code, target }) => {
    const title = ruleTitle(rule);
    const named = title === undefined ? code : t(title);
    return { kind: 'finding', part: target, title: named, words: [named, code] };
  });

/** Between the texts of one entry, so that no word is found across two. */
const between = '\n';

/** All that can be found in a design, in the order in which one reads it. Made once for a design; finding reads it alone. */
export function findEntries(sources: Sources): readonly FindEntry[] {
  const { design, fold } = sources;
  const written = [
    ...componentEntries(design),
    ...edgeEntries(design),
    ...groupEntries(design),
    ...annotationEntries(design),
    ...flowEntries(design),
    ...findingEntries(sources),
  ];
  const placeOf = readingOrder(design);
  return written
    .map(({ words, ...entry }) => ({
      entry: { ...entry, text: fold(words.filter((word) => word !== undefined).join(between)) },
      place: placeOf(entry.part),
    }))
    .sort((a, b) => a.place.y - b.place.y || a.place.x - b.place.x)
    .map(({ entry }) => entry);
}

/** Rows of this height are read from left to right, canvas px. */
const rowPx = 80;
const nowhere = { x: 0, y: Number.POSITIVE_INFINITY };

function readingOrder(design: Design): (part: string) => { readonly x: number; readonly y: number } {
  const boxOf = partBoxOf(design);
  return (part) => {
    const box = boxOf(part);
    return box === null ? nowhere : { x: box.x, y: Math.floor(box.y / rowPx) };
  };
}

/** Where a part is: of an edge the box around both ends, of a flow its client; null for what stands nowhere. */
export function partBoxOf(design: Design): (part: string) => Box | null {
  const boxes = partBoxes(design);
  const { edges, design: resolved } = resolvedOf(design);
  const entries = new Map(resolved.flows.map(({ id, entry }) => [id, entry]));
  return (part) => {
    const box = boxes.get(part) ?? boxes.get(entries.get(part) ?? '');
    if (box !== undefined) return box;
    const edge = edges.get(part);
    const [from, to] = [boxes.get(edge?.from ?? ''), boxes.get(edge?.to ?? '')];
    return from === undefined || to === undefined ? null : middleBetween(from, to);
  };
}

/** A small box in the middle between two. */
function middleBetween(a: Box, b: Box): Box {
  const x = (a.x + a.width / 2 + b.x + b.width / 2) / 2;
  const y = (a.y + a.height / 2 + b.y + b.height / 2) / 2;
  return { x: x - 40, y: y - 20, width: 80, height: 40 };
}

export interface Found {
  /** One for each part, the first of what it was found by. */
  readonly matches: readonly FindEntry[];
  /** How many of each kind there are, whatever is filtered. */
  readonly counts: Readonly<Record<FoundKind, number>>;
}

const noCounts: Readonly<Record<FoundKind, number>> = {
  component: 0,
  edge: 0,
  group: 0,
  annotation: 0,
  flow: 0,
  finding: 0,
};

/** What is found for a text, of these kinds alone or of all where none is given. Nothing is found for an empty text. */
export function findIn(
  entries: readonly FindEntry[],
  text: string,
  kinds: ReadonlySet<FoundKind>,
  fold: Fold,
): Found {
  const words = wordsOf(fold(text));
  if (words.length === 0) return { matches: [], counts: noCounts };
  const counts = { ...noCounts };
  const byPart = new Map<string, FindEntry>();
  for (const entry of entries) {
    if (!words.every((word) => entry.text.includes(word))) continue;
    counts[entry.kind] += 1;
    if ((kinds.size === 0 || kinds.has(entry.kind)) && !byPart.has(entry.part)) byPart.set(entry.part, entry);
  }
  return { matches: [...byPart.values()], counts };
}
