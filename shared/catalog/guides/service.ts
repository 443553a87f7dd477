import type { Guides } from './guide';

export const serviceGuides: Guides = {
  service: {
    when: 'For your own logic behind an address. Draw one for each part that is deployed, scaled or owned by itself.',
    whenNot:
      'For work that nobody waits for: a worker behind a queue. For a clock or a stream of events there are kinds of their own.',
    tradeOffs: [
      'Servers without a memory can be added and lost freely; what they would remember must stand in a store or a cache.',
      'Each split into services turns a function call into a network call, with time-outs, retries and versions.',
      'Planned to 70 % it can lose a server in three; planned to 90 % the loss of one is an outage.',
    ],
    failsFirst:
      'Waiting, not CPU: a callee that gets slower keeps its threads or connections busy until there are none left.',
  },
  worker: {
    when: 'For work that nobody waits for: mails, pictures, webhooks, counting. Behind a queue it takes bursts at its own pace.',
    whenNot:
      'Where the caller needs the result to go on: a queue between them only adds waiting. For windows and joins a stream processor.',
    tradeOffs: [
      'Each message can come twice: the work must be harmless when it is repeated.',
      'The caller hears “accepted”, not “done”: somebody must be able to ask, or be told.',
      'More workers than partitions of a stream stand idle.',
    ],
    failsFirst:
      'The age of the oldest message: a backlog grows unseen while every graph of the servers looks calm. Then what all the workers call.',
  },
  function: {
    when: 'For load that comes and goes, for glue between events and stores, and for a start without servers to look after.',
    whenNot:
      'For a steady high rate, where servers cost a fraction, for long jobs, and where a second of cold start breaks a promise.',
    tradeOffs: [
      'No servers to size, and a limit of concurrent calls that the whole account shares.',
      'Each call may open its own connection: a thousand concurrent calls are a thousand connections to the database.',
      'The tail is the cold start: some hundred milliseconds in the calls that meet no warm one.',
    ],
    failsFirst:
      'The concurrency limit (concurrent calls = rate × duration): a slow callee doubles the duration, and calls of other functions are refused too.',
  },
  'container-cluster': {
    when: 'For several services that share machines, deploy often and scale by themselves; each part drawn is one service in the cluster.',
    whenNot:
      'For one or two services and a small team: a plain service or functions need no cluster that somebody must upgrade.',
    tradeOffs: [
      'Fast deploys and full machines, for a platform that is a system of its own to learn and to keep up to date.',
      'A new container is there in seconds, a new machine in minutes: keep room for the first.',
      'Neighbours on a machine share its disk, its network and its bad days; limits keep them apart and throttle.',
    ],
    failsFirst:
      'CPU limits: a container is throttled at the tail while the machine is half idle. Then the machines, when containers wait for room.',
  },
  'stream-processor': {
    when: 'For figures that must be seconds old: counts by window, fraud signals, leaderboards, joins of two streams.',
    whenNot:
      'For work on one event at a time without memory of others: a worker is simpler. For yesterday’s report a batch job is cheaper.',
    tradeOffs: [
      'Its state is as dear as a database: checkpoints, restores and upgrades need a plan.',
      'Late events need a rule: wait for them and be slow, or close the window and correct later.',
      'Once and only once holds up to its border; the sink must take a repeated write.',
    ],
    failsFirst:
      'One hot key: its slot is full while the others are idle, and the lag grows. Then checkpoints that take longer than their interval.',
  },
  'etl-job': {
    when: 'For reports, models and exports over all data of a day, which nobody waits for and which can be run again.',
    whenNot:
      'For figures that must be minutes old: a stream processor. For single records: events and a worker.',
    tradeOffs: [
      'Cheap by the row, and always hours behind.',
      'A run that can be repeated without harm needs partitions that it overwrites, not rows that it adds.',
      'It reads whole tables: from a replica or an export, or the users feel every night.',
    ],
    failsFirst:
      'The night: data grows until the run ends after people have started work. Then the store that it reads while they do.',
  },
  'id-generator': {
    when: 'For short or ordered ids over many shards: links, messages, orders, where the counter of one database would be the limit.',
    whenNot:
      'Where a random id of 128 bits will do, made by the caller itself: no call, no server. Nor on one database with a counter of its own.',
    tradeOffs: [
      'Ids with a time in them sort well and tell everybody when, and how many.',
      'Ranges handed out ahead make it fast, and leave gaps when a server is lost.',
      'Ids by clock need a number for each server that no other has, and a clock that never goes back.',
    ],
    failsFirst:
      'Not its speed: two servers with the same number, or a clock set back, give an id twice, and the store finds out.',
  },
  'media-server': {
    when: 'For calls of more than four people: each sends once, and the server forwards to each what their line can take.',
    whenNot:
      'For one sender and thousands who watch: segments through a CDN cost far less. For two people a direct line is enough.',
    tradeOffs: [
      'It forwards and does not mix: little CPU, much bandwidth out, which grows with the square of the room.',
      'A room lives on one server: losing it drops everybody, who must come back within seconds.',
      'It must stand near the people; rooms over continents need servers that feed each other.',
    ],
    failsFirst:
      'The line out: at 2 Gb/s pictures stutter while the CPU is at a fifth. A flow with its sizes shows it, the streams alone do not.',
  },
  transcoder: {
    when: 'For video that people send in or stream live: each segment in several sizes, so that every line can play one.',
    whenNot:
      'In line with an upload that somebody waits for: take the file, answer, and do this from a queue.',
    tradeOffs: [
      'All sizes for every video cost the most; make the rare ones when they are first asked for.',
      'Faster settings need less CPU and more bandwidth for the same picture, permanently.',
      'Hardware encoders are many times cheaper by the minute and give a somewhat worse picture.',
    ],
    failsFirst:
      'CPU, at once and fully: live segments come later than they play, and viewers see a stop. Uploads only wait longer.',
  },
  'matching-engine': {
    when: 'Where order decides who wins: exchanges, auctions, ad auctions, seats. One writer needs no locks and can be replayed.',
    whenNot:
      'Where requests do not compete for the same thing: a pool of services scales by adding servers, this one only by splitting.',
    tradeOffs: [
      'Microseconds, because nothing on the path waits: no database, no broker, no lock, no garbage collection.',
      'The journal is the truth: every order is written and sent to a standby before it is matched.',
      'It scales by symbols only; the busiest symbol has one thread, whatever is bought.',
    ],
    failsFirst:
      'The thread of the busiest symbol at the opening: at 100 % there is no second server that could help it.',
  },
  custom: {
    when: 'For what no kind here describes, and for boxes of which you do not know yet what they are.',
    whenNot:
      'Where a kind fits: it brings figures, rules and quick fixes. A box that is not modelled hides the time and the load that it has.',
    tradeOffs: [
      'Nothing is computed for it until it behaves as something: no wait, no failure, no cost.',
      'Its figures are yours alone: no default is behind them, so write down where they come from.',
    ],
    failsFirst:
      'Unknown until you say how it behaves; that is the risk of it. Say it before you trust the end-to-end figure.',
  },
};
