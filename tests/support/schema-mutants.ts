import { designJsonSchema } from '../../shared/model/json-schema';

type Random = () => number;
const picked = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

interface Schema {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Numbers between the bounds of a field, and the bounds: next to nothing, ordinary ones, and as many as there may be. */
const amounts = [
  0, 5e-324, 1e-310, 1e-30, 1e-9, 1e-3, 0.3, 0.999_999, 1, 1.5, 3, 20, 700, 1e5, 1e6, 1e9, 1e12,
];

function valueFor(schema: Schema, random: Random): unknown {
  const { type, minimum = 0, maximum = Number.MAX_VALUE, enum: values, anyOf, items } = schema;
  if (values !== undefined) return picked(random, values);
  if (anyOf !== undefined) return valueFor(picked(random, anyOf), random);
  if (type === 'boolean') return random() < 0.5;
  if (type === 'string') return picked(random, ['x', 'https', 'EU']);
  if (type === 'array') return items === undefined ? [] : [valueFor(items, random)];
  const within = [minimum, maximum, ...amounts.filter((of) => of >= minimum && of <= maximum)];
  const value = picked(random, within);
  return type === 'integer' ? Math.max(minimum, Math.round(value)) : value;
}

const system = (designJsonSchema()['properties'] as { readonly system: Schema }).system.properties ?? {};
const partOf = (list: string): Schema => system[list]?.items ?? {};

/** Fields that name other parts, or are lists of those: another value would only be refused. */
const references = new Set([
  'id',
  'from',
  'to',
  'entry',
  'kind',
  'onMissOf',
  'fallbackOf',
  'group',
  'parent',
  'hitRates',
  'flows',
]);

/** A holder of fields within a document, and the schema of it. */
interface Place {
  readonly holder: Record<string, unknown>;
  readonly schema: Schema;
}

/** Every object of a system whose fields may be set, those that are not there yet included. */
function placesIn(document: { readonly system: object }): readonly Place[] {
  const of = document.system as Record<string, unknown>;
  const within = (holder: Record<string, unknown>, field: string, schema: Schema): readonly Place[] => {
    const inner = schema.properties?.[field];
    if (inner?.properties === undefined) return [];
    holder[field] ??= {};
    return [{ holder: holder[field] as Record<string, unknown>, schema: inner }];
  };
  const lists = ['flows', 'nodes', 'edges', 'groups'].flatMap((list) =>
    ((of[list] ?? []) as Record<string, unknown>[]).flatMap((part) => [
      { holder: part, schema: partOf(list) },
      ...['config', 'targets', 'rate'].flatMap((field) => within(part, field, partOf(list))),
    ]),
  );
  return [...lists, ...['workload', 'targets'].flatMap((field) => within(of, field, { properties: system }))];
}

function setField({ holder, schema }: Place, random: Random): void {
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) => !references.has(name));
  if (fields.length === 0) return;
  const [name, of] = picked(random, fields);
  if (of.properties !== undefined) return;
  holder[name] = valueFor(of, random);
  // A rate is one of both.
  if (name === 'rps') delete holder['share'];
  if (name === 'share' && holder['rps'] !== undefined) delete holder['share'];
}

/** A copy of a design with one to eight of the fields of the format set anew, within their bounds, and now and then a call more. */
export function mutantOf(design: object, random: Random): object {
  const copy = structuredClone(design) as { system: { edges?: object[]; nodes?: { id: string }[] } };
  const places = placesIn(copy);
  const times = 1 + Math.floor(random() * 8);
  for (let time = 0; time < times; time++) setField(picked(random, places), random);
  const { nodes = [], edges = [] } = copy.system;
  if (random() < 0.2 && nodes.length > 0)
    edges.push({
      id: 'one-more',
      from: picked(random, nodes).id,
      to: picked(random, nodes).id,
      calls: picked(random, [0.01, 0.5, 1, 1e6]),
    });
  return copy;
}
