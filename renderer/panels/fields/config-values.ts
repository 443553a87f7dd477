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
    // A read or a write takes the service time of the same layer where that has none of its own.
    if ((field === 'readMs' || field === 'writeMs') && layer.serviceMs !== undefined) return layer.serviceMs;
  }
  return undefined;
}

/** The value in force where neither the document nor a default names one: quorums follow from the replicas. */
function derivedOf(node: ResolvedNode, field: ConfigField): ConfigValue | undefined {
  if (field === 'readQuorum' || field === 'writeQuorum') return node.config[field];
  return undefined;
}

/** What holds while the document says nothing: the default, or what follows from other fields. */
export const fallbackOf = (node: ResolvedNode, field: ConfigField): ConfigValue | undefined =>
  defaultOf(node, field)?.value ?? derivedOf(node, field);
