import type { BranchOutcome, RequestBranch } from '../../../shared/analysis/request-branches';
import type { RequestHop } from '../../../shared/analysis/request-path';
import { countText, msText, shareText } from '../../words/figures';
import { listed, t } from '../../words/t';

type NameOf = (id: string) => string;

/** The whole time of a hop; null where it has no bound. */
export function hopMs({ networkMs, waitMs, serviceMs }: RequestHop): number | null {
  return waitMs === null || serviceMs === null ? null : networkMs + waitMs + serviceMs;
}

/** How much of the request's time a hop takes: '38 % · 12 ms'. */
export function hopTime(hop: RequestHop): string {
  const ms = hopMs(hop);
  if (ms === null) return t('unbounded');
  return hop.share === null
    ? msText(ms)
    : t('{share} · {time}', { share: shareText(hop.share), time: msText(ms) });
}

/** Shorter than anything that is measured, ms. */
const leastMs = 1e-3;

/** A part of a hop’s time as text. */
export const partTime = (ms: number | null): string =>
  ms === null ? t('unbounded') : msText(ms < leastMs ? 0 : ms);

/** What a hop’s time is made of. */
export function hopParts(hop: RequestHop): readonly {
  readonly kind: 'network' | 'wait' | 'service';
  readonly name: string;
  readonly ms: number | null;
}[] {
  return [
    { kind: 'network', name: t('network'), ms: hop.networkMs },
    { kind: 'wait', name: t('wait'), ms: hop.waitMs },
    { kind: 'service', name: t('service'), ms: hop.serviceMs },
  ];
}

/** How often the call is made in one request; '' where it is once. */
export function callsWords({ edge, calls }: RequestHop): string {
  if (edge === null || Math.abs(calls - 1) < 1e-9) return '';
  if (calls < 1) return t('in {share} of the requests', { share: shareText(calls) });
  return t('{count} calls per request', { count: countText(calls) });
}

/** One outcome with its probability and where it leads. */
function outcomeWords({ kind, probability, edges }: BranchOutcome, calleeOf: NameOf): string {
  const share = shareText(probability);
  const targets = listed([...new Set(edges.map(calleeOf))]);
  if (kind === 'hit') return t('hit {share}', { share });
  if (kind === 'none') return t('no call {share}', { share });
  if (kind === 'pick') return t('{target} {share}', { target: targets, share });
  return targets === ''
    ? t('miss {share}', { share })
    : t('miss {share} → {target}', { share, target: targets });
}

/** What is decided at a hop, with the cache that decides it where it is one. */
export function branchWords(
  { cache, outcomes }: RequestBranch,
  nameOf: NameOf,
  calleeOf: NameOf,
): { readonly title: string; readonly outcomes: readonly string[] } {
  return {
    title: cache === null ? t('One of') : nameOf(cache),
    outcomes: outcomes.map((outcome) => outcomeWords(outcome, calleeOf)),
  };
}
