import { type Problem, problemFormat, problemVersion } from '../../problem';
import { designOf } from '../design';
import believesPlayers from './believes-players.json';
import oneSortedSet from './one-sorted-set.json';
import onlyInMemory from './only-in-memory.json';
import reference from './reference.json';
import smallAggregator from './small-aggregator.json';
import sortedBySql from './sorted-by-sql.json';

export const problem: Problem = {
  format: problemFormat,
  version: problemVersion,
  id: 'leaderboard',
  title: 'Top-K leaderboard',
  summary: 'Millions of scores, a hundred of them shown: ranks within a second.',
  prompt: {
    text: 'Design the leaderboard of an online game. Matches report what each player earned; everyone can see the best hundred of the day, of the week and of all time, and each player can see his own rank. Ask me what you need to know, estimate the load, and then draw the design.',
  },
  questions: [
    {
      id: 'players',
      title: 'How many players are there?',
      terms: ['how many players', 'users', 'dau', 'players a day', 'active'],
      text: '50 million a day. Plan for as many on a board.',
    },
    {
      id: 'scores',
      title: 'How many scores come in?',
      terms: ['how many scores', 'scores per', 'scores a', 'updates', 'writes', 'matches'],
      text: 'Ten for each player and day.',
    },
    {
      id: 'reads',
      title: 'How often is the board looked at?',
      terms: ['how often', 'reads', 'views', 'look at', 'queries'],
      text: 'Five times for each player and day: two of three see the top, one of three his own rank.',
    },
    {
      id: 'peak',
      title: 'How much higher is the peak?',
      terms: ['peak', 'burst', 'event', 'spike', 'evening'],
      text: 'Five times the average, in the evening and at events.',
    },
    {
      id: 'windows',
      title: 'Which boards are there?',
      terms: ['windows', 'daily', 'weekly', 'all time', 'which boards', 'seasons', 'regions'],
      text: 'Three: day, week, all time. All players together.',
    },
    {
      id: 'k',
      title: 'How many are shown?',
      terms: ['how many are shown', 'top 10', 'top 100', 'top k', 'value of k'],
      text: 'The top hundred.',
    },
    {
      id: 'fresh',
      title: 'How soon has a score to be visible?',
      terms: ['how soon', 'fresh', 'real time', 'visible', 'delay', 'stale'],
      text: 'Within a second, for 99 of 100.',
    },
    {
      id: 'exact',
      title: 'Has a rank to be exact?',
      terms: ['exact', 'approximate', 'precise', 'accuracy', 'estimate'],
      text: 'Among the first ten thousand, yes. Beyond it a percent more or less is fine.',
    },
    {
      id: 'latency',
      title: 'How fast are reads to be?',
      terms: ['latency', 'how fast', 'response time', 'p99', 'milliseconds'],
      text: '99 of 100 within 50 ms, for players 20 ms away from the region.',
    },
    {
      id: 'availability',
      title: 'How available is it to be?',
      terms: ['availability', 'available', 'uptime', 'sla', 'slo', 'nines', 'downtime'],
      text: '99.9 % of scores and of reads.',
    },
    {
      id: 'loss',
      title: 'May a score be lost?',
      terms: ['lost', 'loss', 'rpo', 'rto', 'durable', 'durability', 'backup'],
      text: 'No more than a second of them. Boards are back within a quarter of an hour.',
    },
    {
      id: 'sum',
      title: 'Is a score a total or what a match earned?',
      terms: ['total', 'delta', 'sum', 'best', 'add up', 'accumulate', 'highest'],
      text: 'What a match earned. A board shows the sum in its window.',
    },
    {
      id: 'who',
      title: 'Who reports a score?',
      terms: ['who reports', 'client', 'game server', 'trusted', 'cheat', 'authentication', 'submit'],
      text: 'You decide. Players cheat whenever they can.',
    },
    {
      id: 'ties',
      title: 'Who is first among equals?',
      terms: ['tie', 'ties', 'equal', 'same score'],
      text: 'Whoever had the score first.',
    },
    {
      id: 'friends',
      title: 'Are there boards among friends?',
      terms: ['friends', 'groups', 'clans', 'social'],
      text: 'Not now.',
    },
  ],
  functional: [
    {
      id: 'submit',
      title: 'Report what a match earned',
      terms: ['submit', 'report', 'score', 'update'],
    },
    {
      id: 'top',
      title: 'See the top hundred',
      terms: ['top 100', 'top hundred', 'top k', 'leaderboard'],
    },
    {
      id: 'rank',
      title: 'See one’s own rank',
      terms: ['my rank', 'own rank', 'rank of a player'],
    },
    {
      id: 'windows',
      title: 'Boards of the day, the week and all time',
      terms: ['daily', 'weekly', 'all time', 'window'],
    },
    {
      id: 'cheats',
      title: 'Players who cheat are taken off',
      terms: ['cheat', 'ban', 'fraud', 'remove'],
    },
  ],
  outOfScope: [
    {
      id: 'friends',
      title: 'Boards among friends',
      terms: ['friends', 'clan', 'social'],
    },
    {
      id: 'prizes',
      title: 'Prizes',
      terms: ['prize', 'reward'],
    },
    {
      id: 'matchmaking',
      title: 'Matchmaking',
      terms: ['matchmaking', 'matching'],
    },
  ],
  nonFunctional: [
    {
      id: 'fresh',
      title: 'A score is on the board within a second, 99 of 100; 99.9 % are taken',
      terms: ['within a second', '1 s', 'fresh', 'visible'],
      measure: {
        of: 'flow',
        flow: 'submit-score',
        targets: {
          completionP99Ms: 1000,
          availability: 0.999,
        },
      },
    },
    {
      id: 'top',
      title: 'The top hundred within 50 ms, 99 of 100; 99.9 %',
      terms: ['50 ms', 'p99', 'latency'],
      measure: {
        of: 'flow',
        flow: 'top',
        targets: {
          p99Ms: 50,
          availability: 0.999,
        },
      },
    },
    {
      id: 'rank',
      title: 'One’s own rank within 50 ms, 99 of 100; 99.9 %',
      terms: ['rank latency', 'own rank', '50 ms'],
      measure: {
        of: 'flow',
        flow: 'my-rank',
        targets: {
          p99Ms: 50,
          availability: 0.999,
        },
      },
    },
    {
      id: 'loss',
      title: 'At most a second of scores is lost; back within 15 minutes',
      terms: ['rpo', 'rto', 'durable', 'lost'],
      measure: {
        of: 'design',
        targets: {
          rpoSeconds: 1,
          rtoSeconds: 900,
        },
      },
    },
    {
      id: 'exact',
      title: 'The first ten thousand are exact, the rest within a percent',
      terms: ['exact', 'approximate', 'percent'],
    },
    {
      id: 'once',
      title: 'A score counts once',
      terms: ['once', 'idempot', 'duplicate', 'twice'],
    },
  ],
  estimates: [
    {
      id: 'writes',
      title: 'Scores a second, average',
      unit: 'rps',
      value: 5800,
      least: 2900,
      most: 11600,
      why: '50 million × 10 ÷ 86 400 seconds is 5 800 a second.',
      figure: {
        total: 'averageWriteRps',
      },
    },
    {
      id: 'peak-writes',
      title: 'Scores a second at peak',
      unit: 'rps',
      value: 28900,
      least: 14450,
      most: 57800,
      why: '5 800 × 5 is 28 900 a second.',
      figure: {
        flowRps: 'submit-score',
      },
    },
    {
      id: 'updates',
      title: 'Updates of boards a second at peak',
      unit: 'rps',
      value: 86700,
      least: 43350,
      most: 173400,
      why: 'Three windows: 28 900 × 3 is 86 700. One node of Redis does about 100 000.',
    },
    {
      id: 'reads',
      title: 'Reads a second, average',
      unit: 'rps',
      value: 2900,
      least: 1450,
      most: 5800,
      why: '50 million × 5 ÷ 86 400 is 2 900 a second.',
      figure: {
        total: 'averageReadRps',
      },
    },
    {
      id: 'peak-reads',
      title: 'Reads a second at peak',
      unit: 'rps',
      value: 14500,
      least: 7250,
      most: 29000,
      why: '2 900 × 5 is 14 500 a second, two thirds of them of the top.',
      figure: {
        total: 'peakReadRps',
      },
    },
    {
      id: 'memory',
      title: 'Memory of one board',
      unit: 'bytes',
      value: 5000000000,
      least: 2500000000,
      most: 10000000000,
      why: '50 million players × 100 bytes is 5 GB; 15 GB for three.',
    },
    {
      id: 'log',
      title: 'Log of a day',
      unit: 'bytes',
      value: 50000000000,
      least: 25000000000,
      most: 100000000000,
      why: '500 million × 100 bytes is 50 GB.',
      figure: {
        total: 'storedBytesPerDay',
      },
    },
    {
      id: 'out',
      title: 'Bytes out a second at peak',
      unit: 'bytes-per-second',
      value: 43000000,
      least: 21500000,
      most: 86000000,
      why: '10 000 lists × 4 KB is 40 MB a second, the rest is small.',
      figure: {
        total: 'bytesOutPerSecond',
      },
    },
  ],
  flows: [
    {
      id: 'submit-score',
      name: 'Score',
      kind: 'write',
      rps: 28900,
      peakFactor: 5,
      requestBytes: 200,
      responseBytes: 50,
      storedBytes: 100,
    },
    {
      id: 'top',
      name: 'Top 100',
      kind: 'read',
      rps: 10000,
      peakFactor: 5,
      requestBytes: 200,
      responseBytes: 4000,
      storedBytes: 0,
    },
    {
      id: 'my-rank',
      name: 'My rank',
      kind: 'read',
      rps: 4500,
      peakFactor: 5,
      requestBytes: 200,
      responseBytes: 200,
      storedBytes: 0,
    },
  ],
  roles: [
    {
      id: 'entry',
      title: 'A balancer before the services',
      kinds: ['load-balancer', 'api-gateway', 'network-load-balancer', 'reverse-proxy'],
      why: 'Requests have to go round a server that is down.',
      required: true,
    },
    {
      id: 'scores',
      title: 'A service that takes in scores',
      kinds: ['service', 'function', 'container-cluster'],
      why: 'Checks them before they count.',
      least: 2,
      required: true,
    },
    {
      id: 'log',
      title: 'A durable log of scores',
      kinds: ['stream', 'queue'],
      why: 'What is computed in memory has to be computable again.',
      required: true,
    },
    {
      id: 'aggregator',
      title: 'Something that adds up',
      kinds: ['stream-processor', 'worker', 'service'],
      why: 'Sums by player and window, once for each match.',
      required: true,
    },
    {
      id: 'boards',
      title: 'Boards sorted in memory',
      kinds: ['key-value-store', 'cache'],
      why: '86 700 updates a second, and the best first.',
      required: true,
    },
    {
      id: 'top',
      title: 'A cache of the top',
      kinds: ['cache', 'cdn', 'caching-proxy'],
      why: '10 000 reads a second of the same hundred lines.',
    },
    {
      id: 'ranks',
      title: 'A way to a rank without asking every shard',
      kinds: ['cache', 'key-value-store', 'stream-processor'],
      why: 'A histogram of scores tells how many have more.',
    },
    {
      id: 'archive',
      title: 'A store of old scores',
      kinds: ['object-store', 'data-warehouse', 'wide-column-store'],
      why: '50 GB a day, to compute boards again and to look for cheats.',
    },
    {
      id: 'cheats',
      title: 'A check for cheats',
      kinds: ['stream-processor', 'worker', 'service'],
      why: 'The top is where they are.',
    },
  ],
  apis: [
    {
      id: 'submit',
      title: 'POST /scores: match, player, what was earned',
      terms: ['post', 'scores', 'submit'],
    },
    {
      id: 'top',
      title: 'GET /boards/{window}/top',
      terms: ['top', 'get', 'boards', 'leaderboard'],
    },
    {
      id: 'me',
      title: 'GET /boards/{window}/me',
      terms: ['me', 'rank', 'my rank'],
    },
  ],
  entities: [
    {
      id: 'score',
      title: 'Score: match, player, delta, time',
      terms: ['score', 'match', 'event'],
    },
    {
      id: 'board',
      title: 'Board: window, player, total',
      terms: ['board', 'sorted set', 'zset', 'leaderboard'],
    },
    {
      id: 'range',
      title: 'Range of scores: how many players',
      terms: ['range', 'histogram', 'bucket'],
    },
  ],
  deepDive: [
    {
      id: 'sharding',
      title:
        'One sorted set is nine tenths busy. How do you split it, and what becomes of the top and of ranks?',
      role: 'boards',
      names: [
        {
          id: 'player',
          title: 'By player rather than by score',
          terms: ['by player', 'hash of the player', 'player id'],
        },
        {
          id: 'merge',
          title: 'The top is merged from the tops of the shards',
          terms: ['merge', 'each shard', 'scatter', 'gather', 'k-way'],
        },
        {
          id: 'rank',
          title: 'A rank asks all shards, or is approximate',
          terms: ['histogram', 'approximate', 'all shards', 'bucket', 'count'],
        },
        {
          id: 'hot',
          title: 'What would be hot if it were split by score or window',
          terms: ['hot', 'skew', 'by score'],
        },
      ],
    },
    {
      id: 'loss',
      title: 'A node of the boards is lost at peak. What is lost, and how do you get it back?',
      role: 'log',
      names: [
        {
          id: 'log',
          title: 'The log has every score',
          terms: ['log', 'kafka', 'replay', 'event sourcing', 'stream'],
        },
        {
          id: 'copy',
          title: 'A copy takes over first',
          terms: ['replica', 'failover', 'copy'],
        },
        {
          id: 'snapshot',
          title: 'Snapshot and replay from it',
          terms: ['snapshot', 'checkpoint', 'replay'],
        },
        {
          id: 'time',
          title: 'How long that takes',
          terms: ['seconds', 'minutes', 'rto', 'gb'],
        },
      ],
    },
    {
      id: 'rank',
      title: 'Tell a player that he is 12 345 678th, in 50 ms. How?',
      role: 'ranks',
      names: [
        {
          id: 'histogram',
          title: 'Counts by range of scores',
          terms: ['histogram', 'range', 'bucket', 'count'],
        },
        {
          id: 'error',
          title: 'How far off it is',
          terms: ['percent', 'error', 'approximate', 'off by'],
        },
        {
          id: 'refresh',
          title: 'How it is kept up to date',
          terms: ['second', 'refresh', 'increment', 'update'],
        },
        {
          id: 'exact',
          title: 'Where it is exact',
          terms: ['top 10 000', 'ten thousand', 'exact'],
        },
      ],
    },
    {
      id: 'cheats',
      title: 'The first ten are cheats. What would have stopped them?',
      role: 'cheats',
      names: [
        {
          id: 'server',
          title: 'Scores come from game servers',
          terms: ['game server', 'server side', 'not the client', 'trusted'],
        },
        {
          id: 'delta',
          title: 'What a match earned, not a total',
          terms: ['delta', 'not total', 'per match'],
        },
        {
          id: 'plausible',
          title: 'Limits of what can be earned',
          terms: ['plausib', 'limit', 'possible', 'rule'],
        },
        {
          id: 'later',
          title: 'Found later, removed from the boards and counted again',
          terms: ['remove', 'recompute', 'ban', 'later'],
        },
      ],
    },
  ],
  pitfalls: [
    {
      id: 'order-by',
      title: 'ORDER BY at each read',
      why: 'Sorting 50 million rows takes a server for most of a second, 14 500 times a second.',
      rule: 'full-scan',
    },
    {
      id: 'one-set',
      title: 'One sorted set',
      why: 'One node takes all updates: nine tenths busy at peak, and the game grows.',
      rule: 'little-headroom',
    },
    {
      id: 'memory',
      title: 'Only in memory',
      why: 'A node that is lost takes scores with it that nothing can compute again.',
      rule: 'rpo-missed',
    },
    {
      id: 'believing',
      title: 'The player’s device sends his total',
      why: 'Whoever reads how is first.',
      rule: 'unauthenticated-writes',
    },
    {
      id: 'consumers',
      title: 'More consumers than partitions',
      why: 'Those beyond the partitions of the log get nothing.',
      rule: 'idle-consumers',
    },
    {
      id: 'twice',
      title: 'A score that arrives twice counts twice',
      why: 'A game server that gets no answer sends again.',
      rule: 'idempotent-consumers',
    },
  ],
  followUps: [
    {
      id: 'event',
      title: 'An event doubles the traffic.',
      event: {
        kind: 'load',
        factor: 2,
      },
      survives: false,
      text: 'Score API gets 57 800 a second and can take 48 000: it scales out to 48 servers within minutes and refuses meanwhile. Game servers keep what was refused and send it again, with the id of the match. Boards are 46 % busy, the aggregator 90 %.',
    },
    {
      id: 'server-lost',
      title: 'A server that takes in scores is lost.',
      event: {
        kind: 'down',
        role: 'scores',
      },
      survives: true,
      text: 'Fifteen carry the peak at 64 % instead of 60 %.',
    },
    {
      id: 'cold-cache',
      title: 'The cache of the top is empty.',
      event: {
        kind: 'cache-lost',
      },
      survives: true,
      text: 'Were every read to ask four shards, Boards would go from 23 % to 33 %. One request a window makes the list again, so that it lasts a moment.',
    },
    {
      id: 'slow-boards',
      title: 'Boards answer three times as slowly.',
      event: {
        kind: 'slow',
        role: 'boards',
        factor: 3,
      },
      survives: true,
      text: 'They go from 23 % to 68 %. Scores are on the board within 0.2 s all the same.',
    },
  ],
  hints: [
    {
      section: 'expectations',
      text: 'Ask which windows there are, and how soon a score has to be seen.',
    },
    {
      section: 'expectations',
      text: 'Ask whether a rank has to be exact. It decides the design.',
    },
    {
      section: 'estimates',
      text: 'Each score updates more than one board.',
    },
    {
      section: 'estimates',
      text: 'Compare updates a second with what one node does.',
    },
    {
      section: 'goals',
      text: 'What may be a second old, and what may never be lost?',
    },
    {
      section: 'goals',
      text: 'Which ranks does anyone check?',
    },
    {
      section: 'high-level',
      text: 'Write scores down first, and compute boards from what is written.',
    },
    {
      section: 'high-level',
      text: 'Ten thousand readers a second want the same hundred lines.',
    },
    {
      section: 'deep-dive',
      text: 'Split by player: how do you get the top hundred of all shards?',
    },
    {
      section: 'deep-dive',
      text: 'How many players have more points than I, without counting them?',
    },
    {
      section: 'justify',
      text: 'Compare a sorted set with an index in SQL, by updates a second.',
    },
    {
      section: 'justify',
      text: 'Compare exact and approximate ranks, by reads for each.',
    },
    {
      section: 'metrics',
      text: 'Measure the time from the score to the board.',
    },
    {
      section: 'security',
      text: 'Who may say that a player earned a million points?',
    },
  ],
  reference: designOf(reference),
  variants: [
    {
      id: 'believes-players',
      title: 'Believes its players',
      text: 'The app of a player sends his score; nothing authenticates it.',
      why: 'Anyone who reads the traffic can be first. No check finds what nobody signed.',
      shows: [
        {
          rule: 'unauthenticated-writes',
          node: 'submit-score',
        },
      ],
      design: designOf(believesPlayers),
    },
    {
      id: 'one-sorted-set',
      title: 'In one sorted set',
      text: 'Boards is not split.',
      why: '86 700 updates and 4 500 reads a second on one node: 91 %. It meets its targets today, and the next event brings it down.',
      shows: [
        {
          rule: 'little-headroom',
          node: 'boards',
        },
      ],
      design: designOf(oneSortedSet),
    },
    {
      id: 'only-in-memory',
      title: 'Only in memory',
      text: 'Score API writes to Boards; there is no log, and one copy of each shard.',
      why: 'A lost node takes up to 300 s of scores with it where one second is allowed, and is back after an hour.',
      shows: [
        {
          rule: 'rpo-missed',
          node: 'boards',
        },
        {
          rule: 'single-point-of-failure',
          node: 'boards',
        },
        {
          missed: 'rpoSeconds',
        },
        {
          missed: 'rtoSeconds',
        },
        {
          missed: 'availability',
          flow: 'submit-score',
        },
      ],
      design: designOf(onlyInMemory),
    },
    {
      id: 'small-aggregator',
      title: 'With a small aggregator',
      text: 'Three servers add up instead of eight.',
      why: 'They do 24 000 scores a second. At the peak of 28 900 the boards fall behind, further each minute, and nothing else shows it.',
      shows: [
        {
          missed: 'completionP99Ms',
          flow: 'submit-score',
        },
      ],
      design: designOf(smallAggregator),
    },
    {
      id: 'sorted-by-sql',
      title: 'Sorted by SQL',
      text: 'Each read is an ORDER BY or a count over a table of players; nothing is cached.',
      why: 'A read takes 0.4 s of a server. Four leaders do 2 100 operations a second and get 101 000.',
      shows: [
        {
          rule: 'full-scan',
          node: 'boards',
        },
        {
          missed: 'p99Ms',
          flow: 'top',
        },
        {
          missed: 'completionP99Ms',
          flow: 'submit-score',
        },
      ],
      design: designOf(sortedBySql),
    },
  ],
};
