import { type Problem, problemFormat, problemVersion } from '../../problem';
import { designOf } from '../design';
import collectorPauses from './collector-pauses.json';
import databaseInPath from './database-in-path.json';
import leaderOnlyJournal from './leader-only-journal.json';
import noStandby from './no-standby.json';
import reference from './reference.json';
import tcpFeed from './tcp-feed.json';

export const problem: Problem = {
  format: problemFormat,
  version: problemVersion,
  id: 'stock-exchange',
  title: 'Stock exchange',
  summary: 'Orders matched in microseconds by one sequencer, with market data for all members alike.',
  prompt: {
    text: 'Design a stock exchange. Brokers, its members, send orders to buy and sell from servers in your building. You match them by price and then by time, tell everyone what traded, and can show years later why each trade happened. It is to be as fast as the fastest exchanges are.',
  },
  source: 'https://martinfowler.com/articles/lmax.html',
  questions: [
    {
      id: 'volume',
      title: 'How many messages are there?',
      terms: ['how many orders', 'messages per', 'orders per', 'volume', 'throughput'],
      text: '2 billion in a session, half of them cancels.',
    },
    {
      id: 'session',
      title: 'How long is a session?',
      terms: ['session', 'market hours', 'trading hours', 'trading day', 'hours'],
      text: '6.5 hours, 252 days a year.',
    },
    {
      id: 'peak',
      title: 'How much higher is the peak?',
      terms: ['peak', 'burst', 'open', 'spike', 'news'],
      text: 'Ten times the average of the session, at the open and at news.',
    },
    {
      id: 'latency',
      title: 'How fast is a match to be?',
      terms: ['latency', 'how fast', 'microsecond', 'response time', 'p99'],
      text: 'From order to answer under 100 µs at p99, inside the building.',
    },
    {
      id: 'members',
      title: 'Who is connected, and from where?',
      terms: ['who connects', 'members', 'clients', 'brokers', 'colocation', 'colocated', 'where'],
      text: '500 members, all with servers in the building, on cross-connects of equal length.',
    },
    {
      id: 'matching',
      title: 'By which rule are orders matched?',
      terms: ['matching rule', 'price-time', 'priority', 'order types', 'algorithm', 'fifo'],
      text: 'Best price first, then who came first. Limit orders and cancels are enough.',
    },
    {
      id: 'fairness',
      title: 'How fair must it be?',
      terms: ['fair', 'same time', 'equal', 'order of arrival', 'first come'],
      text: 'Nobody sees market data before the others, and nobody overtakes.',
    },
    {
      id: 'availability',
      title: 'How available must it be?',
      terms: ['availability', 'uptime', 'nines', 'sla', 'outage'],
      text: '99.999 % in session: five seconds a month.',
    },
    {
      id: 'loss',
      title: 'May an order be lost?',
      terms: ['lost', 'loss', 'rpo', 'durab', 'recover'],
      text: 'None that was answered. Be back within five seconds.',
    },
    {
      id: 'audit',
      title: 'What has to be shown afterwards?',
      terms: ['audit', 'replay', 'determin', 'regulat', 'retention', 'years'],
      text: 'Every event for seven years; a replay has to give the same trades.',
    },
    {
      id: 'symbols',
      title: 'How many symbols, and how uneven are they?',
      terms: ['symbols', 'instruments', 'stocks', 'hot symbol', 'skew'],
      text: 'About 8 000. Grouped well, the busiest of four groups has 30 % of the messages.',
    },
    {
      id: 'risk',
      title: 'Is there a check before an order gets into the book?',
      terms: ['risk', 'limit', 'credit', 'pre-trade', 'check'],
      text: 'Yes, limits of the member, in memory.',
    },
    {
      id: 'size',
      title: 'How large is a message?',
      terms: ['how large', 'size', 'bytes'],
      text: '100 bytes.',
    },
  ],
  functional: [
    {
      id: 'order',
      title: 'Enter an order',
      terms: ['order', 'add', 'enter'],
    },
    {
      id: 'cancel',
      title: 'Cancel an order',
      terms: ['cancel'],
    },
    {
      id: 'match',
      title: 'Match by price and time',
      terms: ['match', 'price-time', 'priority'],
    },
    {
      id: 'risk',
      title: 'Check the limits of the member',
      terms: ['risk', 'limit', 'credit'],
    },
    {
      id: 'data',
      title: 'Send market data to all members',
      terms: ['market data', 'feed', 'quotes', 'multicast'],
    },
    {
      id: 'audit',
      title: 'Keep and replay every event',
      terms: ['audit', 'replay', 'journal'],
    },
    {
      id: 'clear',
      title: 'Clear trades',
      terms: ['clear', 'settle', 'position'],
    },
  ],
  outOfScope: [
    {
      id: 'accounts',
      title: 'Accounts of investors',
      terms: ['account', 'investor', 'retail'],
    },
    {
      id: 'settlement',
      title: 'Settlement at the depository',
      terms: ['settlement', 'depository'],
    },
    {
      id: 'auctions',
      title: 'Auctions at open and close',
      terms: ['auction'],
    },
  ],
  nonFunctional: [
    {
      id: 'order-time',
      title: 'Order to answer under 100 µs at p99, 99.999 % served',
      terms: ['100 µs', '100 us', 'microsecond', '99.999'],
      measure: {
        of: 'flow',
        flow: 'order',
        targets: {
          p99Ms: 0.1,
          availability: 0.99999,
        },
      },
    },
    {
      id: 'cancel-time',
      title: 'Cancel to answer under 100 µs at p99',
      terms: ['cancel', '100 µs', '100 us'],
      measure: {
        of: 'flow',
        flow: 'cancel',
        targets: {
          p99Ms: 0.1,
          availability: 0.99999,
        },
      },
    },
    {
      id: 'published',
      title: 'Trades cleared and watched within a second',
      terms: ['second', 'clear', 'publish'],
      measure: {
        of: 'flow',
        flow: 'order',
        targets: {
          completionP99Ms: 1000,
        },
      },
    },
    {
      id: 'headroom',
      title: 'Room for 1.5 times the peak',
      terms: ['headroom', '1.5', 'room'],
      measure: {
        of: 'flow',
        flow: 'order',
        targets: {
          headroom: 1.5,
        },
      },
    },
    {
      id: 'recovery-time',
      title: 'Missed data within 10 ms at p99',
      terms: ['10 ms', 'recover', 'missed'],
      measure: {
        of: 'flow',
        flow: 'recover',
        targets: {
          p99Ms: 10,
        },
      },
    },
    {
      id: 'loss',
      title: 'No accepted order is lost; back in five seconds',
      terms: ['rpo', 'rto', 'no loss', 'five seconds'],
      measure: {
        of: 'design',
        targets: {
          rpoSeconds: 0,
          rtoSeconds: 5,
        },
      },
    },
    {
      id: 'order',
      title: 'One order of events, the same on every replay',
      terms: ['order', 'determin', 'sequence', 'replay'],
      measure: {
        of: 'design',
        targets: {
          consistency: 'strong',
        },
      },
    },
    {
      id: 'fairness',
      title: 'No member gets market data before another',
      terms: ['fair', 'multicast', 'same time'],
    },
  ],
  estimates: [
    {
      id: 'average',
      title: 'Messages a second, average of the session',
      unit: 'rps',
      value: 85_500,
      least: 42_750,
      most: 171_000,
      why: '2 billion ÷ 23 400 seconds, 6.5 hours, is 85 500 a second.',
    },
    {
      id: 'peak-orders',
      title: 'New orders a second at peak',
      unit: 'rps',
      value: 427_500,
      least: 213_750,
      most: 855_000,
      why: 'Half of 85 500 × 10 is 427 500 a second; as many cancels.',
      figure: {
        flowRps: 'order',
      },
    },
    {
      id: 'peak',
      title: 'All writes a second at peak',
      unit: 'rps',
      value: 855_000,
      least: 427_500,
      most: 1_710_000,
      why: '85 500 × 10 is 855 000 a second.',
      figure: {
        total: 'peakWriteRps',
      },
    },
    {
      id: 'budget',
      title: 'Time for one message on the one thread, at 70 % busy',
      unit: 'seconds',
      value: 8.2e-7,
      least: 4.1e-7,
      most: 0.00000164,
      why: '0.7 ÷ 855 000 is 0.8 µs. The sequencer must not take longer.',
    },
    {
      id: 'day',
      title: 'Stored in a day, one copy',
      unit: 'bytes',
      value: 200_000_000_000,
      least: 100_000_000_000,
      most: 400_000_000_000,
      why: '2 billion × 100 bytes is 200 GB.',
    },
    {
      id: 'year',
      title: 'Stored in a year, one copy',
      unit: 'bytes',
      value: 50_400_000_000_000,
      least: 25_200_000_000_000,
      most: 100_800_000_000_000,
      why: '200 GB × 252 trading days is 50 TB.',
    },
    {
      id: 'feed',
      title: 'Market data a second at peak, sent once',
      unit: 'bytes-per-second',
      value: 100_000_000,
      least: 50_000_000,
      most: 200_000_000,
      why: 'A million messages × 100 bytes is 100 MB, 0.8 Gb/s.',
    },
    {
      id: 'fan-out',
      title: 'Market data a second at peak, sent to each member by TCP',
      unit: 'bytes-per-second',
      value: 50_000_000_000,
      least: 25_000_000_000,
      most: 100_000_000_000,
      why: '100 MB × 500 members is 50 GB, 400 Gb/s: multicast.',
    },
    {
      id: 'bytes-in',
      title: 'Bytes in a second at peak',
      unit: 'bytes-per-second',
      value: 85_600_000,
      least: 42_800_000,
      most: 171_200_000,
      why: '855 000 × 100 bytes is 86 MB.',
      figure: {
        total: 'bytesInPerSecond',
      },
    },
  ],
  flows: [
    {
      id: 'order',
      name: 'Enter an order',
      kind: 'write',
      rps: 427_500,
      peakFactor: 37,
      requestBytes: 100,
      responseBytes: 100,
      storedBytes: 100,
    },
    {
      id: 'cancel',
      name: 'Cancel an order',
      kind: 'write',
      rps: 427_500,
      peakFactor: 37,
      requestBytes: 100,
      responseBytes: 100,
      storedBytes: 100,
    },
    {
      id: 'recover',
      name: 'Recover missed market data',
      kind: 'read',
      rps: 2000,
      peakFactor: 37,
      requestBytes: 60,
      responseBytes: 4000,
      storedBytes: 0,
    },
  ],
  roles: [
    {
      id: 'gateways',
      title: 'Gateways for the sessions of members',
      kinds: ['service', 'reverse-proxy', 'network-load-balancer', 'api-gateway', 'grpc-gateway'],
      least: 2,
      why: 'They speak FIX, check certificates and limits, and drop what is malformed.',
      required: true,
    },
    {
      id: 'risk',
      title: 'A check of limits before the book',
      kinds: ['service'],
      why: 'An order that a member cannot pay must not trade.',
    },
    {
      id: 'sequencer',
      title: 'One place that gives orders their order',
      kinds: ['matching-engine', 'stream'],
      why: 'Price and time need one clock: the sequence number.',
      required: true,
    },
    {
      id: 'engine',
      title: 'Matching engines by group of symbols',
      kinds: ['matching-engine'],
      least: 2,
      why: 'One thread for a book, in memory; a standby beside each.',
      required: true,
    },
    {
      id: 'journal',
      title: 'A journal that has every order before it is matched',
      kinds: ['stream'],
      why: 'It is what a standby follows and an auditor replays.',
      required: true,
    },
    {
      id: 'feed',
      title: 'Publishers of market data',
      kinds: ['service', 'pub-sub'],
      why: 'Everyone gets the same packet at the same time.',
      required: true,
    },
    {
      id: 'trades',
      title: 'A stream of trades',
      kinds: ['stream', 'queue'],
      why: 'Clearing and surveillance must not slow the match.',
      required: true,
    },
    {
      id: 'clearing',
      title: 'Clearing',
      kinds: ['worker', 'service', 'stream-processor'],
      why: 'It turns trades into positions.',
      required: true,
    },
    {
      id: 'archive',
      title: 'An archive of the journal',
      kinds: ['object-store', 'backup'],
      why: 'Seven years of events.',
    },
  ],
  apis: [
    {
      id: 'order',
      title: 'New order, answered by an execution report',
      terms: ['new order', 'neworder', 'fix', 'order'],
    },
    {
      id: 'cancel',
      title: 'Cancel by the member’s order id',
      terms: ['cancel'],
    },
    {
      id: 'feed',
      title: 'Multicast of book changes and trades',
      terms: ['multicast', 'feed', 'market data'],
    },
    {
      id: 'recover',
      title: 'Request for missed sequence numbers',
      terms: ['recover', 'gap', 'snapshot', 'missed'],
    },
  ],
  entities: [
    {
      id: 'event',
      title: 'Event with its sequence number',
      terms: ['event', 'sequence', 'journal'],
    },
    {
      id: 'book',
      title: 'Book: price levels and queues in memory',
      terms: ['book', 'price level', 'bids', 'asks'],
    },
    {
      id: 'trade',
      title: 'Trade',
      terms: ['trade', 'execution', 'fill'],
    },
    {
      id: 'position',
      title: 'Position of a member',
      terms: ['position'],
    },
  ],
  deepDive: [
    {
      id: 'order',
      title:
        'Two members send an order for the last share in the same microsecond. Who gets it, and does every copy agree?',
      role: 'sequencer',
      names: [
        {
          id: 'sequencer',
          title: 'One sequencer decides',
          terms: ['sequencer', 'single writer', 'one thread', 'single thread'],
        },
        {
          id: 'number',
          title: 'A sequence number in each event',
          terms: ['sequence number', 'number'],
        },
        {
          id: 'deterministic',
          title: 'Engines that read no clock and draw no random numbers',
          terms: ['determin', 'clock', 'random'],
        },
        {
          id: 'replay',
          title: 'A replay gives the same result',
          terms: ['replay'],
        },
        {
          id: 'fair',
          title: 'Lines of equal length, stamps at the switch',
          terms: ['fair', 'equal length', 'cable', 'timestamp'],
        },
      ],
    },
    {
      id: 'failover',
      title: 'The server of the sequencer dies in the middle of the session.',
      role: 'sequencer',
      names: [
        {
          id: 'standby',
          title: 'A hot standby that follows the journal',
          terms: ['standby', 'hot', 'follower', 'replica'],
        },
        {
          id: 'detect',
          title: 'Heartbeats and how long they take',
          terms: ['heartbeat', 'detect', 'timeout'],
        },
        {
          id: 'fence',
          title: 'The old one is fenced',
          terms: ['fenc', 'term', 'epoch', 'split brain', 'split-brain'],
        },
        {
          id: 'inflight',
          title: 'What became of orders under way',
          terms: ['under way', 'in flight', 'in-flight', 'clordid', 'resend', 'duplicate'],
        },
      ],
    },
    {
      id: 'latency',
      title: 'Where do 100 µs go, and what would use them up?',
      role: 'engine',
      names: [
        {
          id: 'network',
          title: 'Kernel bypass and round trips of µs',
          terms: ['kernel bypass', 'round trip', 'dpdk', 'rdma', 'nic'],
        },
        {
          id: 'memory',
          title: 'All in memory, nothing allocated',
          terms: ['memory', 'allocat', 'cache line', 'ring buffer'],
        },
        {
          id: 'pauses',
          title: 'No collector pauses, threads pinned',
          terms: ['garbage', 'gc', 'pause', 'pinned', 'affinity'],
        },
        {
          id: 'utilization',
          title: 'Queueing: how busy the one thread is',
          terms: ['utilization', 'queue', 'busy', 'headroom'],
        },
      ],
    },
    {
      id: 'feed',
      title: 'A million messages a second to 500 members. How, and what about one who misses a packet?',
      role: 'feed',
      names: [
        {
          id: 'multicast',
          title: 'Multicast instead of 500 copies',
          terms: ['multicast', 'udp'],
        },
        {
          id: 'gap',
          title: 'Sequence numbers and a request for the gap',
          terms: ['gap', 'sequence', 'retransmi', 'recover'],
        },
        {
          id: 'snapshot',
          title: 'An image of the book to start from',
          terms: ['snapshot', 'image'],
        },
        {
          id: 'slow',
          title: 'A slow member hurts only itself',
          terms: ['slow consumer', 'slow member', 'backpressure'],
        },
      ],
    },
  ],
  pitfalls: [
    {
      id: 'database',
      title: 'A database or broker in the path of the match',
      why: 'A commit takes 5 ms, fifty times the whole budget.',
      rule: 'latency-target-missed',
    },
    {
      id: 'writers',
      title: 'Several threads match one symbol',
      why: 'Which of two orders came first then depends on the scheduler of the machine.',
      rule: 'several-writers',
    },
    {
      id: 'standby',
      title: 'No hot standby',
      why: 'A restart from the journal takes minutes; five seconds a month are allowed.',
      rule: 'single-point-of-failure',
    },
    {
      id: 'tcp',
      title: 'Market data by TCP to each member',
      why: 'It takes 400 Gb/s, and the last member gets it after the first.',
      rule: 'network-bottleneck',
    },
    {
      id: 'early',
      title: 'The journal answers before its copies have the event',
      why: 'Members know of trades that the exchange lost.',
      rule: 'unreplicated-messages',
    },
  ],
  followUps: [
    {
      id: 'news',
      title: 'News: twice the peak.',
      event: {
        kind: 'load',
        factor: 2,
      },
      survives: true,
      text: '1.71 million messages a second: the sequencer is at 86 %, everything else under 55 %. Waits at the sequencer grow to a few µs; the p99 stays under 100 µs. At 2 million it is full.',
    },
    {
      id: 'more',
      title: 'Three times the peak.',
      event: {
        kind: 'load',
        factor: 3,
      },
      survives: false,
      text: '2.6 million a second are more than one thread numbers. Symbols are split between two sequencers, and the common order of all symbols is given up; until then gateways refuse.',
    },
    {
      id: 'sequencer-lost',
      title: 'The active sequencer is lost.',
      event: {
        kind: 'down',
        role: 'sequencer',
      },
      survives: true,
      text: 'A standby has read the journal up to the last number and takes over within a second. Members send again what was not answered; order ids of their own show duplicates.',
    },
    {
      id: 'engine-slow',
      title: 'An engine takes three times as long for each order.',
      event: {
        kind: 'slow',
        role: 'engine',
        factor: 3,
      },
      survives: false,
      text: 'The busiest of them is the sequencer: it goes from 43 % to 128 %, and every order goes through it, so the venue stops. A group of symbols alone would go from 26 % to 77 % and go on.',
    },
    {
      id: 'growth',
      title: 'Three years on, at 20 % a year.',
      event: {
        kind: 'growth',
        years: 3,
      },
      survives: true,
      text: '1.73 times the load: the sequencer is at 74 %, above the planned limit of 70 %. A faster core or a second sequencer is due.',
    },
  ],
  hints: [
    {
      section: 'expectations',
      text: 'Ask how long a session is: a day is not 24 hours here.',
    },
    {
      section: 'expectations',
      text: 'Ask where the members’ servers stand.',
    },
    {
      section: 'estimates',
      text: 'Messages ÷ seconds of a session, then the peak.',
    },
    {
      section: 'estimates',
      text: 'How many µs may one message take on one thread?',
    },
    {
      section: 'goals',
      text: 'What does fair mean, and who decides which order was first?',
    },
    {
      section: 'goals',
      text: 'Would you rather stop, or go on without a copy?',
    },
    {
      section: 'high-level',
      text: 'Find the one place that every order has to pass, and make it do as little as possible.',
    },
    {
      section: 'high-level',
      text: 'What may happen after the answer? Draw it behind a stream.',
    },
    {
      section: 'deep-dive',
      text: 'Add up the round trips in µs.',
    },
    {
      section: 'deep-dive',
      text: 'Let the sequencer die between appending and answering.',
    },
    {
      section: 'justify',
      text: 'Compare one thread with locks, and with a consensus round for each order.',
    },
    {
      section: 'justify',
      text: 'What does multicast save, in Gb/s?',
    },
    {
      section: 'metrics',
      text: 'Measure from the switch, not from the process.',
    },
    {
      section: 'security',
      text: 'What stops a member whose program runs wild?',
    },
  ],
  reference: designOf(reference),
  variants: [
    {
      id: 'database-in-path',
      title: 'A database in the path',
      text: 'The sequencer commits each order to PostgreSQL, eight shards, before it is matched.',
      why: 'Eight leaders take 51 200 commits a second of 855 000. Its queue grows without bound; even idle, a commit takes 5 ms.',
      shows: [
        {
          rule: 'saturated',
          node: 'journal',
        },
        {
          missed: 'p99Ms',
          flow: 'order',
        },
      ],
      design: designOf(databaseInPath),
    },
    {
      id: 'no-standby',
      title: 'A sequencer without standby',
      text: 'One server numbers all orders.',
      why: 'One server is up 99.9 %: half a minute of each session is lost on average, and in truth an hour at once.',
      shows: [
        {
          rule: 'single-point-of-failure',
          node: 'sequencer',
        },
        {
          missed: 'availability',
          flow: 'order',
        },
      ],
      design: designOf(noStandby),
    },
    {
      id: 'leader-only-journal',
      title: 'A journal that answers early',
      text: 'The journal acknowledges when its leader has the event; copies follow.',
      why: 'A few µs of events are lost with the leader: about three at peak. Members were told of trades that no copy has.',
      shows: [
        {
          rule: 'unreplicated-messages',
          node: 'journal',
        },
        {
          missed: 'rpoSeconds',
        },
      ],
      design: designOf(leaderOnlyJournal),
    },
    {
      id: 'tcp-feed',
      title: 'Market data over TCP',
      text: 'Two servers send each message to each of 500 members.',
      why: '500 million packets a second are 400 Gb/s; two servers carry 20. The feed falls behind without bound.',
      shows: [
        {
          rule: 'network-bottleneck',
          node: 'lines',
        },
        {
          missed: 'completionP99Ms',
          flow: 'order',
        },
      ],
      design: designOf(tcpFeed),
    },
    {
      id: 'collector-pauses',
      title: 'A runtime with pauses',
      text: 'The engines run on a runtime whose collector stops one order in seventy for 5 ms.',
      why: 'The mean grows by 75 µs, and the p99 is 2 ms: twenty times the target.',
      shows: [
        {
          rule: 'latency-target-missed',
          node: 'order',
        },
        {
          missed: 'p99Ms',
          flow: 'order',
        },
        {
          missed: 'p99Ms',
          flow: 'cancel',
        },
      ],
      design: designOf(collectorPauses),
    },
  ],
};
