import { type Problem, problemFormat, problemVersion } from '../../problem';
import { designOf } from '../design';
import averageSized from './average-sized.json';
import checkOnly from './check-only.json';
import everyTick from './every-tick.json';
import oneMaker from './one-maker.json';
import reference from './reference.json';
import retriedOrders from './retried-orders.json';

export const problem: Problem = {
  format: problemFormat,
  version: problemVersion,
  id: 'stock-trading',
  title: 'Stock trading',
  summary: 'A broker’s app: live quotes for a million phones, and orders that never spend money twice.',
  prompt: {
    text: 'Design the trading app of a broker such as Robinhood. People see live prices, buy and sell shares, look at their portfolio and deposit money. You do not match orders yourself: they go to market makers. Every morning the market opens, and everybody comes at once.',
  },
  questions: [
    {
      id: 'users',
      title: 'How many people use it?',
      terms: ['how many users', 'dau', 'daily', 'people'],
      text: '5 million a day, a million connected at the same time.',
    },
    {
      id: 'orders',
      title: 'How many orders are there?',
      terms: ['how many orders', 'orders per', 'trades per', 'volume'],
      text: 'Two for each person: 10 million a session.',
    },
    {
      id: 'session',
      title: 'When is the market open?',
      terms: ['session', 'market hours', 'hours', 'when'],
      text: '6.5 hours, 252 days a year.',
    },
    {
      id: 'burst',
      title: 'How high is the open?',
      terms: ['peak', 'open', 'burst', 'spike', 'bell'],
      text: 'Twenty times the average of the session, for about a minute.',
    },
    {
      id: 'quotes',
      title: 'How many symbols does a person watch, and how live?',
      terms: ['quotes', 'symbols', 'watch', 'prices', 'real time', 'real-time', 'live'],
      text: 'Five symbols, about one update a second each. A quote must be less than a second old.',
    },
    {
      id: 'feed',
      title: 'How many ticks come from the market?',
      terms: ['ticks', 'feed', 'market data', 'updates per'],
      text: 'Up to 100 000 a second, for 8 000 symbols.',
    },
    {
      id: 'latency',
      title: 'How fast must an order be taken?',
      terms: ['latency', 'how fast', 'response', 'p99', 'acknowledge'],
      text: '500 ms at p99 until it is taken; two seconds until it is filled or refused.',
    },
    {
      id: 'matching',
      title: 'Do we match orders?',
      terms: ['match', 'exchange', 'execute', 'market maker', 'route'],
      text: 'No. Two market makers are under contract, 15 000 orders a second each.',
    },
    {
      id: 'balance',
      title: 'May a balance ever be wrong?',
      terms: ['balance', 'money', 'consisten', 'overspend', 'double'],
      text: 'Never. A person cannot spend the same money twice, not even with two phones.',
    },
    {
      id: 'availability',
      title: 'How available must it be?',
      terms: ['availability', 'uptime', 'nines', 'sla', 'outage'],
      text: '99.99 % in market hours.',
    },
    {
      id: 'loss',
      title: 'May an order or a deposit be lost?',
      terms: ['lost', 'loss', 'rpo', 'durab'],
      text: 'No.',
    },
    {
      id: 'deposits',
      title: 'How do people deposit?',
      terms: ['deposit', 'fund', 'bank', 'ach', 'transfer'],
      text: 'From a bank, half a million times a day. It may take days; they see it as pending at once.',
    },
    {
      id: 'retention',
      title: 'How long is an order kept?',
      terms: ['retention', 'how long', 'years', 'audit'],
      text: 'Seven years, 1 KB each.',
    },
  ],
  functional: [
    {
      id: 'quotes',
      title: 'Live quotes',
      terms: ['quote', 'price', 'live'],
    },
    {
      id: 'order',
      title: 'Place and cancel orders',
      terms: ['order', 'buy', 'sell', 'cancel'],
    },
    {
      id: 'reserve',
      title: 'Reserve money or shares',
      terms: ['reserv', 'hold', 'buying power'],
    },
    {
      id: 'portfolio',
      title: 'See the portfolio',
      terms: ['portfolio', 'holding', 'position'],
    },
    {
      id: 'fund',
      title: 'Deposit and withdraw',
      terms: ['deposit', 'fund', 'withdraw'],
    },
    {
      id: 'reconcile',
      title: 'Reconcile with the clearing firm',
      terms: ['reconcil', 'clearing'],
    },
  ],
  outOfScope: [
    {
      id: 'matching',
      title: 'Matching of orders',
      terms: ['match', 'exchange'],
    },
    {
      id: 'margin',
      title: 'Options and margin',
      terms: ['option', 'margin', 'derivative'],
    },
    {
      id: 'onboarding',
      title: 'Opening an account',
      terms: ['onboard', 'kyc', 'sign up', 'opening'],
    },
  ],
  nonFunctional: [
    {
      id: 'order-time',
      title: 'An order is taken within 500 ms at p99, 99.99 % of them',
      terms: ['500 ms', 'p99', '99.99'],
      measure: {
        of: 'flow',
        flow: 'place',
        targets: {
          p99Ms: 500,
          availability: 0.9999,
        },
      },
    },
    {
      id: 'fill-time',
      title: 'It is filled or refused within 2 s at p99',
      terms: ['2 s', 'two seconds', 'fill'],
      measure: {
        of: 'flow',
        flow: 'place',
        targets: {
          completionP99Ms: 2000,
        },
      },
    },
    {
      id: 'headroom',
      title: 'Room for 1.5 times the open',
      terms: ['headroom', '1.5', 'room'],
      measure: {
        of: 'flow',
        flow: 'place',
        targets: {
          headroom: 1.5,
        },
      },
    },
    {
      id: 'quote-time',
      title: 'Quotes pushed within 200 ms at p99',
      terms: ['quote', 'push', '200 ms'],
      measure: {
        of: 'flow',
        flow: 'quotes',
        targets: {
          p99Ms: 200,
          availability: 0.9999,
        },
      },
    },
    {
      id: 'portfolio-time',
      title: 'The portfolio within 300 ms at p99',
      terms: ['portfolio', '300 ms'],
      measure: {
        of: 'flow',
        flow: 'portfolio',
        targets: {
          p99Ms: 300,
          availability: 0.9999,
        },
      },
    },
    {
      id: 'staleness',
      title: 'A quote is less than a second old',
      terms: ['second', 'stale', 'fresh', 'age'],
    },
    {
      id: 'loss',
      title: 'Nothing is lost; back within two minutes',
      terms: ['rpo', 'rto', 'no loss'],
      measure: {
        of: 'design',
        targets: {
          rpoSeconds: 0,
          rtoSeconds: 120,
        },
      },
    },
    {
      id: 'consistency',
      title: 'Strong consistency of balances',
      terms: ['strong', 'consisten', 'balance'],
      measure: {
        of: 'design',
        targets: {
          consistency: 'strong',
        },
      },
    },
  ],
  estimates: [
    {
      id: 'average',
      title: 'Orders a second, average of the session',
      unit: 'rps',
      value: 427,
      least: 213.5,
      most: 854,
      why: '5 million × 2 is 10 million; ÷ 23 400 seconds, 6.5 hours, is 427.',
    },
    {
      id: 'open',
      title: 'Orders a second at the open',
      unit: 'rps',
      value: 8547,
      least: 4273.5,
      most: 17_094,
      why: '427 × 20 is 8 547 a second.',
      figure: {
        flowRps: 'place',
      },
    },
    {
      id: 'messages',
      title: 'Quote messages a second',
      unit: 'rps',
      value: 5_000_000,
      least: 2_500_000,
      most: 10_000_000,
      why: 'A million × 5 symbols × 1 a second is 5 million.',
      figure: {
        flowRps: 'quotes',
      },
    },
    {
      id: 'portfolio',
      title: 'Portfolio views a second at the open',
      unit: 'rps',
      value: 23_148,
      least: 11_574,
      most: 46_296,
      why: '5 million × 20 ÷ 86 400 is 1 157 a second; × 20 is 23 148.',
      figure: {
        flowRps: 'portfolio',
      },
    },
    {
      id: 'connections',
      title: 'Open connections',
      unit: 'count',
      value: 1_000_000,
      least: 500_000,
      most: 2_000_000,
      why: 'A million apps, one connection each.',
      figure: {
        total: 'connections',
      },
    },
    {
      id: 'gateways',
      title: 'Quote gateways at 25 000 connections each',
      unit: 'count',
      value: 40,
      least: 20,
      most: 80,
      why: 'A million ÷ 25 000 is 40; each sends 125 000 messages a second.',
    },
    {
      id: 'out',
      title: 'Bytes out a second at peak',
      unit: 'bytes-per-second',
      value: 600_000_000,
      least: 300_000_000,
      most: 1_200_000_000,
      why: '5 million × 120 bytes is 600 MB, 4.8 Gb/s.',
      figure: {
        total: 'bytesOutPerSecond',
      },
    },
    {
      id: 'day',
      title: 'Orders stored in a day, one copy',
      unit: 'bytes',
      value: 10_000_000_000,
      least: 5_000_000_000,
      most: 20_000_000_000,
      why: '10 million × 1 KB is 10 GB.',
    },
    {
      id: 'year',
      title: 'Orders stored in a year, one copy',
      unit: 'bytes',
      value: 2_520_000_000_000,
      least: 1_260_000_000_000,
      most: 5_040_000_000_000,
      why: '10 GB × 252 trading days is 2.5 TB.',
    },
    {
      id: 'in-flight',
      title: 'Orders under way at a market maker at the open',
      unit: 'count',
      value: 500,
      least: 250,
      most: 1000,
      why: 'Little: 8 547 a second × 60 ms, way, answer and fill, is 510.',
    },
  ],
  flows: [
    {
      id: 'place',
      name: 'Place an order',
      kind: 'write',
      rps: 8547,
      peakFactor: 74,
      requestBytes: 600,
      responseBytes: 400,
      storedBytes: 1000,
    },
    {
      id: 'quotes',
      name: 'Live quotes',
      kind: 'read',
      rps: 5_000_000,
      peakFactor: 3.7,
      requestBytes: 10,
      responseBytes: 120,
      storedBytes: 0,
      connections: 1_000_000,
    },
    {
      id: 'portfolio',
      name: 'View the portfolio',
      kind: 'read',
      rps: 23_148,
      peakFactor: 20,
      requestBytes: 400,
      responseBytes: 4000,
      storedBytes: 0,
    },
    {
      id: 'fund',
      name: 'Deposit money',
      kind: 'write',
      rps: 29,
      peakFactor: 5,
      requestBytes: 600,
      responseBytes: 300,
      storedBytes: 500,
    },
  ],
  roles: [
    {
      id: 'entry',
      title: 'A gateway that knows its callers',
      kinds: ['api-gateway', 'reverse-proxy', 'load-balancer'],
      why: 'It checks tokens and limits.',
      required: true,
    },
    {
      id: 'orders',
      title: 'An order service',
      kinds: ['service', 'function', 'container-cluster'],
      least: 2,
      why: 'It checks and reserves, and answers at once.',
      required: true,
    },
    {
      id: 'ledger',
      title: 'A ledger of balances with transactions',
      kinds: ['sql-database'],
      why: 'The reservation is one conditional write.',
      required: true,
    },
    {
      id: 'stream',
      title: 'A stream of orders',
      kinds: ['stream', 'queue'],
      why: 'A slow market maker must not hold people up.',
      required: true,
    },
    {
      id: 'router',
      title: 'A router to market makers',
      kinds: ['worker', 'service'],
      why: 'It sends each order once and writes its fill.',
      required: true,
    },
    {
      id: 'market',
      title: 'Market makers or an exchange',
      kinds: ['external-api'],
      why: 'They fill orders, within a quota.',
      required: true,
    },
    {
      id: 'conflation',
      title: 'A conflator of quotes',
      kinds: ['stream-processor', 'worker', 'service'],
      why: 'Fewer updates than ticks, before the fan-out.',
      required: true,
    },
    {
      id: 'live',
      title: 'Gateways for live quotes',
      kinds: ['websocket-gateway'],
      why: 'A million open connections.',
      required: true,
    },
    {
      id: 'cache',
      title: 'A cache of portfolios',
      kinds: ['cache'],
      why: 'Everybody looks at the open.',
    },
    {
      id: 'bank',
      title: 'A bank for deposits',
      kinds: ['external-api', 'payment-provider'],
      why: 'Money comes from it.',
    },
  ],
  apis: [
    {
      id: 'place',
      title: 'POST /orders with an id of the client',
      terms: ['post', 'orders', 'place'],
    },
    {
      id: 'quotes',
      title: 'WebSocket for quotes',
      terms: ['websocket', 'quotes', 'subscribe', 'sse'],
    },
    {
      id: 'portfolio',
      title: 'GET /portfolio',
      terms: ['portfolio', 'positions'],
    },
    {
      id: 'fund',
      title: 'POST /deposits',
      terms: ['deposit', 'fund'],
    },
  ],
  entities: [
    {
      id: 'account',
      title: 'Account: cash, reserved',
      terms: ['account', 'balance', 'cash'],
    },
    {
      id: 'order',
      title: 'Order and its state',
      terms: ['order'],
    },
    {
      id: 'fill',
      title: 'Fill',
      terms: ['fill', 'execution', 'trade'],
    },
    {
      id: 'position',
      title: 'Position',
      terms: ['position', 'holding'],
    },
  ],
  deepDive: [
    {
      id: 'reserve',
      title:
        'A person sells everything on one phone and buys on another at the same moment. Show that no money is spent twice.',
      role: 'ledger',
      names: [
        {
          id: 'reserve',
          title: 'A reservation, not a check',
          terms: ['reserv', 'hold'],
        },
        {
          id: 'condition',
          title: 'A conditional write or a lock on the row',
          terms: ['conditional', 'row lock', 'for update', 'version', 'compare', 'serializable'],
        },
        {
          id: 'shard',
          title: 'All of an account in one shard',
          terms: ['shard', 'partition', 'same shard'],
        },
        {
          id: 'release',
          title: 'Release on cancel, refusal and fill',
          terms: ['release', 'cancel', 'refund', 'unreserve'],
        },
      ],
    },
    {
      id: 'open',
      title: 'It is 9:30. What is full first?',
      role: 'orders',
      names: [
        {
          id: 'numbers',
          title: 'Rates at the open, by part',
          terms: ['8 547', '8547', '20', 'rate'],
        },
        {
          id: 'ahead',
          title: 'Servers that run before the open',
          terms: ['pre-scale', 'prewarm', 'pre-warm', 'before the open', 'schedule'],
        },
        {
          id: 'buffer',
          title: 'A stream takes what the market maker cannot yet',
          terms: ['buffer', 'stream', 'queue'],
        },
        {
          id: 'shed',
          title: 'What is shed first',
          terms: ['shed', 'degrade', 'priority', 'portfolio'],
        },
      ],
    },
    {
      id: 'fan-out',
      title: 'One tick of a popular share. How does it reach a million phones in a second?',
      role: 'live',
      names: [
        {
          id: 'conflate',
          title: 'Conflation',
          terms: ['conflat', 'throttl', 'latest', 'sample'],
        },
        {
          id: 'levels',
          title: 'Fan-out in levels',
          terms: ['fan-out', 'fan out', 'tree', 'level'],
        },
        {
          id: 'subscribe',
          title: 'Gateways know who watches what',
          terms: ['subscri', 'interest', 'symbol map'],
        },
        {
          id: 'slow',
          title: 'A slow phone gets the latest, not all',
          terms: ['slow', 'drop', 'backpressure', 'latest'],
        },
      ],
    },
    {
      id: 'market-maker',
      title: 'The market maker does not answer. Was the order filled?',
      role: 'router',
      names: [
        {
          id: 'id',
          title: 'An order id that it knows',
          terms: ['order id', 'client order', 'idempot'],
        },
        {
          id: 'ask',
          title: 'Ask, do not send again elsewhere',
          terms: ['query', 'ask', 'status', 'unknown'],
        },
        {
          id: 'breaker',
          title: 'Breaker and the other market maker for new orders',
          terms: ['breaker', 'fallback', 'second'],
        },
        {
          id: 'reconcile',
          title: 'Reconciliation at the end of the day',
          terms: ['reconcil', 'end of day', 'clearing'],
        },
      ],
    },
  ],
  pitfalls: [
    {
      id: 'check',
      title: 'The balance is checked and not reserved',
      why: 'Two orders at a time both pass.',
      rule: 'check-without-reservation',
    },
    {
      id: 'average',
      title: 'Sized for the average',
      why: 'The open is twenty times that, and over before servers have started.',
      rule: 'write-bottleneck',
    },
    {
      id: 'ticks',
      title: 'Every tick is pushed',
      why: 'Ten times the messages, which nobody can read.',
      rule: 'saturated',
    },
    {
      id: 'retry',
      title: 'An order is sent again without its id',
      why: 'The account buys twice.',
      rule: 'retried-write',
    },
    {
      id: 'ttl',
      title: 'Quotes are cached without expiry',
      why: 'People trade on old prices.',
      rule: 'no-expiry',
    },
    {
      id: 'quota',
      title: 'The contract of the market maker is not sized',
      why: 'Orders are refused after their money was reserved.',
      rule: 'quota-exceeded',
    },
    {
      id: 'dual',
      title: 'Ledger and stream are written one after the other',
      why: 'Money is reserved for an order that was never sent.',
      rule: 'dual-write',
    },
  ],
  followUps: [
    {
      id: 'meme',
      title: 'A share is in the news: 1.5 times the usual open.',
      event: {
        kind: 'load',
        factor: 1.5,
      },
      survives: true,
      text: 'Market maker A gets 12 800 orders a second of 15 000; quote gateways reach 84 % of their connections or messages. Nothing is refused.',
    },
    {
      id: 'double',
      title: 'Twice the usual open.',
      event: {
        kind: 'load',
        factor: 2,
      },
      survives: false,
      text: '17 100 orders a second meet a quota of 15 000, and two million connections room for 1.8 million. New orders have to be split over both market makers; the gateways need more servers before the day.',
    },
    {
      id: 'maker-lost',
      title: 'Market maker A is down.',
      event: {
        kind: 'down',
        role: 'market',
        all: true,
      },
      survives: true,
      text: 'The breaker opens and B gets all new orders, 8 547 of its 15 000. Orders with unknown result are asked about when A is back.',
    },
    {
      id: 'slow-ledger',
      title: 'The ledger takes twice as long.',
      event: {
        kind: 'slow',
        role: 'ledger',
        factor: 2,
      },
      survives: true,
      text: 'Balances go to 27 %; an order is taken some 10 ms later.',
    },
    {
      id: 'conflator-lost',
      title: 'A server of the conflator is lost.',
      event: {
        kind: 'down',
        role: 'conflation',
      },
      survives: true,
      text: 'Its symbols move to the other five, which are at 25 %. Their quotes are some seconds old until then, and the app shows their time.',
    },
  ],
  hints: [
    {
      section: 'expectations',
      text: 'Ask what happens at 9:30.',
    },
    {
      section: 'expectations',
      text: 'Ask who fills an order, and how many it accepts.',
    },
    {
      section: 'estimates',
      text: 'A session has 23 400 seconds, not 86 400.',
    },
    {
      section: 'estimates',
      text: 'Multiply connections, symbols and updates before you draw a gateway.',
    },
    {
      section: 'goals',
      text: 'What may be old: a balance, a portfolio, a quote?',
    },
    {
      section: 'goals',
      text: 'Two goals for an order: taken, and filled.',
    },
    {
      section: 'high-level',
      text: 'Draw quotes and orders as two systems that share only the login.',
    },
    {
      section: 'high-level',
      text: 'What is in the transaction that takes an order?',
    },
    {
      section: 'deep-dive',
      text: 'Two phones, one account, the same moment.',
    },
    {
      section: 'deep-dive',
      text: 'How many messages leave for one tick?',
    },
    {
      section: 'justify',
      text: 'Say which part is full first at the open, and at what rate.',
    },
    {
      section: 'justify',
      text: 'Compare a reservation with a check and with a lock in a cache.',
    },
    {
      section: 'metrics',
      text: 'How old is a quote on the screen?',
    },
    {
      section: 'security',
      text: 'What would a thief with a stolen phone do first?',
    },
  ],
  reference: designOf(reference),
  variants: [
    {
      id: 'check-only',
      title: 'A balance that is only checked',
      text: 'Orders reads the balance and sends the order to the stream; nothing is reserved.',
      why: 'Two orders at a time read the same balance and both pass: the account spends money that it does not have.',
      shows: [
        {
          rule: 'check-without-reservation',
          node: 'ledger',
        },
      ],
      design: designOf(checkOnly),
    },
    {
      id: 'average-sized',
      title: 'Sized for the average of a session',
      text: 'Each store has one shard, and Orders two servers in each region.',
      why: '427 orders a second fit. At the open one leader gets 8 600 writes a second and takes 4 000: orders pile up in the minute that matters.',
      shows: [
        {
          rule: 'write-bottleneck',
          node: 'ledger',
        },
        {
          missed: 'p99Ms',
          flow: 'place',
        },
      ],
      design: designOf(averageSized),
    },
    {
      id: 'every-tick',
      title: 'Every tick pushed',
      text: 'There is no conflation; each tick goes to each app that watches its symbol.',
      why: '50 million messages a second meet gateways that send 11.5 million. Quotes fall behind, and with them every decision made on them.',
      shows: [
        {
          rule: 'saturated',
          node: 'live-a',
        },
        {
          missed: 'p99Ms',
          flow: 'quotes',
        },
      ],
      design: designOf(everyTick),
    },
    {
      id: 'retried-orders',
      title: 'Retries without an order id',
      text: 'The router tries again after a timeout; the market maker cannot tell that it is the same order.',
      why: 'A timeout does not say that nothing happened: an account buys up to three times.',
      shows: [
        {
          rule: 'retried-write',
          node: 'place',
        },
      ],
      design: designOf(retriedOrders),
    },
    {
      id: 'one-maker',
      title: 'The quota of a new contract',
      text: 'Each market maker accepts 1 000 orders a second.',
      why: '8 547 orders a second at the open: more than eight of nine are refused, after their money was reserved.',
      shows: [
        {
          rule: 'quota-exceeded',
          node: 'maker-a',
        },
        {
          missed: 'headroom',
          flow: 'place',
        },
      ],
      design: designOf(oneMaker),
    },
  ],
};
