import { field, usd } from './field';

/** What it costs. */
export const costFields = {
  unitCostUsd: field(usd, { title: 'Cost per server', hint: 'US dollars per month' }),
  storageUsdPerGbMonth: field(usd, { title: 'Storage cost per GB', hint: 'US dollars per month' }),
  egressUsdPerGb: field(usd, { title: 'Egress cost per GB' }),
};
