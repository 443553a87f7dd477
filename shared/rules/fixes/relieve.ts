import type { ResolvedNode } from '../../catalog/resolved';
import type { QuickFix, RuleContext } from '../rule';
import { addCache } from './add-cache';
import { addReplicas } from './add-replicas';

/** What brings a busy node back under its planned limit: a cache where a store's reads are what is too much, else more servers. */
export function relieve(context: RuleContext, node: ResolvedNode): QuickFix | null {
  const cache = node.behaviour === 'store' ? addCache(context, node) : null;
  return cache ?? addReplicas(context, node);
}
