import { formatMs } from '../../shared/math/format';
import type { Design } from '../../shared/model/schema';
import { t } from '../i18n/t';
import { resolvedOf } from '../store/report';
import { toast } from '../store/workspace';

/** Says which calls now take another network, after parts went into or out of a zone or region. */
export function noticeNetworks(before: Design, after: Design): void {
  const old = resolvedOf(before).edges;
  const { design, nodes } = resolvedOf(after);
  const changed = design.edges.filter((edge) => {
    const was = old.get(edge.id);
    return was !== undefined && was.network !== edge.network;
  });
  const [first, ...others] = changed;
  if (first === undefined) return;
  const network = t(first.network);
  const rtt = formatMs(first.rttMs);
  if (others.length > 0 && others.every((edge) => edge.network === first.network)) {
    toast(t('{count} calls are now {network}, {rtt} each', { count: changed.length, network, rtt }));
    return;
  }
  const from = nodes.get(first.from)?.name ?? first.from;
  const to = nodes.get(first.to)?.name ?? first.to;
  toast(t('{from} → {to} is now {network}, {rtt}', { from, to, network, rtt }));
}
