import { type Problem, problemFormat, problemVersion } from '../../problem';
import { designOf } from '../design';
import checkInLine from './check-in-line.json';
import oneDatabase from './one-database.json';
import openDoor from './open-door.json';
import reference from './reference.json';
import twelveShards from './twelve-shards.json';
import withoutCaches from './without-caches.json';

export const problem: Problem = {
  format: problemFormat,
  version: problemVersion,
  id: 'pastebin',
  title: 'Pastebin',
  summary: 'Texts by link: a small load, expiry, and anyone may write.',
  prompt: {
    text: 'Design a site on which anyone can paste a text and gets a link that shows it. A paste can be given a date after which it is gone. People like to see how often a paste was read in a month. Ask me what you need to know, estimate the load, and then draw the design.',
  },
  source:
    'https://github.com/donnemartin/system-design-primer/blob/master/solutions/system_design/pastebin/README.md (figures only)',
  questions: [
    {
      id: 'pastes',
      title: 'How many pastes are made?',
      terms: ['how many pastes', 'new pastes', 'pastes per', 'pastes a', 'write volume', 'writes per'],
      text: '10 million in a month of 30 days.',
    },
    {
      id: 'reads',
      title: 'How often is a paste read?',
      terms: ['how many reads', 'reads per', 'read to write', 'read write ratio', 'views per', 'how often'],
      text: 'Ten reads for each paste: 100 million in 30 days.',
    },
    {
      id: 'peak',
      title: 'How much higher is the peak?',
      terms: ['peak', 'spike', 'burst', 'busiest'],
      text: 'Five times the average.',
    },
    {
      id: 'size',
      title: 'How large is a paste?',
      terms: ['size', 'how large', 'how big', 'maximum', 'limit of', 'kilobyte', 'megabyte', 'length of'],
      text: 'A kilobyte on average, and some 270 bytes of what belongs to it. Nobody needs more than a megabyte.',
    },
    {
      id: 'kinds',
      title: 'Only text, or files and pictures too?',
      terms: ['only text', 'files', 'images', 'pictures', 'binary', 'format'],
      text: 'Only text. The browser highlights it.',
    },
    {
      id: 'expiry',
      title: 'When does a paste expire?',
      terms: ['expire', 'expiry', 'expiration', 'how long', 'retention', 'ttl', 'deleted'],
      text: 'Never, unless a date was set; plan for three years. Three of ten have a date within a week.',
    },
    {
      id: 'edit',
      title: 'Can a paste be changed?',
      terms: ['edit', 'change', 'update', 'modify', 'version', 'immutable'],
      text: 'No. It can be deleted by whoever made it, and by us.',
    },
    {
      id: 'accounts',
      title: 'Are there accounts?',
      terms: ['account', 'login', 'sign up', 'anonymous', 'authentication', 'who can', 'users'],
      text: 'No. Anyone may paste, and that is meant.',
    },
    {
      id: 'private',
      title: 'Are pastes listed or searched?',
      terms: ['private', 'public', 'listed', 'search', 'guess', 'unlisted', 'browse'],
      text: 'No. Whoever has the link can read; nobody else should find it.',
    },
    {
      id: 'latency',
      title: 'How fast is it to be?',
      terms: ['latency', 'how fast', 'response time', 'p99', 'slow', 'milliseconds'],
      text: '99 of 100 reads within 200 ms; a paste may take 600 ms.',
    },
    {
      id: 'availability',
      title: 'How available is it to be?',
      terms: ['availability', 'available', 'uptime', 'downtime', 'sla', 'slo', 'nines'],
      text: '99.9 % of reads and of pastes succeed.',
    },
    {
      id: 'loss',
      title: 'How much may be lost in a failure?',
      terms: ['lost', 'loss', 'rpo', 'rto', 'durability', 'durable', 'backup', 'recover'],
      text: 'At most five minutes of pastes; back within half an hour.',
    },
    {
      id: 'consistency',
      title: 'Has one to see one’s own paste at once?',
      terms: ['consistency', 'at once', 'immediately', 'read your', 'stale'],
      text: 'Yes: people paste and send the link in the same breath.',
    },
    {
      id: 'views',
      title: 'What is shown of the views?',
      terms: ['views', 'statistics', 'analytics', 'stats', 'counts', 'fresh'],
      text: 'A number by month. A day late is fine.',
    },
    {
      id: 'abuse',
      title: 'What about spam and stolen data?',
      terms: ['abuse', 'spam', 'malware', 'harmful', 'leaked', 'rate limit', 'flood', 'takedown'],
      text: 'It happens. Nobody may flood the site, and what is harmful is taken down soon.',
    },
    {
      id: 'budget',
      title: 'What may it cost?',
      terms: ['cost', 'budget', 'money', 'price'],
      text: 'Under 5 000 US dollars a month.',
    },
  ],
  functional: [
    {
      id: 'create',
      title: 'Paste a text and get a link',
      terms: ['create', 'paste a text', 'new paste', 'upload'],
    },
    {
      id: 'read',
      title: 'Read a text by its link',
      terms: ['read', 'view a paste', 'show', 'get paste'],
    },
    {
      id: 'expire',
      title: 'A paste is gone after its date',
      terms: ['expire', 'expiry', 'expiration', 'ttl', 'purge'],
    },
    {
      id: 'views',
      title: 'Views of a paste by month',
      terms: ['views', 'statistics', 'analytics', 'stats'],
    },
    {
      id: 'anonymous',
      title: 'Anyone may paste, without an account',
      terms: ['anonymous', 'anyone', 'without account', 'no login'],
    },
  ],
  outOfScope: [
    {
      id: 'accounts',
      title: 'Accounts',
      terms: ['account', 'login', 'profile'],
    },
    {
      id: 'editing',
      title: 'Editing, folders, comments',
      terms: ['edit', 'folder', 'comment', 'version'],
    },
    {
      id: 'search',
      title: 'Search through pastes',
      terms: ['search', 'browse', 'listing'],
    },
  ],
  nonFunctional: [
    {
      id: 'read-latency',
      title: '99 of 100 reads within 200 ms',
      terms: ['200 ms', 'p99', 'latency'],
      measure: {
        of: 'flow',
        flow: 'read-paste',
        targets: {
          p99Ms: 200,
          availability: 0.999,
        },
      },
    },
    {
      id: 'create-latency',
      title: '99 of 100 pastes within 600 ms, 99.9 % succeed',
      terms: ['600 ms', 'write latency', '99.9'],
      measure: {
        of: 'flow',
        flow: 'create-paste',
        targets: {
          p99Ms: 600,
          availability: 0.999,
        },
      },
    },
    {
      id: 'loss',
      title: 'At most five minutes of pastes are lost; back within half an hour',
      terms: ['rpo', 'rto', 'five minutes', 'data loss', 'backup'],
      measure: {
        of: 'design',
        targets: {
          rpoSeconds: 300,
          rtoSeconds: 1800,
        },
      },
    },
    {
      id: 'consistency',
      title: 'Whoever pasted reads it at once',
      terms: ['read your writes', 'read-your-writes', 'at once', 'consistency'],
      measure: {
        of: 'design',
        targets: {
          consistency: 'read-your-writes',
        },
      },
    },
    {
      id: 'budget',
      title: 'Under 5 000 US dollars a month',
      terms: ['5 000', '5000', '5k', 'budget', 'cost'],
      measure: {
        of: 'design',
        targets: {
          monthlyCostUsd: 5000,
        },
      },
    },
    {
      id: 'guessing',
      title: 'A link cannot be guessed',
      terms: ['guess', 'random key', 'unpredictable', 'enumerate'],
    },
  ],
  estimates: [
    {
      id: 'writes',
      title: 'Pastes a second, average',
      unit: 'rps',
      value: 3.9,
      least: 1.95,
      most: 7.8,
      why: '10 million in 30 days: 10 M ÷ 2.6 million seconds is 3.9 a second.',
      figure: {
        total: 'averageWriteRps',
      },
    },
    {
      id: 'reads',
      title: 'Reads a second, average',
      unit: 'rps',
      value: 39,
      least: 19.5,
      most: 78,
      why: 'Ten for each paste: 39 a second.',
      figure: {
        total: 'averageReadRps',
      },
    },
    {
      id: 'peak-reads',
      title: 'Reads a second at peak',
      unit: 'rps',
      value: 193,
      least: 96.5,
      most: 386,
      why: 'Five times the average: 39 × 5 is 193 a second.',
      figure: {
        flowRps: 'read-paste',
      },
    },
    {
      id: 'peak-writes',
      title: 'Pastes a second at peak',
      unit: 'rps',
      value: 19.3,
      least: 9.65,
      most: 38.6,
      why: '3.9 × 5 is 19 a second.',
      figure: {
        flowRps: 'create-paste',
      },
    },
    {
      id: 'storage-month',
      title: 'Stored in a month, one copy',
      unit: 'bytes',
      value: 12700000000,
      least: 6350000000,
      most: 25400000000,
      why: '10 million × 1.27 KB is 12.7 GB.',
    },
    {
      id: 'storage',
      title: 'Stored after three years, one copy',
      unit: 'bytes',
      value: 457000000000,
      least: 228500000000,
      most: 914000000000,
      why: '12.7 GB × 36 months is 457 GB; 360 million links.',
      figure: {
        total: 'storedRawBytes',
      },
    },
    {
      id: 'cache',
      title: 'Memory for the pastes that are read most',
      unit: 'bytes',
      value: 850000000,
      least: 425000000,
      most: 1700000000,
      why: 'A day has 3.3 million reads. A fifth × 1.27 KB is 0.85 GB: the smallest node there is holds it.',
    },
    {
      id: 'out',
      title: 'Bytes out a second at peak',
      unit: 'bytes-per-second',
      value: 245000,
      least: 122500,
      most: 490000,
      why: '193 × 1.27 KB is 245 KB a second.',
      figure: {
        total: 'bytesOutPerSecond',
      },
    },
  ],
  flows: [
    {
      id: 'read-paste',
      name: 'Read',
      kind: 'read',
      rps: 193,
      peakFactor: 5,
      requestBytes: 300,
      responseBytes: 1270,
      storedBytes: 0,
    },
    {
      id: 'create-paste',
      name: 'Create',
      kind: 'write',
      rps: 19.3,
      peakFactor: 5,
      requestBytes: 1500,
      responseBytes: 200,
      storedBytes: 1270,
      anonymous: true,
    },
    {
      id: 'see-views',
      name: 'See views',
      kind: 'read',
      rps: 1,
      peakFactor: 5,
      requestBytes: 300,
      responseBytes: 2000,
      storedBytes: 0,
    },
  ],
  roles: [
    {
      id: 'entry',
      title: 'A balancer before the services',
      kinds: ['load-balancer', 'api-gateway', 'reverse-proxy'],
      why: 'Requests have to go round a server that is down.',
      required: true,
    },
    {
      id: 'api',
      title: 'A service that reads and writes pastes',
      kinds: ['service', 'function', 'container-cluster'],
      why: 'Two or more servers: one is down now and then.',
      least: 2,
      required: true,
    },
    {
      id: 'rows',
      title: 'A store of what belongs to a paste',
      kinds: ['sql-database', 'key-value-store', 'document-database'],
      why: 'Key, dates and state, with an index on the date of expiry.',
      required: true,
    },
    {
      id: 'texts',
      title: 'A store of texts',
      kinds: ['object-store'],
      why: 'Half a terabyte that is read by one key and never searched.',
      required: true,
    },
    {
      id: 'cache',
      title: 'A cache for the pastes that are read most',
      kinds: ['cache', 'cdn', 'caching-proxy'],
      why: 'An object store’s slowest answers take a fifth of a second.',
      required: true,
    },
    {
      id: 'purge',
      title: 'Something that deletes what expired',
      kinds: ['worker', 'function', 'etl-job'],
      why: 'By index and in batches, beside the requests.',
      required: true,
    },
    {
      id: 'protection',
      title: 'Protection at the edge',
      kinds: ['cdn', 'waf', 'rate-limiter', 'ddos-protection'],
      why: 'Anyone may write: nothing else stops a script.',
      required: true,
    },
    {
      id: 'check',
      title: 'A check of content that nobody waits for',
      kinds: ['queue', 'stream', 'worker'],
      why: 'A check takes longer than a paste may.',
    },
  ],
  apis: [
    {
      id: 'create',
      title: 'POST /pastes: text and expiry in; key and token to delete out',
      terms: ['post', 'create', 'pastes'],
    },
    {
      id: 'read',
      title: 'GET /{key}: the text',
      terms: ['get', 'read'],
    },
    {
      id: 'views',
      title: 'GET /{key}/views: views by month',
      terms: ['views', 'stats', 'statistics'],
    },
  ],
  entities: [
    {
      id: 'paste',
      title: 'Paste: key, reference of the text, dates, state',
      terms: ['paste', 'metadata', 'key'],
    },
    {
      id: 'body',
      title: 'Body: the text itself',
      terms: ['body', 'text', 'content', 'object'],
    },
    {
      id: 'views',
      title: 'Views of a paste in a month',
      terms: ['views', 'count', 'statistics'],
    },
  ],
  deepDive: [
    {
      id: 'expiry',
      title: 'How do pastes disappear on their date, with 360 million of them?',
      role: 'purge',
      names: [
        {
          id: 'index',
          title: 'An index on the date, not a scan',
          terms: ['index', 'expires', 'sorted by date', 'partition'],
        },
        {
          id: 'batches',
          title: 'Deleted in batches, beside the requests',
          terms: ['batch', 'background', 'worker', 'lifecycle'],
        },
        {
          id: 'read-check',
          title: 'Reads check the date too',
          terms: ['check on read', 'lazy', 'reads check', 'filter'],
        },
        {
          id: 'caches',
          title: 'Caches forget them as well',
          terms: ['purge', 'invalidate', 'ttl', 'cdn'],
        },
      ],
    },
    {
      id: 'texts',
      title: 'Where do the texts go, and what if one of the two writes fails?',
      role: 'texts',
      names: [
        {
          id: 'split',
          title: 'Text as an object, row in the database',
          terms: ['object store', 's3', 'blob', 'pointer', 'reference'],
        },
        {
          id: 'order',
          title: 'Body before row',
          terms: ['first', 'order', 'before the row'],
        },
        {
          id: 'orphans',
          title: 'Orphans are found and deleted',
          terms: ['orphan', 'garbage', 'clean up', 'reconcile'],
        },
        {
          id: 'size',
          title: 'A limit on the size, refused early',
          terms: ['limit', '413', 'maximum size', 'megabyte'],
        },
      ],
    },
    {
      id: 'abuse',
      title: 'Anyone may write. What keeps the site from being flooded or misused?',
      role: 'protection',
      names: [
        {
          id: 'limit',
          title: 'A limit for each address',
          terms: ['rate limit', 'per ip', 'for each address', 'token bucket', '429'],
        },
        {
          id: 'puzzle',
          title: 'Something that a script finds hard',
          terms: ['captcha', 'puzzle', 'proof of work', 'challenge'],
        },
        {
          id: 'scan',
          title: 'A check after the answer, and a way to report',
          terms: ['scan', 'check', 'report', 'moderat', 'takedown'],
        },
        {
          id: 'isolation',
          title: 'A paste runs no script in the site’s name',
          terms: ['xss', 'escape', 'sandbox', 'content security policy', 'plain text', 'own domain'],
        },
      ],
    },
    {
      id: 'size',
      title: 'Does this need shards? Show when it would.',
      role: 'rows',
      names: [
        {
          id: 'now',
          title: 'The load against one server, in numbers',
          terms: ['percent', 'utilization', '19 writes', 'one server'],
        },
        {
          id: 'when',
          title: 'The load at which it would',
          terms: ['hundred times', '6 000', 'thousand writes', 'growth'],
        },
        {
          id: 'before',
          title: 'What comes first: a larger server, read replicas',
          terms: ['vertical', 'scale up', 'replica', 'larger'],
        },
      ],
    },
  ],
  pitfalls: [
    {
      id: 'blob',
      title: 'Texts of any size in the rows',
      why: 'Rows that hold megabytes fill the memory, the log and the backups of the database.',
      rule: 'blob-in-database',
    },
    {
      id: 'scan',
      title: 'Expiry by reading through all rows',
      why: 'A scan of 360 million rows each minute is the largest load of the whole site.',
      rule: 'full-scan',
    },
    {
      id: 'shards',
      title: 'Twelve shards for four writes a second',
      why: 'They cost twelve times as much and answer no sooner.',
      rule: 'over-provisioned',
    },
    {
      id: 'limits',
      title: 'No limit, since anyone may write',
      why: 'That anyone may write is meant; that one script writes everything is not.',
      rule: 'no-rate-limit',
    },
    {
      id: 'inline-check',
      title: 'The paste waits for its check',
      why: 'A check takes half a second and is sometimes down; then no one can paste.',
      rule: 'deferrable-work',
    },
    {
      id: 'backup',
      title: 'A backup a day and no copy',
      why: 'A disk that fails takes a day of pastes with it.',
      rule: 'rpo-missed',
    },
  ],
  followUps: [
    {
      id: 'news',
      title: 'A paste is in the news: ten times the traffic.',
      event: {
        kind: 'load',
        factor: 10,
      },
      survives: false,
      text: 'Reads are no concern: services are 15 % busy, the database 5 %. The content check is: two workers take 80 pastes a second and get 193, so that New pastes grows until workers are added, and the limit of 2 000 requests a second at the edge refuses a few.',
    },
    {
      id: 'growth',
      title: 'Three years later, with a fifth more each year.',
      event: {
        kind: 'growth',
        years: 3,
      },
      survives: true,
      text: '1.7 times the load. Nothing passes half of its capacity; the database holds 72 GB, the object store 457 GB.',
    },
    {
      id: 'database',
      title: 'The leader of the database is lost.',
      event: {
        kind: 'down',
        role: 'rows',
      },
      survives: true,
      text: 'The standby has every write and leads within a minute. Reads from the edge and from Hot pastes go on, pastes fail meanwhile.',
    },
    {
      id: 'cold-cache',
      title: 'The cache is empty.',
      event: {
        kind: 'cache-lost',
      },
      survives: true,
      text: 'All reads reach database and object store, both under 5 % busy. The p99 of a read passes its 200 ms until the cache is warm.',
    },
  ],
  hints: [
    {
      section: 'expectations',
      text: 'Ask how large a paste may be, and whether it can be changed.',
    },
    {
      section: 'expectations',
      text: 'Ask who may write. The answer shapes security.',
    },
    {
      section: 'estimates',
      text: 'Ten million a month is four a second. Say what that means for the rest.',
    },
    {
      section: 'estimates',
      text: 'Multiply size by number by 36 months.',
    },
    {
      section: 'goals',
      text: 'What is worse here: a late paste or a lost one?',
    },
    {
      section: 'goals',
      text: 'A paste never changes. What does that allow the caches?',
    },
    {
      section: 'high-level',
      text: 'Text and row have different needs. Which store suits each?',
    },
    {
      section: 'high-level',
      text: 'Draw what deletes pastes, not only what makes them.',
    },
    {
      section: 'deep-dive',
      text: 'How does the purge find what expired?',
    },
    {
      section: 'deep-dive',
      text: 'Write a loop that pastes a megabyte each millisecond. What stops it?',
    },
    {
      section: 'justify',
      text: 'Show that one server is enough, and when it would not be.',
    },
    {
      section: 'justify',
      text: 'Compare texts in rows with texts as objects, in memory and in dollars.',
    },
    {
      section: 'metrics',
      text: 'How far behind is the purge? How many pastes were hidden?',
    },
    {
      section: 'security',
      text: 'What does a paste with a script in it do in a reader’s browser?',
    },
  ],
  reference: designOf(reference),
  variants: [
    {
      id: 'check-in-line',
      title: 'Checked before the answer',
      text: 'Write API calls the content check and waits for it; there is no queue.',
      why: 'A check takes 0.6 s in the mean and more than two in one of a hundred: the 600 ms of a paste are missed by far. It takes pasting down with it, too.',
      shows: [
        {
          missed: 'p99Ms',
          flow: 'create-paste',
        },
        {
          rule: 'latency-target-missed',
          node: 'create-paste',
        },
      ],
      design: designOf(checkInLine),
    },
    {
      id: 'one-database',
      title: 'One database server',
      text: 'Metadata is one server with a backup each night.',
      why: 'Its loss stops everything that is not in a cache, and loses up to a day: 86 400 s where 300 are allowed.',
      shows: [
        {
          rule: 'single-point-of-failure',
          node: 'metadata',
        },
        {
          rule: 'rpo-missed',
          node: 'metadata',
        },
        {
          missed: 'rpoSeconds',
        },
        {
          missed: 'availability',
          flow: 'create-paste',
        },
      ],
      design: designOf(oneDatabase),
    },
    {
      id: 'open-door',
      title: 'Without limits',
      text: 'No firewall, no rate limit, no check of content.',
      why: 'Anonymous writing is meant, so nothing else stands between a script and the store: it fills it in a night, and what it fills it with is ours to answer for.',
      shows: [
        {
          rule: 'no-rate-limit',
          node: 'cdn',
        },
        {
          rule: 'no-web-firewall',
          node: 'cdn',
        },
      ],
      design: designOf(openDoor),
    },
    {
      id: 'twelve-shards',
      title: 'On twelve shards',
      text: 'Metadata is split twelve ways, three copies each.',
      why: '36 servers for 20 writes a second. They are 0.1 % busy and cost 25 000 dollars a month where 5 000 are allowed.',
      shows: [
        {
          missed: 'monthlyCostUsd',
        },
        {
          rule: 'over-budget',
        },
        {
          rule: 'over-provisioned',
          node: 'metadata',
        },
      ],
      design: designOf(twelveShards),
    },
    {
      id: 'without-caches',
      title: 'Without caches',
      text: 'Neither the edge nor Hot pastes keeps a paste; each read goes to the object store.',
      why: 'Nothing is overloaded, but 99 of 100 answers of the object store take up to 200 ms by themselves: a read has 246 ms at p99.',
      shows: [
        {
          missed: 'p99Ms',
          flow: 'read-paste',
        },
        {
          rule: 'latency-target-missed',
          node: 'read-paste',
        },
      ],
      design: designOf(withoutCaches),
    },
  ],
};
