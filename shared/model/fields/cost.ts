import { field, usd, usdPerGb } from './field';

/** What it costs. */
export const costFields = {
  unitCostUsd: field(usd, { title: 'Cost per server', hint: 'US dollars per month' }),
  storageUsdPerGbMonth: field(usdPerGb, {
    title: 'Storage cost per GB',
    hint: 'US dollars per month, in tiers by volume where it has some',
  }),
  requestUsdPerMillion: field(usd, {
    title: 'Cost per million requests',
    hint: 'US dollars; where reads and writes cost the same',
  }),
  readUsdPerMillion: field(usd, { title: 'Cost per million reads', hint: 'US dollars' }),
  writeUsdPerMillion: field(usd, { title: 'Cost per million writes', hint: 'US dollars' }),
  egressUsdPerGb: field(usdPerGb, {
    title: 'Egress cost per GB',
    hint: 'US dollars, in tiers by volume where it has some',
  }),
};
