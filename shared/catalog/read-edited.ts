import { formProblems } from '../model/form-problems';
import { jsonProblem } from '../model/json-value';
import type { Result } from '../model/result';
import {
  type Design,
  designSchema,
  type Edge,
  edgesOf,
  type Node,
  nodesOf,
  type System,
} from '../model/schema';
import type { z } from '../model/zod';
import { kindOf } from './index';
import { readDesign } from './read';

/**
 * What `applyChanges` made of a sound design, as `readDesign` reads it, in time that follows the edit and not the design: only parts
 * that it touched are looked at. What cannot be said by them alone is read whole. Places are not looked at, nor how much there is in
 * all: after the last edit of many the design is to be read once.
 */
export function readEdited(before: Design, after: Design): Result<Design> {
  return isSurelySound(before, after) ? { ok: true, value: after } : readDesign(after);
}

const { nodes, edges, flows, groups } = designSchema.shape.system.shape;
const partSchemas = { nodes, edges, flows, groups } as const;
type PartList = keyof typeof partSchemas;
const partLists = Object.keys(partSchemas) as readonly PartList[];

const lookedAt: ReadonlySet<string> = new Set(['system', 'layout']);

function isSurelySound(before: Design, after: Design): boolean {
  if (after === before) return true;
  if (!keepsFields(before, after, lookedAt) || after.layout?.marks !== before.layout?.marks) return false;
  if (after.system === before.system) return true;
  if (!keepsFields(before.system, after.system, new Set(partLists))) return false;
  const touchedNodes = touched(nodesOf(before), nodesOf(after));
  const touchedEdges = touched(edgesOf(before), edgesOf(after));
  return (
    partLists.every((list) => haveForm(list, before.system, after.system)) &&
    touchedNodes.every((node) => isKnownNode(before, node)) &&
    touchedEdges.every((edge) => isKnownEdge(after, edge))
  );
}

/** Whether all fields but some are the same, none new and none gone. */
function keepsFields<T extends object>(before: T, after: T, but: ReadonlySet<string>): boolean {
  const names = Object.keys({ ...before, ...after }) as (string & keyof T)[];
  return names.every((name) => but.has(name) || before[name] === after[name]);
}

/** The items that were not there, in this form, before. */
function touched<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  if (before === after) return [];
  if (after.length >= before.length) return after.filter((item, at) => item !== before[at]);
  // After a removal the rest stand elsewhere.
  const known = new Set(before);
  return after.filter((item) => !known.has(item));
}

function haveForm(list: PartList, before: System, after: System): boolean {
  const [old, now] = [before[list] ?? [], after[list] ?? []];
  if (old === now) return true;
  const schema: z.ZodType = partSchemas[list].unwrap().element;
  const items: readonly unknown[] = touched<unknown>(old, now);
  return items.every((item) => jsonProblem(item) === null && formProblems(schema, item, 1).length === 0);
}

/** A node of a known kind that no edge can have taken for a cache that it is no longer, and without quorums to compare. */
function isKnownNode(before: Design, node: Node): boolean {
  const { config = {} } = node;
  if (kindOf(node.kind) === undefined) return false;
  if (config.readQuorum !== undefined || config.writeQuorum !== undefined) return false;
  const old = nodesOf(before).find(({ id }) => id === node.id);
  return old === undefined || (old.kind === node.kind && old.config?.behaviour === config.behaviour);
}

/** An edge that waits for no miss, or for those of a kind that is a cache by itself. */
function isKnownEdge(after: Design, { onMissOf }: Edge): boolean {
  if (onMissOf === undefined) return true;
  const cache = nodesOf(after).find(({ id }) => id === onMissOf);
  const kind = cache === undefined ? undefined : kindOf(cache.kind);
  return kind?.id !== 'custom' && kind?.behaviour === 'aside-cache';
}
