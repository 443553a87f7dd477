import type { Guides } from './guide';

export const dataGuides: Guides = {
  'sql-database': {
    when: 'The default. Data with relations, money, rules that must hold over several records, and questions that nobody thought of yet; one good server goes far further than most designs need.',
    whenNot:
      'When writes outgrow one leader and the data falls apart by key anyway, for blobs, or for events by the hundred thousand a second.',
    tradeOffs: [
      'Transactions and joins need the data in one place: copies scale the reads, only sharding scales the writes, and it takes the joins away.',
      'With copies that follow it is PC/EC in earnest only if the write waits for one: async is faster and loses the last moments on failover.',
      'A schema catches mistakes early, and its changes on large tables need a plan.',
    ],
    failsFirst:
      'Connections first, then the disk under the leader’s writes. Reads are cheap to move away, writes are not.',
  },
  'read-replica': {
    when: 'When reads far outnumber writes and most of them may be a moment old: lists, reports, other people’s profiles.',
    whenNot:
      'When writes are the trouble, for every copy repeats them all. When a person must see at once what they saved, unless that read goes to the leader.',
    tradeOffs: [
      'A read may be older than the write before it: by milliseconds as a rule, by minutes during a long transaction.',
      'It can take over when the leader is lost, without the last writes if it follows asynchronously.',
      'Callers must know two addresses, or a proxy must tell reads from writes.',
    ],
    failsFirst:
      'Freshness: under heavy writes it falls behind long before it is slow, and nobody notices until somebody misses an order.',
  },
  'key-value-store': {
    when: 'When each access knows its key and the data splits cleanly by it: sessions, carts, links, counters, settings, at any rate you like.',
    whenNot:
      'When questions come from several sides; each further index is a copy that you keep yourself. Joins and reports belong elsewhere.',
    tradeOffs: [
      'It scales with shards almost without bound, because it refuses what would need two of them.',
      'Products lean differently: DynamoDB lets a read choose fresh or cheap, Riak stays up and lets copies differ, etcd rather stops than lies.',
      'The access paths are fixed when the key is chosen; a new question later means copying the data.',
    ],
    failsFirst:
      'The shard with the hottest key, while the average looks idle. Then the bill, where each request is paid for.',
  },
  'document-database': {
    when: 'When a thing is read and written as a whole and its shape varies: catalogues, profiles, content, what forms collect.',
    whenNot:
      'When records refer to each other in all directions and must change together, or when the same facts would be copied into many documents.',
    tradeOffs: [
      'What belongs together lies together, so one read is enough, until a document grows without bound.',
      'No schema in the database means a schema in every reader, with all the old shapes still there.',
      'One primary a set: with majority writes it leans to consistency, and stops taking writes for some seconds while it elects.',
    ],
    failsFirst:
      'Memory: once the indexes and what is often used no longer fit, each read becomes a disk seek. Then the shard key that was chosen too early.',
  },
  'object-store': {
    when: 'For everything large that is written once and read whole: pictures, videos, backups, logs, pages for a CDN. The database keeps only the name.',
    whenNot:
      'For small records that change, for appending, or as a file system; each access takes tens of milliseconds.',
    tradeOffs: [
      'Kept safer than on any disk of your own, for cents a GB; the cost is in getting it out.',
      'A prefix has a limit of its own, so names that begin with the date all go to one place.',
      'Signed addresses let clients load and store past your servers, and every address that leaks is open until it expires.',
    ],
    failsFirst: 'The rate of one prefix, and the egress on the bill, well before space.',
  },
  'wide-column-store': {
    when: 'For very many writes by a known key, kept long and read in ranges: messages of a chat, readings of devices, histories, over several regions too.',
    whenNot:
      'For questions not planned beforehand, for counts and money that must be exact, and for a few hundred writes a second that one SQL server takes lightly.',
    tradeOffs: [
      'Nodes are equal and any of them takes a write: available under partition and fast otherwise (PA/EL), with two of three copies asked where reads must be fresh.',
      'A table is made for each question, so the same data is written several times.',
      'Concurrent writes of one row are settled by the clock; the loser leaves no trace.',
    ],
    failsFirst:
      'Partitions that grow too wide and deletes that are only marks: reads wade through them, and compaction takes the disk when it is needed most.',
  },
  'search-index': {
    when: 'When people search by words, want the best first, filter and count by facets; fed from the store that has the truth.',
    whenNot:
      'As the only copy of anything, or for looking things up by id. For a few thousand rows the full text of your SQL database will do.',
    tradeOffs: [
      'It is behind the truth by a second or more, and after a failure it must be filled again: keep a way to do so.',
      'Each search asks every shard, so more shards make room for data but searches wait for the slowest.',
      'A better rank is work that never ends, and needs figures on what people click.',
    ],
    failsFirst:
      'Memory and garbage collection under wide aggregations; then indexing, which takes the CPU from the searches.',
  },
  shard: {
    when: 'To show how keys are split where the split itself is the point: a range a shard, a country a shard, one that is hot.',
    whenNot:
      'While one leader with copies still carries the writes. For a store that splits by itself, set its number of shards instead of drawing them.',
    tradeOffs: [
      'Writes and storage grow with the shards; joins and transactions across them are gone or slow.',
      'The key is nearly permanent: moving to another means copying everything while it is in use.',
      'Each shard is a part of the people for whom all is down when it is down.',
    ],
    failsFirst: 'The shard with the largest customer or the newest dates, while the others idle.',
  },
  'time-series-database': {
    when: 'For numbers that come with a time, are only ever added, and are asked for by window: sensors, prices, load, usage.',
    whenNot:
      'For events that are changed later, or for questions about single things rather than about stretches of time.',
    tradeOffs: [
      'Packed ten times tighter than in SQL, by giving up updates and joins.',
      'Fine data is kept for days and coarse data for years: decide before, for it cannot be refined later.',
      'Cost follows the number of series, not of points: a user id as a label ruins it.',
    ],
    failsFirst: 'Memory, by too many different series. Then the one dashboard that asks for a year.',
  },
  'data-warehouse': {
    when: 'For questions over everything that ever happened, asked by analysts, reports and models, fed by batches or from a stream.',
    whenNot:
      'In the way of a request: each question takes seconds and few run concurrently. For figures on a page, sum up beforehand and keep the sums elsewhere.',
    tradeOffs: [
      'Reads columns, so a sum over a thousand million rows is quick and changing one row is not.',
      'Behind the truth by minutes to a day, depending on how it is fed.',
      'Paid by what is scanned or by the hour: a careless question costs money rather than time.',
    ],
    failsFirst:
      'The number of concurrent queries: they queue, and the board’s dashboard waits behind an intern’s join.',
  },
  'graph-database': {
    when: 'When the question is about the connections themselves, several steps deep and of changing depth: who knows whom, what belongs to a fraud ring, which parts are in what.',
    whenNot: 'For one step, which a join answers as well, and for lists, sums and heavy writing.',
    tradeOffs: [
      'Steps that would be a join each cost little, as long as the graph fits one machine’s memory.',
      'It does not split well: any cut leaves questions that cross it, so it grows by copies and larger servers.',
      'Few people know it well, and its tools are thinner than those of SQL.',
    ],
    failsFirst: 'Questions through a celebrity: one node with a million edges turns two hops into minutes.',
  },
  backup: {
    when: 'For every store whose loss would hurt. Replicas are no backup: they copy a wrong delete within milliseconds.',
    whenNot:
      'For what can be made again from elsewhere, such as caches and search indexes; there the way to build it anew is the backup.',
    tradeOffs: [
      'The time between two copies is what you lose; copying the log as well brings it from a day to seconds.',
      'It should lie in another account and region, with keys of its own, or the same mistake deletes both.',
      'Data that people asked to have erased lives on in it until it expires.',
    ],
    failsFirst: 'The restore: it was never tried, and takes ten times as long as the plan says.',
  },
};
