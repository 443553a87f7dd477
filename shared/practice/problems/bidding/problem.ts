import { type Problem, problemFormat, problemVersion } from '../../problem';
import { designOf } from '../design';
import oneClock from './one-clock.json';
import oneRegion from './one-region.json';
import race from './race.json';
import reference from './reference.json';
import unbatched from './unbatched.json';
import unconflated from './unconflated.json';

export const problem: Problem = {
  format: problemFormat,
  version: problemVersion,
  id: 'bidding',
  title: 'Bidding platform',
  summary: 'Auctions with a strict order of bids, live prices, and a rush in the last seconds.',
  prompt: {
    text: 'Design an auction site such as eBay. Sellers list items, people look at them and bid, and watch the price live. An auction ends at a stated second, and the highest bid wins. Most people bid in the last moments. Tell me how you keep that fair and fast.',
  },
  questions: [
    {
      id: 'auctions',
      title: 'How many auctions are there?',
      terms: ['how many auctions', 'items per day', 'auctions per', 'listings'],
      text: '5 million new ones a day.',
    },
    {
      id: 'bids',
      title: 'How many bids does an auction get?',
      terms: ['how many bids', 'bids per', 'bid volume', 'writes'],
      text: '20 on average.',
    },
    {
      id: 'peak',
      title: 'How uneven are bids over time?',
      terms: ['peak', 'last minute', 'snip', 'burst', 'spike', 'rush'],
      text: 'Most come in the last minute. The peak is ten times the average.',
    },
    {
      id: 'views',
      title: 'How often are items viewed?',
      terms: ['views', 'reads', 'page views', 'read to write', 'how many reads'],
      text: 'A billion views a day, three times the average in the evening.',
    },
    {
      id: 'hot',
      title: 'How hot can one auction get?',
      terms: ['hot', 'popular', 'largest auction', 'celebrity', 'single auction', 'skew'],
      text: 'A thousand bids a second, and a hundred thousand people who watch.',
    },
    {
      id: 'order',
      title: 'Which order of bids counts?',
      terms: ['order', 'who wins', 'tie', 'same time', 'fair', 'sequence'],
      text: 'The order in which we took them, strictly, for each auction. Between auctions there is none.',
    },
    {
      id: 'live',
      title: 'How live is the price?',
      terms: ['live', 'real time', 'real-time', 'push', 'how fresh', 'updates', 'websocket'],
      text: 'People who watch see a new price within a second. Not every bid needs to be shown.',
    },
    {
      id: 'latency',
      title: 'How fast is a bid answered?',
      terms: ['latency', 'response time', 'how fast', 'p99'],
      text: 'Under 200 ms at p99 that it was taken; within a second whether it leads.',
    },
    {
      id: 'availability',
      title: 'How available must it be?',
      terms: ['availability', 'uptime', 'nines', 'sla'],
      text: '99.99 %: an auction that ends during an outage is a lost sale.',
    },
    {
      id: 'loss',
      title: 'May a bid be lost?',
      terms: ['lost', 'loss', 'rpo', 'durab'],
      text: 'None that was taken, even with a region.',
    },
    {
      id: 'end',
      title: 'What about a bid in the last millisecond? Is an end extended?',
      terms: ['end', 'close', 'extend', 'soft close', 'clock', 'last second'],
      text: 'The end is hard. What we took before it counts.',
    },
    {
      id: 'notify',
      title: 'Who is told, and how?',
      terms: ['notify', 'notification', 'winner', 'email', 'push'],
      text: 'Winner and seller, by push or mail, within seconds.',
    },
    {
      id: 'retention',
      title: 'How long are bids kept?',
      terms: ['retention', 'how long', 'history', 'archive'],
      text: 'A year. A bid is 200 bytes.',
    },
  ],
  functional: [
    {
      id: 'list',
      title: 'List an item',
      terms: ['list', 'sell', 'create auction'],
    },
    {
      id: 'view',
      title: 'View an item',
      terms: ['view', 'browse', 'look at'],
    },
    {
      id: 'bid',
      title: 'Place a bid',
      terms: ['bid'],
    },
    {
      id: 'live',
      title: 'Watch the price live',
      terms: ['live', 'watch', 'real-time', 'real time'],
    },
    {
      id: 'close',
      title: 'Close on time',
      terms: ['close', 'end', 'expire'],
    },
    {
      id: 'winner',
      title: 'Choose the winner and tell',
      terms: ['winner', 'win', 'notify'],
    },
  ],
  outOfScope: [
    {
      id: 'payment',
      title: 'Payment and shipping',
      terms: ['payment', 'shipping', 'checkout'],
    },
    {
      id: 'search',
      title: 'Search and recommendations',
      terms: ['search', 'recommend'],
    },
    {
      id: 'shill',
      title: 'Detection of shill bids',
      terms: ['shill', 'fraud'],
    },
  ],
  nonFunctional: [
    {
      id: 'bid-time',
      title: 'A bid is taken within 200 ms at p99, 99.99 % of them',
      terms: ['200 ms', 'p99', '99.99'],
      measure: {
        of: 'flow',
        flow: 'bid',
        targets: {
          p99Ms: 200,
          availability: 0.9999,
        },
      },
    },
    {
      id: 'decision-time',
      title: 'Its decision is shown within a second at p99',
      terms: ['second', 'decision', 'shown'],
      measure: {
        of: 'flow',
        flow: 'bid',
        targets: {
          completionP99Ms: 1000,
        },
      },
    },
    {
      id: 'headroom',
      title: 'Room for 1.5 times the peak of bids',
      terms: ['headroom', '1.5', 'room'],
      measure: {
        of: 'flow',
        flow: 'bid',
        targets: {
          headroom: 1.5,
        },
      },
    },
    {
      id: 'view-time',
      title: 'Views within 200 ms at p99',
      terms: ['view', '200 ms'],
      measure: {
        of: 'flow',
        flow: 'view',
        targets: {
          p99Ms: 200,
          availability: 0.9999,
        },
      },
    },
    {
      id: 'live-time',
      title: 'Live updates pushed within 200 ms at p99',
      terms: ['live', 'push', 'websocket'],
      measure: {
        of: 'flow',
        flow: 'watch',
        targets: {
          p99Ms: 200,
          availability: 0.9999,
        },
      },
    },
    {
      id: 'loss',
      title: 'No bid is lost; back within two minutes',
      terms: ['rpo', 'rto', 'lost', 'durab'],
      measure: {
        of: 'design',
        targets: {
          rpoSeconds: 0,
          rtoSeconds: 120,
        },
      },
    },
    {
      id: 'order',
      title: 'Strict order for each auction',
      terms: ['order', 'strong', 'consisten', 'sequence'],
      measure: {
        of: 'design',
        targets: {
          consistency: 'strong',
        },
      },
    },
    {
      id: 'close',
      title: 'An auction closes once, on time',
      terms: ['close', 'on time', 'once'],
    },
  ],
  estimates: [
    {
      id: 'average-bids',
      title: 'Bids a second, average',
      unit: 'rps',
      value: 1157,
      least: 578.5,
      most: 2314,
      why: '5 million × 20 is 100 million a day; ÷ 86 400 is 1 157 a second.',
      figure: {
        total: 'averageWriteRps',
      },
    },
    {
      id: 'bids',
      title: 'Bids a second at peak',
      unit: 'rps',
      value: 11_574,
      least: 5787,
      most: 23_148,
      why: '1 157 × 10 is 11 574 a second.',
      figure: {
        flowRps: 'bid',
      },
    },
    {
      id: 'views',
      title: 'Views a second at peak',
      unit: 'rps',
      value: 34_722,
      least: 17_361,
      most: 69_444,
      why: 'A billion ÷ 86 400 is 11 574 a second; × 3 is 34 722.',
      figure: {
        flowRps: 'view',
      },
    },
    {
      id: 'messages',
      title: 'Live messages a second, one a second for each watcher of a hot auction',
      unit: 'rps',
      value: 100_000,
      least: 50_000,
      most: 200_000,
      why: '100 000 watchers × 1. Every bid to everyone would be a million.',
      figure: {
        flowRps: 'watch',
      },
    },
    {
      id: 'day',
      title: 'Bids stored in a day, one copy',
      unit: 'bytes',
      value: 20_000_000_000,
      least: 10_000_000_000,
      most: 40_000_000_000,
      why: '100 million × 200 bytes is 20 GB.',
    },
    {
      id: 'year',
      title: 'Bids stored in a year, one copy',
      unit: 'bytes',
      value: 7_300_000_000_000,
      least: 3_650_000_000_000,
      most: 14_600_000_000_000,
      why: '20 GB × 365 is 7.3 TB.',
    },
    {
      id: 'serial',
      title: 'Bids a second that one writer takes at 1 ms each',
      unit: 'rps',
      value: 1000,
      least: 500,
      most: 2000,
      why: '1 ÷ 1 ms is 1 000 a second: just what the hot auction gets, so its queue never empties. Batches are needed.',
    },
    {
      id: 'live-servers',
      title: 'Servers for a million live connections',
      unit: 'count',
      value: 20,
      least: 10,
      most: 40,
      why: 'A million ÷ 50 000 on one server is 20, before spares.',
    },
    {
      id: 'connections',
      title: 'Live connections',
      unit: 'count',
      value: 1_000_000,
      least: 500_000,
      most: 2_000_000,
      why: 'One in fifty of the people of a day watches at the same time: a million.',
      figure: {
        total: 'connections',
      },
    },
  ],
  flows: [
    {
      id: 'bid',
      name: 'Place a bid',
      kind: 'write',
      rps: 11_574,
      peakFactor: 10,
      requestBytes: 400,
      responseBytes: 200,
      storedBytes: 200,
    },
    {
      id: 'view',
      name: 'View an item',
      kind: 'read',
      rps: 34_722,
      peakFactor: 3,
      requestBytes: 400,
      responseBytes: 4000,
      storedBytes: 0,
      anonymous: true,
    },
    {
      id: 'watch',
      name: 'Live updates',
      kind: 'read',
      rps: 100_000,
      peakFactor: 10,
      requestBytes: 20,
      responseBytes: 200,
      storedBytes: 0,
      connections: 1_000_000,
    },
    {
      id: 'sell',
      name: 'List an item',
      kind: 'write',
      rps: 174,
      peakFactor: 3,
      requestBytes: 4000,
      responseBytes: 400,
      storedBytes: 4000,
    },
  ],
  roles: [
    {
      id: 'entry',
      title: 'A gateway or balancer',
      kinds: ['api-gateway', 'reverse-proxy', 'load-balancer'],
      why: 'It checks tokens and limits, and goes round servers that are down.',
      required: true,
    },
    {
      id: 'bids',
      title: 'A service that takes bids',
      kinds: ['service', 'function', 'container-cluster'],
      least: 2,
      why: 'It checks the bidder and puts the bid in line.',
      required: true,
    },
    {
      id: 'log',
      title: 'A log that orders the bids of an auction',
      kinds: ['stream', 'queue', 'matching-engine'],
      why: 'Bids need one order, and it has to outlive a server.',
      required: true,
    },
    {
      id: 'auctioneer',
      title: 'One writer for each auction',
      kinds: ['worker', 'stream-processor', 'matching-engine', 'service'],
      why: 'Two writers would both find their bid the highest.',
      required: true,
    },
    {
      id: 'store',
      title: 'A store of auctions with conditional writes',
      kinds: ['key-value-store', 'sql-database', 'document-database'],
      why: 'The price and who leads.',
      required: true,
    },
    {
      id: 'cache',
      title: 'A cache of hot items',
      kinds: ['cache', 'caching-proxy', 'cdn'],
      why: 'A few items get most of the views.',
      required: true,
    },
    {
      id: 'live',
      title: 'Gateways that hold live connections',
      kinds: ['websocket-gateway'],
      why: 'Prices are pushed, not polled.',
      required: true,
    },
    {
      id: 'updates',
      title: 'Publish and subscribe for prices',
      kinds: ['pub-sub', 'stream'],
      why: 'Every gateway with watchers hears of a new price.',
      required: true,
    },
    {
      id: 'clock',
      title: 'A clock that closes auctions',
      kinds: ['scheduler'],
      why: 'Auctions end without anyone asking.',
      required: true,
    },
    {
      id: 'notices',
      title: 'A queue of notices',
      kinds: ['queue', 'stream', 'pub-sub'],
      why: 'Mail must not delay the close.',
    },
  ],
  apis: [
    {
      id: 'bid',
      title: 'POST /auctions/{id}/bids with an id of the bid',
      terms: ['post', 'bids', 'place bid'],
    },
    {
      id: 'view',
      title: 'GET /auctions/{id}',
      terms: ['get', 'view'],
    },
    {
      id: 'live',
      title: 'WebSocket for live prices',
      terms: ['websocket', 'sse', 'live', 'subscribe'],
    },
    {
      id: 'list',
      title: 'POST /auctions',
      terms: ['create', 'list'],
    },
  ],
  entities: [
    {
      id: 'auction',
      title: 'Auction: price, leader, end, version',
      terms: ['auction', 'item', 'listing'],
    },
    {
      id: 'bid',
      title: 'Bid with its sequence',
      terms: ['bid'],
    },
    {
      id: 'person',
      title: 'Person',
      terms: ['user', 'bidder', 'seller', 'person'],
    },
  ],
  deepDive: [
    {
      id: 'race',
      title:
        'Two people bid the same amount in the same millisecond. Show that one of them leads, and which.',
      role: 'auctioneer',
      names: [
        {
          id: 'order',
          title: 'One order for each auction: a partition',
          terms: ['partition', 'order', 'log', 'sequence'],
        },
        {
          id: 'writer',
          title: 'One writer of it',
          terms: ['single writer', 'one writer', 'one consumer'],
        },
        {
          id: 'condition',
          title: 'A conditional write as a second line',
          terms: ['conditional', 'version', 'compare', 'optimistic'],
        },
        {
          id: 'retry',
          title: 'A bid that is sent twice counts once',
          terms: ['idempot', 'bid id', 'duplicate'],
        },
      ],
    },
    {
      id: 'hot',
      title: 'One auction gets 1 000 bids a second in its last ten seconds.',
      role: 'log',
      names: [
        {
          id: 'serial',
          title: 'What one writer can do, in numbers',
          terms: ['1000', '1 000', 'serial', 'utilization', '1 ms'],
        },
        {
          id: 'batch',
          title: 'Batches',
          terms: ['batch', 'group commit'],
        },
        {
          id: 'early',
          title: 'Bids below the price are refused before the log',
          terms: ['reject early', 'too low', 'filter', 'pre-check', 'precheck'],
        },
        {
          id: 'isolate',
          title: 'A partition of its own for a hot auction',
          terms: ['dedicated', 'own partition', 'isolate', 'hot partition'],
        },
      ],
    },
    {
      id: 'live',
      title: 'A hundred thousand people watch one auction. How does a price reach them?',
      role: 'live',
      names: [
        {
          id: 'push',
          title: 'WebSocket or server-sent events',
          terms: ['websocket', 'sse', 'push'],
        },
        {
          id: 'fan-out',
          title: 'Fan-out in levels',
          terms: ['fan-out', 'fan out', 'pub/sub', 'publish'],
        },
        {
          id: 'conflate',
          title: 'One update a second',
          terms: ['conflat', 'throttl', 'coalesc', 'once a second', 'sample'],
        },
        {
          id: 'reconnect',
          title: 'What a new connection gets first',
          terms: ['reconnect', 'snapshot', 'current price', 'catch up'],
        },
      ],
    },
    {
      id: 'close',
      title: 'Clocks differ. When exactly is an auction over?',
      role: 'clock',
      names: [
        {
          id: 'event',
          title: 'A close in the same order as the bids',
          terms: ['event', 'log', 'in order', 'sequence'],
        },
        {
          id: 'lease',
          title: 'One clock fires, another takes over',
          terms: ['leader', 'lease', 'election', 'fenc'],
        },
        {
          id: 'once',
          title: 'A close that happens twice changes nothing',
          terms: ['idempot', 'once', 'twice'],
        },
        {
          id: 'load',
          title: 'Many auctions end on the hour',
          terms: ['on the hour', 'spread', 'jitter', 'burst'],
        },
      ],
    },
  ],
  pitfalls: [
    {
      id: 'race',
      title: 'Each server reads the price and writes a higher one',
      why: 'Two do so at once; the one that writes last leads, even with less.',
      rule: 'several-writers',
    },
    {
      id: 'clock',
      title: 'Cron on one server closes auctions',
      why: 'It is down at times, and then nothing closes.',
      rule: 'lone-scheduler',
    },
    {
      id: 'hot',
      title: 'A hot auction on one shard',
      why: 'The average looks fine while one shard is full.',
      rule: 'hot-shard',
    },
    {
      id: 'polling',
      title: 'Watchers poll',
      why: 'A hundred thousand requests a second bring mostly the same price.',
      rule: 'polling',
    },
    {
      id: 'replica',
      title: 'A bidder reads his bid from a replica',
      why: 'It is not there yet; he bids again.',
      rule: 'stale-reads',
    },
    {
      id: 'parallel',
      title: 'Several consumers read the bids of one auction',
      why: 'They overtake one another.',
      rule: 'order-without-key',
    },
  ],
  followUps: [
    {
      id: 'double',
      title: 'Twice the peak in all flows.',
      event: {
        kind: 'load',
        factor: 2,
      },
      survives: true,
      text: 'Live gateways go from 42 % to 84 % of their connections, Items from 42 % to 83 % before it scales out. The reader of the hot auction is at 86 %; bids and log have room.',
    },
    {
      id: 'triple',
      title: 'Three times the peak.',
      event: {
        kind: 'load',
        factor: 3,
      },
      survives: false,
      text: 'Three million connections meet room for 2.4 million, and Items is full at 2.4 times the peak. Both scale out by servers. The hot auction gets 3 000 bids a second, more than its one reader takes: bids below the price have to be refused before the log.',
    },
    {
      id: 'auctioneer-lost',
      title: 'A server of the auctioneer is lost.',
      event: {
        kind: 'down',
        role: 'auctioneer',
      },
      survives: true,
      text: 'Its partitions move to another server within ten seconds: those of the hot auction to its standby. Their auctions wait so long; no bid is lost, since the log has them.',
    },
    {
      id: 'cold',
      title: 'The caches of hot items are empty.',
      event: {
        kind: 'cache-lost',
      },
      survives: true,
      text: 'All 34 722 views a second read Auctions, which takes them at about 30 %. Views get slower by some 15 ms.',
    },
    {
      id: 'slow-store',
      title: 'The store takes three times as long.',
      event: {
        kind: 'slow',
        role: 'store',
        factor: 3,
      },
      survives: true,
      text: 'Auctions stays under 20 %. A commit takes some 25 ms instead of 14; batches grow by as much, and decisions come that much later.',
    },
  ],
  hints: [
    {
      section: 'expectations',
      text: 'Ask when in the life of an auction bids come.',
    },
    {
      section: 'expectations',
      text: 'Ask about the hottest auction, not only about the average.',
    },
    {
      section: 'estimates',
      text: 'Bids a day from auctions times bids, then ÷ 86 400.',
    },
    {
      section: 'estimates',
      text: 'How many bids a second can one writer take, one after the other?',
    },
    {
      section: 'goals',
      text: 'What needs an order, and what does not?',
    },
    {
      section: 'goals',
      text: 'May a shown price be old? May a decision?',
    },
    {
      section: 'high-level',
      text: 'Separate taking a bid from deciding it.',
    },
    {
      section: 'high-level',
      text: 'Views are thirty times the bids: keep them off the path of a bid.',
    },
    {
      section: 'deep-dive',
      text: 'Who else writes the price of this auction at the same time?',
    },
    {
      section: 'deep-dive',
      text: 'Multiply watchers by bids before you push each one.',
    },
    {
      section: 'justify',
      text: 'Compare a log with a lock and with conditional writes by each server.',
    },
    {
      section: 'justify',
      text: 'Say what one region would give.',
    },
    {
      section: 'metrics',
      text: 'Which partition is the hottest, and how far behind?',
    },
    {
      section: 'security',
      text: 'Who may write a price?',
    },
  ],
  reference: designOf(reference),
  variants: [
    {
      id: 'race',
      title: 'Bids go straight to the store',
      text: 'Each bid server reads the price from the store and writes a higher bid; the log only carries events.',
      why: 'Sixteen requests are worked on at once on one server alone. Two read the same price, both write, and the later write wins with the lower bid.',
      shows: [
        {
          rule: 'several-writers',
          node: 'bids-a',
        },
        {
          rule: 'several-writers',
          node: 'bids-b',
        },
      ],
      design: designOf(race),
    },
    {
      id: 'unbatched',
      title: 'Each bid committed by itself',
      text: 'The reader of the hot auction commits one bid at a time.',
      why: 'The hot auction gets about 1 050 events a second, and each holds its one reader for about 15 ms: 65 get through. Its backlog grows until the auction is over; more servers do not help, since a partition has one reader.',
      shows: [
        {
          rule: 'saturated',
          node: 'hot',
        },
        {
          missed: 'completionP99Ms',
          flow: 'bid',
        },
      ],
      design: designOf(unbatched),
    },
    {
      id: 'one-clock',
      title: 'One server closes auctions',
      text: 'Cron on one server appends the close events.',
      why: 'When it is down, nothing closes, and people go on bidding after the stated end.',
      shows: [
        {
          rule: 'lone-scheduler',
          node: 'clock',
        },
      ],
      design: designOf(oneClock),
    },
    {
      id: 'unconflated',
      title: 'Every bid to every watcher',
      text: 'Each new price is pushed to each watcher at once.',
      why: 'A hundred thousand watchers × ten bids are a million messages a second; the gateways send 960 000. Prices fall behind without bound.',
      shows: [
        {
          rule: 'saturated',
          node: 'live-a',
        },
        {
          missed: 'p99Ms',
          flow: 'watch',
        },
      ],
      design: designOf(unconflated),
    },
    {
      id: 'one-region',
      title: 'One region',
      text: 'All servers run in one region, as many as before.',
      why: 'A region is planned at 99.99 %, DNS a little below 100 %: together 99.989 %. No number of servers changes that.',
      shows: [
        {
          rule: 'availability-above-hard-dependency',
          node: 'bid',
        },
        {
          missed: 'availability',
          flow: 'bid',
        },
      ],
      design: designOf(oneRegion),
    },
  ],
};
