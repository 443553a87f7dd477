import type { Network } from '../model/vocabulary';
import { assumed, sourced } from './basis';
import type { Default } from './kind';
import type { ResolvedNode } from './resolved';

/** Round trip of each network, ms. */
export const roundTripMs: Readonly<Record<Network, Default<number>>> = {
  'same-host': assumed(0.05, 'Through the loopback of one machine', [0.01, 0.1]),
  'same-zone': sourced(
    0.5,
    'Round trip within the same datacenter; 0.1 to 0.3 is measured in one rack',
    'https://github.com/donnemartin/system-design-primer#latency-numbers-every-programmer-should-know',
    [0.1, 0.7],
  ),
  'cross-zone': sourced(
    1.5,
    '0.5 to 1.5 ms between zones as a rule, 3.4 ms the worst measured',
    'https://xkyle.com/Measuring-AWS-Region-and-AZ-Latency/',
    [0.5, 3.5],
  ),
  'cross-region': sourced(
    70,
    '40 to 70 ms within a continent, 80 to 200 ms between',
    'https://vetoralabs.com',
    [40, 200],
  ),
  internet: assumed(20, 'A user to the nearest edge: 10 to 30 ms wired', [10, 100]),
};

/** Round trip over a mobile network to the nearest edge, ms. */
export const mobileRoundTripMs: Default<number> = sourced(
  75,
  'A phone to the nearest edge: 50 to 100 ms on 4G, a median ping of 55 ms being measured; 20 to 40 on wireless LAN and 5G',
  'https://calendar.perfplanet.com/2013/network-latency-4g/',
  [20, 150],
);

/** Where two nodes stand to each other. */
export function networkBetween(from: ResolvedNode, to: ResolvedNode): Exclude<Network, 'same-host'> {
  if (isOutside(from) || isOutside(to)) return 'internet';
  if (from.region !== null && to.region !== null && from.region !== to.region) return 'cross-region';
  return from.zone !== null && to.zone !== null && from.zone !== to.zone ? 'cross-zone' : 'same-zone';
}

/** People and other companies; an identity provider that one runs oneself is inside. */
const isOutside = ({ behaviour, kind }: ResolvedNode): boolean =>
  (behaviour === 'source' && kind.id !== 'scheduler') ||
  (kind.layer === 'external' && kind.managed !== false);
