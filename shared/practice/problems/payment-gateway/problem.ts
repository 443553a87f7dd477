import { type Problem, problemFormat, problemVersion } from '../../problem';
import { designOf } from '../design';
import asyncLedger from './async-ledger.json';
import cardsInPayments from './cards-in-payments.json';
import defaultQuota from './default-quota.json';
import noIdempotency from './no-idempotency.json';
import oneProvider from './one-provider.json';
import reference from './reference.json';

export const problem: Problem = {
  format: problemFormat,
  version: problemVersion,
  id: 'payment-gateway',
  title: 'Payment gateway',
  summary:
    'Card payments for merchants: each charged once, through providers with quotas, with a ledger that balances.',
  prompt: {
    text: 'Design the payment gateway of a large shop and its marketplace sellers. Their servers ask you to authorize a card at checkout, capture the money when the goods ship, and refund it if they come back. You use card providers for the banks. Nobody may be charged twice, and no payment may be lost.',
  },
  questions: [
    {
      id: 'volume',
      title: 'How many payments are there?',
      terms: ['how many payments', 'payments per day', 'transactions per', 'tps', 'volume'],
      text: '10 million a day.',
    },
    {
      id: 'peak',
      title: 'How much higher is the peak?',
      terms: ['peak', 'sale', 'black friday', 'burst', 'spike', 'seasonal'],
      text: 'Ten times the average, in the first minutes of a sale. Captures follow the warehouses: twice their average.',
    },
    {
      id: 'reads',
      title: 'How often is a payment looked up?',
      terms: ['how many reads', 'status', 'look up', 'lookup', 'poll', 'read to write'],
      text: 'About twice for each payment.',
    },
    {
      id: 'operations',
      title: 'Which operations do merchants need?',
      terms: ['operations', 'use cases', 'capture', 'refund', 'void', 'features'],
      text: 'Authorize, capture, refund, look up, and a webhook for every change.',
    },
    {
      id: 'latency',
      title: 'How long may a merchant wait?',
      terms: ['latency', 'how fast', 'response time', 'p99', 'wait'],
      text: 'Two seconds at p99 where the bank is asked; 200 ms for everything else.',
    },
    {
      id: 'provider-time',
      title: 'How long does a provider take, and how many calls may we make?',
      terms: ['provider', 'psp', 'quota', 'rate limit of', 'bank', 'stripe', 'how long does the provider'],
      text: 'Half a second on average, 1.4 s at p99. A new account takes 100 calls a second; you can agree on 2 500, but you have to ask.',
    },
    {
      id: 'availability',
      title: 'How available must it be?',
      terms: ['availability', 'uptime', 'nines', 'sla', 'slo'],
      text: '99.99 %. A region that fails must not stop payments.',
    },
    {
      id: 'loss',
      title: 'May anything be lost?',
      terms: ['lost', 'loss', 'rpo', 'durability', 'rto', 'recovery'],
      text: 'No payment that was answered may be lost, even with a region. Be back within two minutes.',
    },
    {
      id: 'retries',
      title: 'Do merchants retry?',
      terms: ['retry', 'retries', 'duplicate', 'twice', 'idempoten', 'timeout'],
      text: 'Yes, whenever a request times out, with the same key. A card must be charged once.',
    },
    {
      id: 'consistency',
      title: 'How fresh must balances and states be?',
      terms: ['consistency', 'consistent', 'stale', 'balance', 'fresh', 'strong'],
      text: 'What we answered must be what a look-up shows. The ledger always balances.',
    },
    {
      id: 'cards',
      title: 'Do we hold card numbers?',
      terms: ['card number', 'pci', 'card data', 'token', 'vault', 'sensitive'],
      text: 'Yes, for returning buyers. Keep the parts that see them as few as you can.',
    },
    {
      id: 'retention',
      title: 'How long are payments kept?',
      terms: ['retention', 'how long kept', 'archive', 'years', 'history'],
      text: 'Seven years, 2 KB for each payment.',
    },
    {
      id: 'provider-choice',
      title: 'May we use several providers?',
      terms: ['several providers', 'second provider', 'multiple providers', 'fallback', 'backup provider'],
      text: 'Yes, two are under contract, at different fees.',
    },
  ],
  functional: [
    {
      id: 'authorize',
      title: 'Authorize a card payment',
      terms: ['authoriz', 'authoris', 'charge', 'pay'],
    },
    {
      id: 'capture',
      title: 'Capture it later, all or part',
      terms: ['capture', 'settle'],
    },
    {
      id: 'refund',
      title: 'Refund all or part',
      terms: ['refund', 'reverse', 'return'],
    },
    {
      id: 'idempotent',
      title: 'Every write takes an idempotency key',
      terms: ['idempoten', 'exactly once', 'retry key', 'duplicate'],
    },
    {
      id: 'webhook',
      title: 'Tell the merchant of every change',
      terms: ['webhook', 'notify', 'callback'],
    },
    {
      id: 'ledger',
      title: 'A double-entry ledger',
      terms: ['ledger', 'double entry', 'double-entry', 'bookkeeping'],
    },
    {
      id: 'reconcile',
      title: 'Reconcile with the files of the providers',
      terms: ['reconcil', 'match', 'settlement file'],
    },
  ],
  outOfScope: [
    {
      id: 'payouts',
      title: 'Payouts and exchange of currencies',
      terms: ['payout', 'currency', 'exchange', 'fx'],
    },
    {
      id: 'disputes',
      title: 'Disputes and chargebacks',
      terms: ['dispute', 'chargeback'],
    },
    {
      id: 'fraud-models',
      title: 'Training of fraud models',
      terms: ['fraud model', 'machine learning', 'training'],
    },
  ],
  nonFunctional: [
    {
      id: 'authorize-time',
      title: 'Authorize within 2 s at p99, 99.99 % of them served',
      terms: ['2 s', 'two seconds', 'p99', '99.99'],
      measure: {
        of: 'flow',
        flow: 'authorize',
        targets: {
          p99Ms: 2000,
          availability: 0.9999,
        },
      },
    },
    {
      id: 'status-time',
      title: 'Look-ups within 200 ms at p99',
      terms: ['200 ms', 'look up', 'status'],
      measure: {
        of: 'flow',
        flow: 'status',
        targets: {
          p99Ms: 200,
          availability: 0.9999,
        },
      },
    },
    {
      id: 'capture-time',
      title: 'Captures accepted within 200 ms, carried out within 10 s at p99',
      terms: ['200 ms', '10 s', 'ten seconds', 'capture'],
      measure: {
        of: 'flow',
        flow: 'capture',
        targets: {
          p99Ms: 200,
          availability: 0.9999,
          completionP99Ms: 10_000,
        },
      },
    },
    {
      id: 'refund-time',
      title: 'Refunds accepted within 200 ms, carried out within 10 s at p99',
      terms: ['200 ms', '10 s', 'ten seconds', 'refund'],
      measure: {
        of: 'flow',
        flow: 'refund',
        targets: {
          p99Ms: 200,
          availability: 0.9999,
          completionP99Ms: 10_000,
        },
      },
    },
    {
      id: 'headroom',
      title: 'Room for 1.5 times the peak, at the provider too',
      terms: ['headroom', '1.5', 'quota', 'room'],
      measure: {
        of: 'flow',
        flow: 'authorize',
        targets: {
          headroom: 1.5,
        },
      },
    },
    {
      id: 'loss',
      title: 'No payment is lost; back within two minutes',
      terms: ['rpo', 'rto', 'no loss', 'zero loss'],
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
      title: 'Strong consistency of payments and ledger',
      terms: ['strong', 'consisten', 'acid', 'linearizable'],
      measure: {
        of: 'design',
        targets: {
          consistency: 'strong',
        },
      },
    },
    {
      id: 'cards',
      title: 'Card numbers in a zone of their own, tokens elsewhere',
      terms: ['pci', 'token', 'vault', 'card data'],
    },
  ],
  estimates: [
    {
      id: 'payments',
      title: 'Payments a second at peak',
      unit: 'rps',
      value: 1157,
      least: 578.5,
      most: 2314,
      why: '10 million ÷ 86 400 seconds is 116 a second; × 10 is 1 157.',
      figure: {
        flowRps: 'authorize',
      },
    },
    {
      id: 'lookups',
      title: 'Look-ups a second at peak',
      unit: 'rps',
      value: 2315,
      least: 1157.5,
      most: 4630,
      why: 'Two for each payment: 116 × 2 × 10 is 2 315.',
      figure: {
        flowRps: 'status',
      },
    },
    {
      id: 'average-writes',
      title: 'Write requests a second, average',
      unit: 'rps',
      value: 234,
      least: 117,
      most: 468,
      why: '116 authorizations and as many captures; refunds are one in fifty: 234.',
      figure: {
        total: 'averageWriteRps',
      },
    },
    {
      id: 'store-writes',
      title: 'Writes to stores a second at peak',
      unit: 'rps',
      value: 5785,
      least: 2892.5,
      most: 11_570,
      why: 'Five for each payment: the key, the intent, result and entries, the outbox row, the answer. 1 157 × 5 is 5 800.',
    },
    {
      id: 'in-flight',
      title: 'Calls under way at the provider at peak',
      unit: 'count',
      value: 580,
      least: 290,
      most: 1160,
      why: 'Little: 1 157 a second × 0.5 s is 580.',
    },
    {
      id: 'day',
      title: 'Stored for payments in a day, one copy',
      unit: 'bytes',
      value: 20_000_000_000,
      least: 10_000_000_000,
      most: 40_000_000_000,
      why: '10 million × 2 KB is 20 GB.',
    },
    {
      id: 'seven-years',
      title: 'Stored for payments in seven years, one copy, without growth',
      unit: 'bytes',
      value: 51_000_000_000_000,
      least: 25_500_000_000_000,
      most: 102_000_000_000_000,
      why: '20 GB × 365 is 7.3 TB a year; × 7 is 51 TB. Three copies are 153 TB.',
    },
    {
      id: 'bytes-in',
      title: 'Bytes in a second at peak',
      unit: 'bytes-per-second',
      value: 3_400_000,
      least: 1_700_000,
      most: 6_800_000,
      why: '1 157 × 2 KB and 2 315 × 400 bytes: about 3.4 MB. The network is no concern.',
      figure: {
        total: 'bytesInPerSecond',
      },
    },
  ],
  flows: [
    {
      id: 'authorize',
      name: 'Authorize a payment',
      kind: 'write',
      rps: 1157,
      peakFactor: 10,
      requestBytes: 2000,
      responseBytes: 800,
      storedBytes: 1500,
    },
    {
      id: 'status',
      name: 'Look up a payment',
      kind: 'read',
      rps: 2315,
      peakFactor: 10,
      requestBytes: 400,
      responseBytes: 1200,
      storedBytes: 0,
    },
    {
      id: 'capture',
      name: 'Capture a payment',
      kind: 'write',
      rps: 231,
      peakFactor: 2,
      requestBytes: 600,
      responseBytes: 400,
      storedBytes: 500,
    },
    {
      id: 'refund',
      name: 'Refund a payment',
      kind: 'write',
      rps: 4.6,
      peakFactor: 2,
      requestBytes: 600,
      responseBytes: 400,
      storedBytes: 500,
    },
  ],
  roles: [
    {
      id: 'entry',
      title: 'A gateway that knows its callers',
      kinds: ['api-gateway', 'reverse-proxy', 'load-balancer', 'service-mesh'],
      why: 'It checks certificates and limits before anything costs money.',
      required: true,
    },
    {
      id: 'payments',
      title: 'A payment service',
      kinds: ['service', 'container-cluster', 'function'],
      least: 2,
      why: 'It runs the steps of a payment and keeps no state of its own.',
      required: true,
    },
    {
      id: 'keys',
      title: 'A store of idempotency keys with conditional writes',
      kinds: ['key-value-store', 'sql-database', 'document-database'],
      why: 'Of two requests with one key, one wins.',
      required: true,
    },
    {
      id: 'ledger',
      title: 'A ledger with transactions and copies that are waited for',
      kinds: ['sql-database'],
      why: 'Entries that balance, in one transaction, and none is lost.',
      required: true,
    },
    {
      id: 'provider',
      title: 'A payment provider',
      kinds: ['payment-provider', 'external-api'],
      least: 1,
      why: 'Banks are reached through it; it has a quota and bad days.',
      required: true,
    },
    {
      id: 'vault',
      title: 'A vault for card numbers',
      kinds: ['service', 'key-value-store', 'secret-manager'],
      why: 'Few parts see card numbers.',
      required: true,
    },
    {
      id: 'events',
      title: 'A stream or queue of events',
      kinds: ['stream', 'queue', 'pub-sub'],
      why: 'Webhooks, captures and reconciliation must not delay the buyer.',
      required: true,
    },
    {
      id: 'workers',
      title: 'Workers for captures and webhooks',
      kinds: ['worker', 'function', 'stream-processor'],
      why: 'They call providers and merchants at their pace.',
      required: true,
    },
    {
      id: 'reports',
      title: 'Reports and reconciliation',
      kinds: ['data-warehouse', 'stream-processor', 'etl-job'],
      why: 'What providers say is compared with the ledger each day.',
    },
  ],
  apis: [
    {
      id: 'authorize',
      title: 'POST /payments with an Idempotency-Key',
      terms: ['post', 'payments', 'authorize', 'charge'],
    },
    {
      id: 'capture',
      title: 'POST /payments/{id}/captures',
      terms: ['capture'],
    },
    {
      id: 'refund',
      title: 'POST /payments/{id}/refunds',
      terms: ['refund'],
    },
    {
      id: 'status',
      title: 'GET /payments/{id}',
      terms: ['get', 'status', 'look up'],
    },
    {
      id: 'webhook',
      title: 'Webhook to the merchant, signed',
      terms: ['webhook', 'callback'],
    },
  ],
  entities: [
    {
      id: 'payment',
      title: 'Payment: amount, state, provider reference',
      terms: ['payment', 'transaction', 'charge'],
    },
    {
      id: 'entry',
      title: 'Ledger entry, signed amounts that sum to zero',
      terms: ['entry', 'ledger', 'posting', 'debit', 'credit'],
    },
    {
      id: 'key',
      title: 'Idempotency key with its answer',
      terms: ['idempoten', 'key'],
    },
    {
      id: 'outbox',
      title: 'Outbox of events',
      terms: ['outbox', 'event'],
    },
    {
      id: 'card',
      title: 'Card token',
      terms: ['card', 'token'],
    },
  ],
  deepDive: [
    {
      id: 'twice',
      title: 'A merchant’s request times out and it sends it again. Show that the card is charged once.',
      role: 'keys',
      names: [
        {
          id: 'key',
          title: 'A key with a conditional write before anything else',
          terms: ['idempoten', 'conditional', 'unique', 'if not exists'],
        },
        {
          id: 'under-way',
          title: 'What the second request gets while the first is under way',
          terms: ['409', 'conflict', 'in progress', 'under way', 'wait'],
        },
        {
          id: 'stored',
          title: 'The stored answer is given again',
          terms: ['stored answer', 'same response', 'replay', 'cached response'],
        },
        {
          id: 'provider',
          title: 'The provider gets a key too',
          terms: ['provider key', 'pass the key', 'provider idempoten', 'payment id'],
        },
        {
          id: 'unknown',
          title: 'A call with unknown result is asked about, not sent again',
          terms: ['unknown', 'query', 'pending', 'ask the provider', 'look up'],
        },
      ],
    },
    {
      id: 'ledger',
      title: 'What is written to the ledger, when, and what if the process dies between two steps?',
      role: 'ledger',
      names: [
        {
          id: 'intent',
          title: 'An intent before the call, the result after it',
          terms: ['intent', 'pending', 'before the call'],
        },
        {
          id: 'double',
          title: 'Two entries that sum to zero',
          terms: ['double entry', 'double-entry', 'debit', 'credit', 'sum'],
        },
        {
          id: 'transaction',
          title: 'Result, entries and event in one transaction',
          terms: ['transaction', 'atomic', 'acid'],
        },
        {
          id: 'recovery',
          title: 'A job that looks for pending payments',
          terms: ['sweep', 'recover', 'reconcil', 'timeout', 'job'],
        },
        {
          id: 'copies',
          title: 'Copies that are waited for',
          terms: ['quorum', 'synchronous', 'sync', 'majority'],
        },
      ],
    },
    {
      id: 'provider',
      title: 'Your provider answers in 10 seconds instead of half a second. What happens?',
      role: 'provider',
      names: [
        {
          id: 'timeout',
          title: 'A timeout, and requests in flight by Little',
          terms: ['timeout', 'little', 'in flight', 'in-flight'],
        },
        {
          id: 'breaker',
          title: 'A circuit breaker opens',
          terms: ['breaker', 'circuit'],
        },
        {
          id: 'fallback',
          title: 'The other provider, or a clear refusal',
          terms: ['fallback', 'second provider', 'failover', 'degrade'],
        },
        {
          id: 'quota',
          title: 'Quota of the one that takes over',
          terms: ['quota', 'limit', 'capacity'],
        },
      ],
    },
    {
      id: 'events',
      title: 'How do webhooks and settlement learn of a payment, without a dual write?',
      role: 'events',
      names: [
        {
          id: 'outbox',
          title: 'Outbox or change data capture',
          terms: ['outbox', 'cdc', 'change data', 'log'],
        },
        {
          id: 'at-least-once',
          title: 'At least once, consumers that notice duplicates',
          terms: ['at least once', 'at-least-once', 'duplicate', 'dedup', 'idempoten'],
        },
        {
          id: 'order',
          title: 'Order for each payment by its key',
          terms: ['order', 'partition', 'key'],
        },
        {
          id: 'dead',
          title: 'A dead-letter queue and retries of webhooks with backoff',
          terms: ['dead letter', 'dlq', 'backoff', 'retry'],
        },
      ],
    },
  ],
  pitfalls: [
    {
      id: 'no-key',
      title: 'A write is retried without an idempotency key',
      why: 'The first call may have reached the bank. The second charges the card again.',
      rule: 'retried-write',
    },
    {
      id: 'dual-write',
      title: 'One service writes to the ledger and to the queue',
      why: 'When one of the two fails, ledger and world differ, and nobody notices until reconciliation.',
      rule: 'dual-write',
    },
    {
      id: 'no-breaker',
      title: 'The provider is called without a breaker or a second one',
      why: 'Its outage is yours, and its slowness fills your servers.',
      rule: 'no-circuit-breaker',
    },
    {
      id: 'cards',
      title: 'Card numbers pass through every service',
      why: 'All of them, their logs and backups are then in the scope of PCI DSS.',
      rule: 'card-data-without-tokens',
    },
    {
      id: 'two-phase',
      title: 'A transaction over ledger and provider',
      why: 'A provider takes no part in a commit; the coordinator blocks when it is lost.',
      rule: 'distributed-transaction',
    },
    {
      id: 'async-replica',
      title: 'RPO 0 with a standby that lags',
      why: 'The leader answered, the standby has not heard of it, and the leader is gone.',
      rule: 'rpo-missed',
    },
    {
      id: 'quota',
      title: 'The quota of the provider is not asked for',
      why: '100 calls a second are a tenth of the peak. More servers do not help.',
      rule: 'quota-exceeded',
    },
  ],
  followUps: [
    {
      id: 'sale',
      title: 'The sale is larger than planned: 1.5 times the peak.',
      event: {
        kind: 'load',
        factor: 1.5,
      },
      survives: true,
      text: 'Provider A gets 2 090 calls a second of a quota of 2 500. Everything else is under half of its capacity.',
    },
    {
      id: 'triple',
      title: 'Three times the peak.',
      event: {
        kind: 'load',
        factor: 3,
      },
      survives: false,
      text: '4 180 calls a second meet a quota of 2 500: the rest are refused. A share of the traffic has to go to Provider B by weight, or buyers wait in a line before checkout.',
    },
    {
      id: 'provider-lost',
      title: 'Provider A is down.',
      event: {
        kind: 'down',
        role: 'provider',
        all: true,
      },
      survives: true,
      text: 'The breaker opens after a few timeouts, and Provider B takes 1 393 calls a second of its 2 500. Payments with unknown result stay pending until A can be asked.',
    },
    {
      id: 'provider-slow',
      title: 'The provider takes four times as long.',
      event: {
        kind: 'slow',
        role: 'provider',
        factor: 4,
      },
      survives: false,
      text: '2 s × 1 393 are 2 786 calls under way; the provider works on 2 500. The 2 s target is missed from the first minute; the breaker has to go by latency, and send a share to B.',
    },
    {
      id: 'growth',
      title: 'Two years on, at 25 % a year.',
      event: {
        kind: 'growth',
        years: 2,
      },
      survives: true,
      text: '1.56 times the load: Provider A at 87 % of its quota. It has to be raised, the rest has room.',
    },
  ],
  hints: [
    {
      section: 'expectations',
      text: 'Ask what happens when a merchant does not get an answer.',
    },
    {
      section: 'expectations',
      text: 'Ask how long a provider takes and how many calls it accepts.',
    },
    {
      section: 'estimates',
      text: 'A day has 86 400 seconds; take 100 000 and say so.',
    },
    {
      section: 'estimates',
      text: 'Requests in flight are rate times time: how many wait for the provider at peak?',
    },
    {
      section: 'goals',
      text: 'Which of the operations has to wait for a bank, and which need not?',
    },
    {
      section: 'goals',
      text: 'What does 99.99 % leave in a month, and how long is a region down in a year?',
    },
    {
      section: 'high-level',
      text: 'Write down what is stored before and after the call to the provider.',
    },
    {
      section: 'high-level',
      text: 'Who needs to see a card number? Draw a border around them.',
    },
    {
      section: 'deep-dive',
      text: 'Let the process die between each two steps, and say what is left.',
    },
    {
      section: 'deep-dive',
      text: 'How does a message leave when the transaction commits, and only then?',
    },
    {
      section: 'justify',
      text: 'Say which part is full first, and at what rate.',
    },
    {
      section: 'justify',
      text: 'Compare an outbox with a dual write and with two-phase commit.',
    },
    {
      section: 'metrics',
      text: 'Which figure tells you that a provider has a bad day before merchants call?',
    },
    {
      section: 'security',
      text: 'PCI DSS: which parts are in scope, and how do you keep the others out?',
    },
  ],
  reference: designOf(reference),
  variants: [
    {
      id: 'no-idempotency',
      title: 'Retries without a key',
      text: 'The vault tries a provider again after a timeout; nothing marks the two calls as one payment.',
      why: 'A timeout does not say that nothing happened. With three attempts a card is charged up to three times.',
      shows: [
        {
          rule: 'retried-write',
        },
      ],
      design: designOf(noIdempotency),
    },
    {
      id: 'one-provider',
      title: 'One provider, no breaker',
      text: 'All authorizations go to Provider A, and each waits for its timeout when A is slow.',
      why: 'Provider A is up 99.99 %; with all else in series 99.988 % are left, below the target, and each of its outages is one of ours.',
      shows: [
        {
          rule: 'no-circuit-breaker',
          node: 'vault-a-psp-a',
        },
        {
          missed: 'availability',
          flow: 'authorize',
        },
      ],
      design: designOf(oneProvider),
    },
    {
      id: 'default-quota',
      title: 'The quota of a new account',
      text: 'Both providers take 100 calls a second, as accounts begin.',
      why: '1 393 calls a second at peak meet a quota of 100: more than nine of ten payments are refused.',
      shows: [
        {
          rule: 'quota-exceeded',
          node: 'psp-a',
        },
        {
          missed: 'availability',
          flow: 'authorize',
        },
        {
          missed: 'headroom',
          flow: 'authorize',
        },
      ],
      design: designOf(defaultQuota),
    },
    {
      id: 'async-ledger',
      title: 'A ledger whose standby lags',
      text: 'The leader of each shard answers at once; its standby in another region follows.',
      why: 'The standby is some 17 ms behind: what was answered in that time is lost with the leader. RPO 0 is missed.',
      shows: [
        {
          rule: 'rpo-missed',
          node: 'ledger',
        },
        {
          missed: 'rpoSeconds',
        },
      ],
      design: designOf(asyncLedger),
    },
    {
      id: 'cards-in-payments',
      title: 'Card numbers in the payment service',
      text: 'There is no vault. Payments passes card numbers to the provider and keeps them in the ledger.',
      why: 'Every server, log, backup and person around Payments and Ledger comes into the scope of PCI DSS, and one leak gives all cards away.',
      shows: [
        {
          rule: 'card-data-without-tokens',
          node: 'ledger',
        },
        {
          rule: 'card-data-without-tokens',
          node: 'payments-a',
        },
      ],
      design: designOf(cardsInPayments),
    },
  ],
};
