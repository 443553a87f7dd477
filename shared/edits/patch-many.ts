import { kindOf } from '../catalog/index';
import type { Kind } from '../catalog/kind';
import { resolvedOf } from '../catalog/resolved-index';
import { message, words } from '../math/message';
import type { Change } from '../model/changes';
import { type ConfigField, configSchema } from '../model/config';
import { configFields } from '../model/fields/index';
import { own } from '../model/own';
import { type Design, type Node, nodesOf } from '../model/schema';
import { type EditResult, edited, refused } from './edit';

/** A field of the configuration over several components: its one value, or that they differ. */
export interface SharedField {
  readonly field: ConfigField;
  /** The value that all of them have in the document; undefined where none has one, or where they differ. */
  readonly value: NonNullable<Node['config']>[ConfigField] | undefined;
  readonly isMixed: boolean;
  /** Some of them have a value in the document. */
  readonly isSet: boolean;
}

/** The fields that every one of these components offers, the main ones of the first before its others. */
export function sharedFields(design: Design, ids: readonly string[]): readonly SharedField[] {
  const nodes = chosen(design, ids);
  const [first, ...others] = nodes.map((node) => fieldsOf(kindOf(node.kind)));
  if (first === undefined) return [];
  return [...first]
    .filter((field) => others.every((fields) => fields.has(field)))
    .map((field) => sharedField(nodes, field));
}

const chosen = (design: Design, ids: readonly string[]): readonly Node[] => {
  const wanted = new Set(ids);
  return nodesOf(design).filter(({ id }) => wanted.has(id));
};

const fieldsOf = (kind: Kind | undefined): ReadonlySet<ConfigField> => {
  const fields = kind === undefined ? [] : [...kind.main, ...kind.more];
  return new Set(fields.filter((field) => configFields[field].offered !== false));
};

function sharedField(nodes: readonly Node[], field: ConfigField): SharedField {
  const values = nodes.map(({ config }) => config?.[field]);
  const texts = new Set(values.map((value) => JSON.stringify(value) ?? ''));
  const isMixed = texts.size > 1;
  return {
    field,
    value: isMixed ? undefined : values[0],
    isMixed,
    isSet: values.some((value) => value !== undefined),
  };
}

export interface PatchManyArguments {
  readonly ids: readonly string[];
  /** A field of the configuration. */
  readonly field: string;
  /** null resets it to the default of each component. */
  readonly value?: unknown;
}

/** Sets one field of several components at once; what already has the value stays as it is. */
export function patchMany(design: Design, { ids, field, value = null }: PatchManyArguments): EditResult {
  const info = own(configFields, field);
  if (info === undefined) return refused('There is no field {field}.', { field });
  const { nodes } = resolvedOf(design);
  const missing = ids.find((id) => !nodes.has(id));
  if (missing !== undefined) return refused('There is no component {id}.', { id: missing });
  if (value !== null && !configSchema.safeParse({ [field]: value }).success)
    return refused('{field} cannot have this value.', { field });
  const wanted = value === null ? undefined : JSON.stringify(value);
  const changed = chosen(design, ids).filter(
    ({ config }) => JSON.stringify(config?.[field as ConfigField]) !== wanted,
  );
  return edited(
    message('{count, plural, one {Change {field} of # component} other {Change {field} of # components}}', {
      count: { count: changed.length },
      field: words(info.title),
    }),
    changed.map(({ id }): Change => ({ op: 'patch-config', id, patch: { [field]: value } })),
  );
}
