import type { Prices as OwnPrices } from '../model/schema';
import type { Source } from './kind';

type Prices = Required<Omit<OwnPrices, 'book' | 'sources'>>;

/** What a provider asks for traffic that leaves a component: list prices of one region at one date. */
export interface PriceBook {
  /** Provider, region; what `system.prices.book` names. */
  readonly id: string;
  readonly title: string;
  /** Day on which the prices were read, ISO 8601. */
  readonly date: string;
  readonly prices: Prices;
  /** Where each price is from. */
  readonly sources: { readonly [P in keyof Prices]: Source };
}

const awsPricing: Source = {
  kind: 'source',
  text: 'List prices of data transfer, EC2 on demand; the first 100 GB a month, which are free, are not counted',
  url: 'https://aws.amazon.com/ec2/pricing/on-demand/',
};

const awsUsEast1: PriceBook = {
  id: 'aws-us-east-1',
  title: 'AWS, N. Virginia (us-east-1)',
  date: '2026-06-01',
  prices: {
    internetEgressUsdPerGb: [
      { uptoGb: 10_240, usd: 0.09 },
      { uptoGb: 51_200, usd: 0.085 },
      { uptoGb: 153_600, usd: 0.07 },
      { usd: 0.05 },
    ],
    // 0.01 on each side of a call.
    crossZoneUsdPerGb: 0.02,
    crossRegionUsdPerGb: 0.02,
  },
  sources: {
    internetEgressUsdPerGb: awsPricing,
    crossZoneUsdPerGb: awsPricing,
    crossRegionUsdPerGb: awsPricing,
  },
};

const googleNetwork: Source = {
  kind: 'source',
  text: 'Table of Google Cloud network prices: 0.01 between zones and up to 0.02 between regions of a continent, asked once, where the data leave',
  url: 'https://brainagents.ai/gcpfinops/blog/gcp-network-egress-cross-region-costs',
};

const googleUsCentral1: PriceBook = {
  id: 'gcp-us-central1',
  title: 'Google Cloud, Iowa (us-central1)',
  date: '2026-12-01',
  prices: {
    internetEgressUsdPerGb: [{ uptoGb: 1024, usd: 0.12 }, { uptoGb: 10_240, usd: 0.11 }, { usd: 0.08 }],
    crossZoneUsdPerGb: 0.01,
    crossRegionUsdPerGb: 0.02,
  },
  sources: {
    internetEgressUsdPerGb: {
      kind: 'source',
      text: 'Table of the premium network tier from North America',
      url: 'https://dev.to/suhas_mallesh/gcp-defaults-every-vm-to-premium-network-and-youre-paying-40-more-for-egress-you-dont-need-5bhm',
    },
    crossZoneUsdPerGb: googleNetwork,
    crossRegionUsdPerGb: googleNetwork,
  },
};

const azureTransfer: Source = {
  kind: 'source',
  text: 'Azure data transfer as MongoDB Atlas lists it: within a continent, and out to the internet; prices of larger volumes are left out',
  url: 'https://github.com/mongodb/docs/blob/main/content/atlas/source/includes/atlas-stream-processing/azure-data-transfer-cost.rst',
};

const azureEastUs: PriceBook = {
  id: 'azure-eastus',
  title: 'Azure, Virginia (East US)',
  date: '2026-12-01',
  prices: { internetEgressUsdPerGb: 0.087, crossZoneUsdPerGb: 0, crossRegionUsdPerGb: 0.02 },
  sources: {
    internetEgressUsdPerGb: azureTransfer,
    crossZoneUsdPerGb: {
      kind: 'source',
      text: 'Nothing is asked between the zones of a region',
      url: 'https://adammazouz.com/post/2023/8/understanding-azure-bandwidth-part-1/',
    },
    crossRegionUsdPerGb: azureTransfer,
  },
};

const ownServers: Source = { kind: 'assumption', text: 'Servers of your own, or a contract by bandwidth' };

const noBook: PriceBook = {
  id: 'none',
  title: 'No price book: traffic costs nothing',
  date: '2026-06-01',
  prices: { internetEgressUsdPerGb: 0, crossZoneUsdPerGb: 0, crossRegionUsdPerGb: 0 },
  sources: {
    internetEgressUsdPerGb: ownServers,
    crossZoneUsdPerGb: ownServers,
    crossRegionUsdPerGb: ownServers,
  },
};

/** Every price book, the one that holds where a design names none first. */
export const priceBooks: readonly PriceBook[] = [awsUsEast1, googleUsCentral1, azureEastUs, noBook];

/** The book that a design names, or the default; undefined for a name that no book has. */
export const priceBookOf = (id: string | undefined): PriceBook | undefined =>
  id === undefined ? awsUsEast1 : priceBooks.find((book) => book.id === id);

/** Prices of a design: its own over those of its book. */
export function pricesOf(own: OwnPrices): OwnPrices {
  const book = priceBookOf(own.book)?.prices ?? {};
  return { ...book, ...own };
}
