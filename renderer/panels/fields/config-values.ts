import { kindOf, technologyOf } from '../../../shared/catalog/index';
import type { Default } from '../../../shared/catalog/kind';
import { neutralDefaults } from '../../../shared/catalog/neutral';
import type { ResolvedNode } from '../../../shared/catalog/resolved';
import type { Config, ConfigField } from '../../../shared/model/config';

export type ConfigValue = NonNullable<Config[ConfigField]>;

/** The default of a field for this node: its technology's, its kind's, or the neutral one. */
export function defaultOf(node: ResolvedNode, field: ConfigField): Default<ConfigValue> | undefined {
  const kind = kindOf(node.kind.id) ?? node.kind;
  const technology = technologyOf(kind, node.technology ?? undefined);
  for (const layer of [technology?.defaults ?? {}, kind.defaults, neutralDefaults]) {
    const found: Default<ConfigValue> | undefined = layer[field];
    if (found !== undefined) return found;
    // Reads and writes use the service time of the same layer where they have none.
    if ((field === 'readMs' || field === 'writeMs') && layer.serviceMs !== undefined) return layer.serviceMs;
  }
  return undefined;
}

/** The value where neither the document nor a default sets one: quorums follow from the replicas. */
function derivedOf(node: ResolvedNode, field: ConfigField): ConfigValue | undefined {
  if (field === 'readQuorum' || field === 'writeQuorum') return node.config[field];
  return undefined;
}

/** The value while the field is not set: the default, or what follows from other fields. */
export const fallbackOf = (node: ResolvedNode, field: ConfigField): ConfigValue | undefined =>
  defaultOf(node, field)?.value ?? derivedOf(node, field);
