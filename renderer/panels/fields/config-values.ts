import { type HealthChecks, healthChecksOf } from '../../../shared/catalog/health-checks';
import { kindOf, technologyOf } from '../../../shared/catalog/index';
import type { Default } from '../../../shared/catalog/kind';
import { neutralDefaults } from '../../../shared/catalog/neutral';
import type { ResolvedDesign, ResolvedNode } from '../../../shared/catalog/resolved';
import type { Config, ConfigField } from '../../../shared/model/config';
import type { DeepReadonly } from '../../../shared/model/forms';
import type { PricePerGb } from '../../../shared/model/price-per-gb';

export type ConfigValue = DeepReadonly<NonNullable<Config[ConfigField]>> | PricePerGb;

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

/** What a distributor's health checks cover; null of what picks by weight alone. */
export function healthChecksIn(
  { nodes, edges }: Pick<ResolvedDesign, 'nodes' | 'edges'>,
  node: ResolvedNode,
): HealthChecks | null {
  if (node.behaviour !== 'distributor' || !node.config.failover) return null;
  const callees = new Set(edges.filter(({ from, choice }) => from === node.id && choice).map(({ to }) => to));
  return healthChecksOf(
    node,
    nodes.filter(({ id }) => callees.has(id)),
  );
}

/** The value where neither the document nor a default sets one: quorums follow from the replicas. */
function derivedOf(
  node: ResolvedNode,
  field: ConfigField,
  checks: HealthChecks | null,
): ConfigValue | undefined {
  if (field === 'readQuorum' || field === 'writeQuorum') return node.config[field];
  return field === 'healthChecks' ? (checks?.depth ?? 'self') : undefined;
}

/** The value while the field is not set: the default, or what follows from other fields. */
export const fallbackOf = (
  node: ResolvedNode,
  field: ConfigField,
  checks: HealthChecks | null = null,
): ConfigValue | undefined => defaultOf(node, field)?.value ?? derivedOf(node, field, checks);
