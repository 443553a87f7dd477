import type { Guides } from './guide';

export const serviceGuides: Guides = {
  service: {
    when: 'For your own code behind an address. Draw one for each part that is deployed, scaled or owned separately.',
    whenNot:
      'For asynchronous work: use a worker behind a queue. For schedules and event streams there are other kinds.',
    tradeOffs: [
      'Stateless servers can be added and lost freely; their state belongs in a store or a cache.',
      'Each split into services turns a function call into a network call, with time-outs, retries and versions.',
      'Planned for 70 % utilization it can lose one server in three; planned for 90 % the loss of one is an outage.',
    ],
    failsFirst:
      'Waiting, not CPU: a slower callee keeps its threads or connections busy until none are left.',
  },
  worker: {
    when: 'For asynchronous work: mails, pictures, webhooks, counting. Behind a queue it processes bursts at its own rate.',
    whenNot:
      'Where the caller needs the result: a queue between them only adds waiting. For windows and joins a stream processor.',
    tradeOffs: [
      'Each message can come twice: the work must be idempotent.',
      'The caller gets “accepted”, not “done”: it needs a status to poll or a notification.',
      'Workers beyond the number of partitions of a stream are idle.',
    ],
    failsFirst:
      'The age of the oldest message: a backlog grows while the servers look healthy. Then what all the workers call.',
  },
  function: {
    when: 'For variable load, for glue between events and stores, and for a start without servers to operate.',
    whenNot:
      'For a steady high rate, where servers cost a fraction, for long jobs, and where a second of cold start misses a target.',
    tradeOffs: [
      'No servers to size, but a concurrency limit that the whole account shares.',
      'Each call may open its own connection: a thousand concurrent calls are a thousand connections to the database.',
      'The tail is the cold start: some hundred milliseconds in the calls that get no warm instance.',
    ],
    failsFirst:
      'The concurrency limit (concurrent calls = rate × duration): a slow callee doubles the duration, and calls of other functions are refused too.',
  },
  'container-cluster': {
    when: 'For several services that share machines, deploy often and scale by themselves; each part drawn is one service in the cluster.',
    whenNot:
      'For one or two services and a small team: a plain service or functions need no cluster that has to be upgraded.',
    tradeOffs: [
      'Fast deploys and well-used machines, for a platform that has to be learned and kept up to date.',
      'A new container starts in seconds, a new machine in minutes: keep spare capacity.',
      'Containers on a machine share its disk, network and failures; limits isolate them and throttle.',
    ],
    failsFirst:
      'CPU limits: a container is throttled at the tail while the machine is half idle. Then the machines, when containers wait for room.',
  },
  'stream-processor': {
    when: 'For figures that must be seconds old: counts by window, fraud signals, leaderboards, joins of two streams.',
    whenNot:
      'For stateless work on one event at a time: a worker is simpler. For yesterday’s report a batch job is cheaper.',
    tradeOffs: [
      'Its state needs the same care as a database: checkpoints, restores and upgrades need a plan.',
      'Late events need a rule: wait for them and be slow, or close the window and correct later.',
      'Exactly-once holds within it; the sink must be idempotent.',
    ],
    failsFirst:
      'One hot key: its slot is full while the others are idle, and the lag grows. Then checkpoints that take longer than their interval.',
  },
  'etl-job': {
    when: 'For reports, models and exports over all data of a day that no user waits for and that can be rerun.',
    whenNot:
      'For figures that must be minutes old: a stream processor. For single records: events and a worker.',
    tradeOffs: [
      'Cheap per row, and its results are always hours old.',
      'An idempotent run overwrites partitions instead of appending rows.',
      'It reads whole tables: from a replica or an export, or users are slowed down every night.',
    ],
    failsFirst:
      'The time window: data grows until the run ends after users have started work. Then the store that it reads.',
  },
  'id-generator': {
    when: 'For short or ordered ids over many shards: links, messages, orders, where the counter of one database would be the limit.',
    whenNot:
      'Where a random id of 128 bits will do, made by the caller itself: no call, no server. Nor on one database with a counter of its own.',
    tradeOffs: [
      'Ids that contain a time sort well and reveal when, and how many.',
      'Preallocated ranges make it fast, and leave gaps when a server is lost.',
      'Ids by clock need a number for each server that no other has, and a clock that never goes back.',
    ],
    failsFirst:
      'Not its speed: two servers with the same number, or a clock set back, give duplicate ids, which fail in the store.',
  },
  'media-server': {
    when: 'For calls of more than four people: each sends once, and the server forwards what each connection can take.',
    whenNot:
      'For one sender and thousands of viewers: segments through a CDN cost far less. For two people a direct connection is enough.',
    tradeOffs: [
      'It forwards and does not mix: little CPU, much bandwidth out, which grows with the square of the room.',
      'A room lives on one server: losing it disconnects everyone, and all reconnect within seconds.',
      'It must be near the users; rooms across continents need cascaded servers.',
    ],
    failsFirst:
      'Outbound bandwidth: at 2 Gb/s video stutters while the CPU is at 20 %. Set the sizes of the flow to see it.',
  },
  transcoder: {
    when: 'For video that people send in or stream live: each segment in several bitrates, so that every connection can play one.',
    whenNot:
      'In the path of an upload that a user waits for: accept the file, respond, and transcode from a queue.',
    tradeOffs: [
      'All bitrates for every video cost the most; make the rare ones on first request.',
      'Faster settings need less CPU and more bandwidth for the same picture, permanently.',
      'Hardware encoders are many times cheaper by the minute and give a somewhat worse picture.',
    ],
    failsFirst:
      'CPU: live segments arrive later than they play, and playback stops. Uploads only wait longer.',
  },
  'matching-engine': {
    when: 'Where order decides who wins: exchanges, auctions, ad auctions, seats. One writer needs no locks and can be replayed.',
    whenNot:
      'Where requests do not compete for the same thing: a pool of services scales by adding servers, this one only by splitting.',
    tradeOffs: [
      'Microseconds, because nothing on the path waits: no database, no broker, no lock, no garbage collection.',
      'The journal is the record: every order is written and sent to a standby before it is matched.',
      'It scales by symbols only; the busiest symbol has one thread.',
    ],
    failsFirst:
      'The thread of the busiest symbol at the opening: at 100 % no second server can take part of its load.',
  },
  custom: {
    when: 'For what no other kind describes, and for parts that are not decided yet.',
    whenNot:
      'Where another kind fits: it brings figures, rules and quick fixes. A box that is not modelled hides the time and the load that it has.',
    tradeOffs: [
      'Nothing is computed for it until it behaves as something: no wait, no failure, no cost.',
      'Its figures are your own, without sourced defaults, so write down where they come from.',
    ],
    failsFirst: 'Unknown until its behaviour is set. Set it before you trust the end-to-end figures.',
  },
};
