import { type Problem, problemFormat, problemVersion } from '../../problem';
import { designOf } from '../design';
import forTheAverage from './for-the-average.json';
import noSecondThoughts from './no-second-thoughts.json';
import oneScheduler from './one-scheduler.json';
import reference from './reference.json';
import tableScan from './table-scan.json';
import tooFewWorkers from './too-few-workers.json';

export const problem: Problem = {
  format: problemFormat,
  version: problemVersion,
  id: 'job-scheduler',
  title: 'Distributed job scheduler',
  summary: 'Cron for a company: on time at minute 0, at least once, on a thousand workers.',
  prompt: {
    text: 'Design a scheduler that runs jobs for the teams of a large company. A team says when its job is due: by cron, once at a given time, or after other jobs. The scheduler runs it then, tries again when it fails, and keeps a history. Ask me what you need to know, estimate the load, and then draw the design.',
  },
  questions: [
    {
      id: 'runs',
      title: 'How many runs are there a day?',
      terms: ['how many runs', 'runs per', 'runs a', 'executions', 'how many jobs run', 'throughput'],
      text: '100 million a day.',
    },
    {
      id: 'jobs',
      title: 'How many jobs are defined?',
      terms: ['how many jobs', 'jobs are', 'definitions', 'registered'],
      text: 'Ten million. A definition has about a kilobyte.',
    },
    {
      id: 'duration',
      title: 'How long does a run take?',
      terms: ['how long does', 'duration', 'run time', 'take', 'length of a job'],
      text: 'Ten seconds in the mean. Some take milliseconds, some an hour.',
    },
    {
      id: 'peak',
      title: 'How uneven is it?',
      terms: ['peak', 'burst', 'spike', 'minute 0', 'top of the hour', 'uneven', 'midnight'],
      text: 'Very. At minute 0 of the hour ten times as many runs are due as on average, for about a minute.',
    },
    {
      id: 'lateness',
      title: 'How late may a run be?',
      terms: ['late', 'lateness', 'latency', 'on time', 'precision', 'how soon', 'accuracy'],
      text: 'A due run has to be handed to the workers, on the queue, within a second for 99 of 100. When it begins depends on free slots.',
    },
    {
      id: 'delivery',
      title: 'May a run happen twice, or not at all?',
      terms: ['twice', 'exactly once', 'at least once', 'at most once', 'duplicate', 'missed'],
      text: 'Never not at all. Twice now and then is accepted: jobs get an id of their run.',
    },
    {
      id: 'kinds',
      title: 'Which kinds of schedule are there?',
      terms: [
        'cron',
        'delayed',
        'one-off',
        'recurring',
        'kinds of',
        'types of',
        'schedule types',
        'dag',
        'dependencies',
      ],
      text: 'Cron, once at a time, and after other jobs. One run in five has dependents.',
    },
    {
      id: 'retry',
      title: 'What happens when a run fails?',
      terms: ['retry', 'retries', 'fail', 'failure', 'error', 'dead letter'],
      text: 'It is tried again with growing pauses, five times unless the team says otherwise; then the team is told.',
    },
    {
      id: 'history',
      title: 'How long is the history kept?',
      terms: ['history', 'retention', 'kept', 'how long', 'logs', 'audit'],
      text: 'Runs for 30 days, their output for seven. A run leaves about a kilobyte.',
    },
    {
      id: 'availability',
      title: 'How available is it to be?',
      terms: ['availability', 'available', 'uptime', 'sla', 'slo', 'nines', 'downtime'],
      text: '99.95 % of triggers; 99.9 % for defining jobs and looking at runs.',
    },
    {
      id: 'loss',
      title: 'What may be lost?',
      terms: ['lost', 'loss', 'rpo', 'rto', 'durability', 'durable', 'backup'],
      text: 'No definition. Back within ten minutes.',
    },
    {
      id: 'code',
      title: 'Whose code is run, and how isolated?',
      terms: ['whose code', 'isolation', 'isolated', 'container', 'sandbox', 'trust', 'untrusted', 'secrets'],
      text: 'That of the teams. They trust the platform, not each other.',
    },
    {
      id: 'resources',
      title: 'Do jobs need memory or hardware of a kind?',
      terms: ['memory', 'cpu', 'gpu', 'resources', 'placement', 'hardware'],
      text: 'Leave that out: every run fits a slot, sixteen to a server.',
    },
    {
      id: 'readers',
      title: 'Who looks at runs, and how often?',
      terms: ['who looks', 'dashboard', 'queries', 'reads', 'see runs', 'api calls'],
      text: 'People and scripts: 300 requests a second at peak. Jobs are defined or changed 20 times a second.',
    },
    {
      id: 'cancel',
      title: 'Can a run be cancelled?',
      terms: ['cancel', 'stop', 'pause', 'kill', 'abort'],
      text: 'Yes, before it starts and, as well as the job allows, while it runs.',
    },
  ],
  functional: [
    {
      id: 'define',
      title: 'Define a job by cron, delay or dependencies',
      terms: ['define', 'create job', 'cron', 'schedule', 'submit'],
    },
    {
      id: 'run',
      title: 'Run what is due',
      terms: ['run', 'execute', 'trigger', 'dispatch'],
    },
    {
      id: 'retry',
      title: 'Try again what failed',
      terms: ['retry', 'retries', 'backoff'],
    },
    {
      id: 'history',
      title: 'See the runs of a job',
      terms: ['history', 'status', 'see runs', 'results'],
    },
    {
      id: 'cancel',
      title: 'Cancel a run',
      terms: ['cancel', 'stop', 'pause'],
    },
    {
      id: 'dependencies',
      title: 'Run a job after others',
      terms: ['dag', 'dependencies', 'dependent', 'after other'],
    },
  ],
  outOfScope: [
    {
      id: 'placement',
      title: 'Placing runs by memory or hardware',
      terms: ['placement', 'gpu', 'bin packing', 'resources'],
    },
    {
      id: 'content',
      title: 'What jobs do',
      terms: ['what jobs do', 'job content', 'business logic'],
    },
    {
      id: 'calendars',
      title: 'Calendars of holidays',
      terms: ['holiday', 'calendar'],
    },
  ],
  nonFunctional: [
    {
      id: 'lateness',
      title: 'A due run is on the queue within a second, 99 of 100',
      terms: ['within a second', 'lateness', '1 s', 'late', 'p99'],
      measure: {
        of: 'flow',
        flow: 'trigger',
        targets: {
          completionP99Ms: 1000,
        },
      },
    },
    {
      id: 'availability',
      title: '99.95 % of triggers succeed',
      terms: ['99.95', 'availability'],
      measure: {
        of: 'flow',
        flow: 'trigger',
        targets: {
          availability: 0.9995,
        },
      },
    },
    {
      id: 'api',
      title: 'Defining and looking: p99 within 500 ms, 99.9 %',
      terms: ['500 ms', 'api latency', '99.9'],
      measure: {
        of: 'flow',
        flow: 'see-runs',
        targets: {
          p99Ms: 500,
          availability: 0.999,
        },
      },
    },
    {
      id: 'loss',
      title: 'No definition is lost; back within ten minutes',
      terms: ['rpo', 'no loss', 'durable', 'rto', 'ten minutes'],
      measure: {
        of: 'design',
        targets: {
          rpoSeconds: 0,
          rtoSeconds: 600,
        },
      },
    },
    {
      id: 'once',
      title: 'At least once; a second start has no second effect',
      terms: ['at least once', 'idempot', 'at-least-once', 'twice'],
    },
    {
      id: 'isolation',
      title: 'A run sees nothing of other teams',
      terms: ['isolation', 'isolated', 'sandbox', 'secrets', 'tenant'],
    },
  ],
  estimates: [
    {
      id: 'average',
      title: 'Runs a second, average',
      unit: 'rps',
      value: 1157,
      least: 578.5,
      most: 2314,
      why: '100 million ÷ 86 400 seconds is 1 157 a second.',
      figure: {
        flowRps: 'run',
      },
    },
    {
      id: 'peak',
      title: 'Triggers a second at minute 0',
      unit: 'rps',
      value: 11600,
      least: 5800,
      most: 23200,
      why: 'Ten times the average: 11 600 a second.',
      figure: {
        flowRps: 'trigger',
      },
    },
    {
      id: 'in-flight',
      title: 'Runs in progress, average',
      unit: 'count',
      value: 11570,
      least: 5785,
      most: 23140,
      why: 'Little: 1 157 a second × 10 s is 11 570.',
    },
    {
      id: 'slots',
      title: 'Slots for them',
      unit: 'count',
      value: 16500,
      least: 8250,
      most: 33000,
      why: '11 570 ÷ 0.7, so that not all are busy: 16 500.',
    },
    {
      id: 'servers',
      title: 'Worker servers',
      unit: 'count',
      value: 1034,
      least: 517,
      most: 2068,
      why: '16 500 slots ÷ 16 on a server: 1 034 servers.',
      figure: {
        total: 'servers',
      },
    },
    {
      id: 'history',
      title: 'History of 30 days, one copy',
      unit: 'bytes',
      value: 3000000000000,
      least: 1500000000000,
      most: 6000000000000,
      why: '100 million × 1 KB is 100 GB a day; × 30 is 3 TB, 9 TB in three copies.',
      figure: {
        total: 'storedRawBytes',
      },
    },
    {
      id: 'heartbeats',
      title: 'Heartbeats a second',
      unit: 'rps',
      value: 3900,
      least: 1950,
      most: 7800,
      why: '11 570 runs, a beat each three seconds: 3 900 a second.',
    },
    {
      id: 'backlog',
      title: 'Runs that wait after a burst of a minute',
      unit: 'count',
      value: 600000,
      least: 300000,
      most: 1200000,
      why: '(11 600 − 1 650 that come free) × 60 s is 600 000. The workers have 500 a second to spare: 20 minutes.',
    },
  ],
  flows: [
    {
      id: 'trigger',
      name: 'Trigger',
      kind: 'write',
      rps: 11600,
      peakFactor: 10,
      requestBytes: 200,
      responseBytes: 100,
      storedBytes: 0,
    },
    {
      id: 'run',
      name: 'Run',
      kind: 'write',
      rps: 1157,
      peakFactor: 1,
      requestBytes: 500,
      responseBytes: 1000,
      storedBytes: 1000,
    },
    {
      id: 'define-job',
      name: 'Define',
      kind: 'write',
      rps: 20,
      peakFactor: 4,
      requestBytes: 1500,
      responseBytes: 300,
      storedBytes: 1000,
    },
    {
      id: 'see-runs',
      name: 'See runs',
      kind: 'read',
      rps: 300,
      peakFactor: 4,
      requestBytes: 300,
      responseBytes: 5000,
      storedBytes: 0,
    },
  ],
  roles: [
    {
      id: 'jobs',
      title: 'A store of jobs with their next run',
      kinds: ['sql-database', 'document-database', 'key-value-store', 'wide-column-store'],
      why: 'What is due is found by an index, and a definition is never lost.',
      required: true,
    },
    {
      id: 'triggers',
      title: 'Several schedulers that share the jobs',
      kinds: ['worker', 'service', 'container-cluster'],
      why: 'One is down now and then, and one is not enough at minute 0.',
      least: 2,
      required: true,
    },
    {
      id: 'leases',
      title: 'Leases of who owns what',
      kinds: ['key-value-store', 'cache', 'sql-database'],
      why: 'Two schedulers must not own one shard; a lost one must give it up.',
    },
    {
      id: 'queue',
      title: 'A queue between triggering and running',
      kinds: ['queue', 'stream'],
      why: 'Takes in the burst, and holds a run until a slot is free.',
      required: true,
    },
    {
      id: 'workers',
      title: 'Workers',
      kinds: ['worker', 'container-cluster', 'function'],
      why: '11 570 runs are in progress on average.',
      least: 100,
      required: true,
    },
    {
      id: 'history',
      title: 'A store of runs',
      kinds: ['wide-column-store', 'document-database', 'key-value-store', 'sql-database', 'data-warehouse'],
      why: '3 TB, written once and read by job and day.',
      required: true,
    },
    {
      id: 'entry',
      title: 'A way in for teams',
      kinds: ['api-gateway', 'load-balancer', 'reverse-proxy'],
      why: 'Authenticates, limits, and leaves out servers that are down.',
      required: true,
    },
    {
      id: 'heartbeats',
      title: 'Something that notices a lost worker',
      kinds: ['key-value-store', 'cache', 'queue'],
      why: 'A run whose worker died has to be given out again.',
    },
    {
      id: 'logs',
      title: 'A store of output',
      kinds: ['object-store', 'logs', 'search-index'],
      why: 'Large, cheap, and gone after a week.',
    },
  ],
  apis: [
    {
      id: 'define',
      title: 'PUT /jobs/{id}: schedule, payload, retries',
      terms: ['jobs', 'define', 'create', 'put', 'post'],
    },
    {
      id: 'runs',
      title: 'GET /jobs/{id}/runs: states and times',
      terms: ['runs', 'history', 'status', 'get'],
    },
    {
      id: 'cancel',
      title: 'POST /runs/{id}/cancel',
      terms: ['cancel', 'stop'],
    },
  ],
  entities: [
    {
      id: 'job',
      title: 'Job: schedule, next run, payload',
      terms: ['job', 'schedule', 'next run'],
    },
    {
      id: 'run',
      title: 'Run: job, day, state, tries',
      terms: ['run', 'execution', 'instance', 'attempt'],
    },
    {
      id: 'lease',
      title: 'Lease: shard, owner, token',
      terms: ['lease', 'lock', 'owner'],
    },
  ],
  deepDive: [
    {
      id: 'claiming',
      title:
        'Twelve schedulers look for what is due. How does each run get triggered once, and how is a lost scheduler replaced?',
      role: 'triggers',
      names: [
        {
          id: 'shards',
          title: 'Jobs are split and each part has one owner',
          terms: ['shard', 'partition', 'owner', 'hash'],
        },
        {
          id: 'lease',
          title: 'A lease that runs out',
          terms: ['lease', 'expire', 'ttl', 'heartbeat'],
        },
        {
          id: 'fencing',
          title: 'A token that grows, so that a paused owner is refused',
          terms: ['fencing', 'token', 'epoch', 'stale owner', 'generation'],
        },
        {
          id: 'claim',
          title: 'A claim is written before the run is queued',
          terms: ['conditional', 'transaction', 'skip locked', 'update', 'claim'],
        },
      ],
    },
    {
      id: 'due',
      title: 'How is what is due found among ten million jobs, each second?',
      role: 'jobs',
      names: [
        {
          id: 'index',
          title: 'An index on the next run',
          terms: ['index', 'sorted', 'next_run', 'next run'],
        },
        {
          id: 'batch',
          title: 'Batches',
          terms: ['batch', '100 rows', 'limit'],
        },
        {
          id: 'interval',
          title: 'How often one polls, and what that costs in lateness',
          terms: ['poll', 'interval', 'half a second', 'every second'],
        },
        {
          id: 'ahead',
          title: 'Or what is due soon kept in memory or a timing wheel',
          terms: ['in memory', 'timing wheel', 'look ahead', 'sorted set', 'prefetch'],
        },
      ],
    },
    {
      id: 'burst',
      title: 'At minute 0 ten times as many runs are due. What happens, in numbers?',
      role: 'queue',
      names: [
        {
          id: 'queue',
          title: 'The queue holds what workers cannot take',
          terms: ['backlog', 'queue', 'waits'],
        },
        {
          id: 'drain',
          title: 'How many wait, and how long',
          terms: ['600 000', 'minutes', 'drain', 'worked off'],
        },
        {
          id: 'jitter',
          title: 'Jitter for those who do not mind',
          terms: ['jitter', 'spread', 'random delay', 'smear'],
        },
        {
          id: 'priority',
          title: 'A queue of its own for what cannot wait',
          terms: ['priority', 'separate queue', 'lane', 'urgent'],
        },
      ],
    },
    {
      id: 'worker-lost',
      title: 'A worker dies in the middle of a run. Who notices, and what happens to the run?',
      role: 'workers',
      names: [
        {
          id: 'heartbeat',
          title: 'Heartbeats or a visibility timeout',
          terms: ['heartbeat', 'visibility', 'timeout', 'lease'],
        },
        {
          id: 'again',
          title: 'The run is given out again',
          terms: ['again', 'requeue', 'redeliver', 'retry'],
        },
        {
          id: 'idempotent',
          title: 'An id of the run, so that twice is as once',
          terms: ['idempot', 'run id', 'dedup', 'twice'],
        },
        {
          id: 'poison',
          title: 'A run that always fails ends somewhere',
          terms: ['dead letter', 'dlq', 'poison', 'max retries', 'give up'],
        },
      ],
    },
  ],
  pitfalls: [
    {
      id: 'one-scheduler',
      title: 'One scheduler',
      why: 'While it restarts nothing is triggered; a minute 0 that falls into it is late for everyone.',
      rule: 'lone-scheduler',
    },
    {
      id: 'scan',
      title: 'A scan for what is due, each second',
      why: 'Ten million rows a second to find a thousand; the store does nothing else.',
      rule: 'full-scan',
    },
    {
      id: 'average',
      title: 'Sized for the average',
      why: 'The day has 1 157 a second; minute 0 has ten times as many.',
      rule: 'saturated',
    },
    {
      id: 'workers',
      title: 'Too few slots',
      why: 'Fewer slots than runs in progress: the queue grows all day and is never worked off.',
      rule: 'backlog-grows',
    },
    {
      id: 'twice',
      title: 'A run that comes twice works twice',
      why: 'A worker may die after its work and before its report. Without an id the invoice is sent again.',
      rule: 'idempotent-consumers',
    },
    {
      id: 'poison',
      title: 'A run that always fails comes back without end',
      why: 'It takes a slot each time, and hides among those that work.',
      rule: 'no-dead-letter',
    },
  ],
  followUps: [
    {
      id: 'double',
      title: 'Twice as many runs, all day.',
      event: {
        kind: 'load',
        factor: 2,
      },
      survives: false,
      text: 'Schedulers are 64 % busy and stay on time, but 1 045 servers can work off 1 670 runs a second and get 2 314: the queue grows until the group has scaled out to some 1 450. A limit on how far it may scale has to allow for that.',
    },
    {
      id: 'scheduler-lost',
      title: 'A scheduler is lost at minute 0.',
      event: {
        kind: 'down',
        role: 'triggers',
      },
      survives: true,
      text: 'Eleven carry the burst at 35 %. The shards of the lost one have no owner for up to ten seconds: their runs are late, and none is lost.',
    },
    {
      id: 'slow-jobs',
      title: 'The store of jobs answers five times as slowly.',
      event: {
        kind: 'slow',
        role: 'jobs',
        factor: 5,
      },
      survives: true,
      text: 'It goes from 6 % to 28 %. A trigger waits for one claim in a hundred runs, so that its p99 hardly moves; defining a job takes up to 400 ms.',
    },
    {
      id: 'next-year',
      title: 'A year later, with 30 % more.',
      event: {
        kind: 'growth',
        years: 1,
      },
      survives: true,
      text: 'Workers are 90 % busy: it still serves everything, with nothing to spare after a burst. The group has to grow with the load.',
    },
  ],
  hints: [
    {
      section: 'expectations',
      text: 'Ask how many runs there are a day, how long one takes, and how uneven they are.',
    },
    {
      section: 'expectations',
      text: 'Ask whether a run may happen twice. The answer shapes half of the design.',
    },
    {
      section: 'estimates',
      text: 'Little: runs a second times seconds a run are the runs in progress.',
    },
    {
      section: 'estimates',
      text: 'How many runs wait after a minute of ten times the average?',
    },
    {
      section: 'goals',
      text: 'Say what is late: the trigger, or the start? They have different goals.',
    },
    {
      section: 'goals',
      text: 'What may never have two owners?',
    },
    {
      section: 'high-level',
      text: 'Separate what decides that a run is due from what runs it.',
    },
    {
      section: 'high-level',
      text: 'A job that depends on others can be triggered as any other once its next run is set.',
    },
    {
      section: 'deep-dive',
      text: 'A scheduler pauses for a minute and wakes up. What stops it from triggering again?',
    },
    {
      section: 'deep-dive',
      text: 'Which query finds what is due, and which index does it use?',
    },
    {
      section: 'justify',
      text: 'Compare polling with timers in memory, by lateness and by what a crash loses.',
    },
    {
      section: 'justify',
      text: 'Compare sizing workers for the burst with a queue, in servers.',
    },
    {
      section: 'metrics',
      text: 'Lateness is the figure that a team would look at.',
    },
    {
      section: 'security',
      text: 'The code is not yours. What may it reach?',
    },
  ],
  reference: designOf(reference),
  variants: [
    {
      id: 'for-the-average',
      title: 'Sized for the average',
      text: 'Two schedulers: five times what the average needs.',
      why: 'Minute 0 brings 11 600 triggers a second and they can do 6 000: the lateness has no bound while it lasts.',
      shows: [
        {
          rule: 'saturated',
          node: 'schedulers',
        },
        {
          missed: 'completionP99Ms',
          flow: 'trigger',
        },
      ],
      design: designOf(forTheAverage),
    },
    {
      id: 'no-second-thoughts',
      title: 'Without ids and dead letters',
      text: 'Runs carry no id, and one that fails comes back without end.',
      why: 'A queue that delivers at least once delivers twice now and then; nothing tells a job so. What always fails takes slots without end.',
      shows: [
        {
          rule: 'idempotent-consumers',
          node: 'workers',
        },
        {
          rule: 'no-dead-letter',
          node: 'runs',
        },
      ],
      design: designOf(noSecondThoughts),
    },
    {
      id: 'one-scheduler',
      title: 'On one scheduler',
      text: 'One large server triggers everything; there are no leases.',
      why: 'It has the capacity, but it is down as often as any server: 99.78 % where 99.95 are to be met, and nobody takes over.',
      shows: [
        {
          missed: 'availability',
          flow: 'trigger',
        },
        {
          rule: 'lone-scheduler',
          node: 'clock',
        },
      ],
      design: designOf(oneScheduler),
    },
    {
      id: 'table-scan',
      title: 'With a scan for what is due',
      text: 'Jobs has no index on the next run, so that each claim reads its whole shard.',
      why: 'A claim takes 0.8 s instead of 10 ms. Four leaders can do 160 such statements a second and get 480.',
      shows: [
        {
          missed: 'completionP99Ms',
          flow: 'trigger',
        },
        {
          rule: 'full-scan',
          node: 'job-store',
        },
      ],
      design: designOf(tableScan),
    },
    {
      id: 'too-few-workers',
      title: 'With too few workers',
      text: '700 servers of 16 slots.',
      why: 'They work off 1 120 runs a second and get 1 157, so that the queue grows without bound, burst or none.',
      shows: [
        {
          rule: 'backlog-grows',
          node: 'workers',
        },
      ],
      design: designOf(tooFewWorkers),
    },
  ],
};
