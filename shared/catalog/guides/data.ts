import type { Guides } from './guide';

export const dataGuides: Guides = {
  'sql-database': {
    when: 'The default. Data with relations, money, rules that must hold over several records, and queries not known yet; one good server is enough for most designs.',
    whenNot:
      'When writes outgrow one leader and the data splits by key anyway, for blobs, or for events by the hundred thousand a second.',
    tradeOffs: [
      'Transactions and joins need the data in one place: replicas scale the reads; only sharding scales the writes, and it rules out joins.',
      'With followers it is PC/EC only if the write waits for one: async is faster and loses the last writes on failover.',
      'A schema catches mistakes early, and its changes on large tables need a plan.',
    ],
    failsFirst:
      'Connections first, then the disk under the leader’s writes. Reads are easy to move to replicas, writes are not.',
  },
  'read-replica': {
    when: 'When reads far outnumber writes and most of them may be slightly stale: lists, reports, other people’s profiles.',
    whenNot:
      'When writes are the bottleneck, since every replica repeats all of them. When users must read their own writes, unless that read goes to the leader.',
    tradeOffs: [
      'A read may be older than the write before it: by milliseconds as a rule, by minutes during a long transaction.',
      'It can take over when the leader is lost, without the last writes if it follows asynchronously.',
      'Callers must know two addresses, or a proxy must separate reads from writes.',
    ],
    failsFirst:
      'Freshness: under heavy writes it falls behind long before it is slow, and replication lag is often not monitored.',
  },
  'key-value-store': {
    when: 'When each access knows its key and the data splits cleanly by it: sessions, carts, links, counters, settings, at any rate you like.',
    whenNot:
      'When queries use several access paths; each further index is a copy that you maintain yourself. Joins and reports belong elsewhere.',
    tradeOffs: [
      'It scales with shards almost without bound, because it rejects operations across shards.',
      'Products differ: DynamoDB lets each read choose consistent or cheap, Riak stays available and lets copies diverge, etcd stops rather than return stale data.',
      'The access paths are fixed when the key is chosen; a new query later means copying the data.',
    ],
    failsFirst:
      'The shard with the hottest key, while the average utilization is low. Then the cost, where each request is billed.',
  },
  'document-database': {
    when: 'When a thing is read and written as a whole and its shape varies: catalogues, profiles, content, form submissions.',
    whenNot:
      'When records refer to each other in all directions and must change together, or when the same facts would be copied into many documents.',
    tradeOffs: [
      'Related data is in one document, so one read is enough, until a document grows without bound.',
      'No schema in the database means a schema in every reader, with all the old shapes still there.',
      'One primary a replica set: with majority writes it favours consistency, and accepts no writes for some seconds during an election.',
    ],
    failsFirst:
      'Memory: once the indexes and the working set no longer fit, each read becomes a disk seek. Then a shard key that was chosen too early.',
  },
  'object-store': {
    when: 'For everything large that is written once and read whole: pictures, videos, backups, logs, pages for a CDN. The database keeps only the name.',
    whenNot:
      'For small records that change, for appending, or as a file system; each access takes tens of milliseconds.',
    tradeOffs: [
      'More durable than your own disks, for cents a GB; the cost is in egress.',
      'A prefix has its own rate limit, so names that begin with the date all hit one prefix.',
      'Signed URLs let clients download and upload without your servers, and a leaked one works until it expires.',
    ],
    failsFirst: 'The rate of one prefix, and the egress on the bill, well before space.',
  },
  'wide-column-store': {
    when: 'For very many writes by a known key, kept long and read in ranges: messages of a chat, readings of devices, histories, over several regions too.',
    whenNot:
      'For questions not planned beforehand, for counts and money that must be exact, and for a few hundred writes a second that one SQL server handles easily.',
    tradeOffs: [
      'Nodes are equal and any of them takes a write: available under partition and fast otherwise (PA/EL), with reads from two of three copies where they must be fresh.',
      'A table is made for each query, so the same data is written several times.',
      'Concurrent writes of one row are resolved by the clock; the other write is lost.',
    ],
    failsFirst:
      'Partitions that grow too wide, and tombstones of deletes: reads scan them, and compaction takes disk bandwidth at peak load.',
  },
  'search-index': {
    when: 'When people search by words, want the best first, filter and count by facets; fed from the store of record.',
    whenNot:
      'As the only copy of anything, or for looking things up by id. For a few thousand rows the full text of your SQL database will do.',
    tradeOffs: [
      'It is a second or more behind the store of record, and after a failure it must be rebuilt: keep a way to do so.',
      'Each search goes to every shard, so more shards make room for data but searches wait for the slowest.',
      'Ranking needs continuous work and data on what users click.',
    ],
    failsFirst:
      'Memory and garbage collection under wide aggregations; then indexing, which takes the CPU from the searches.',
  },
  shard: {
    when: 'To show how keys are split where the split itself is the point: a range a shard, a country a shard, one that is hot.',
    whenNot:
      'While one leader with copies still carries the writes. For a store that splits by itself, set its number of shards instead of drawing them.',
    tradeOffs: [
      'Writes and storage grow with the shards; joins and transactions across them are impossible or slow.',
      'The key is nearly permanent: moving to another means copying everything while it is in use.',
      'When a shard is down, everything is down for the users in it.',
    ],
    failsFirst: 'The shard with the largest customer or the newest dates, while the others idle.',
  },
  'time-series-database': {
    when: 'For numbers with a timestamp that are only appended and are queried by time window: sensors, prices, load, usage.',
    whenNot:
      'For events that are changed later, or for queries of single records rather than of time ranges.',
    tradeOffs: [
      'Ten times more compact than in SQL, without updates and joins.',
      'Fine data is kept for days and coarse data for years: decide beforehand, since it cannot be refined later.',
      'Cost follows the number of series, not of points: a user id as a label makes it unaffordable.',
    ],
    failsFirst: 'Memory, by too many series. Then a dashboard that queries a year.',
  },
  'data-warehouse': {
    when: 'For queries over the whole history by analysts, reports and models, loaded in batches or from a stream.',
    whenNot:
      'In the path of a request: each query takes seconds and few run concurrently. For figures on a page, aggregate beforehand and store the results elsewhere.',
    tradeOffs: [
      'Reads columns, so a sum over a billion rows is fast and changing one row is slow.',
      'Minutes to a day behind, depending on how it is fed.',
      'Billed by bytes scanned or by the hour: a careless query costs money rather than time.',
    ],
    failsFirst: 'The number of concurrent queries: they queue, and short queries wait behind long ones.',
  },
  'graph-database': {
    when: 'When the query is about the connections themselves, several steps deep and of changing depth: who knows whom, what belongs to a fraud ring, which parts are in what.',
    whenNot: 'For one step, which a join answers as well, and for lists, sums and heavy writing.',
    tradeOffs: [
      'Steps that would be a join each cost little, as long as the graph fits one machine’s memory.',
      'It does not split well: any split leaves queries that cross it, so it grows by replicas and larger servers.',
      'Fewer people know it, and it has fewer tools than SQL.',
    ],
    failsFirst: 'Queries through a supernode: one node with a million edges turns two hops into minutes.',
  },
  backup: {
    when: 'For every store whose loss would hurt. Replicas are no backup: they copy an accidental delete within milliseconds.',
    whenNot:
      'For what can be made again from elsewhere, such as caches and search indexes; rebuild those instead.',
    tradeOffs: [
      'The time between two copies is what you lose; copying the log as well brings it from a day to seconds.',
      'It belongs in another account and region, with its own keys, or the same mistake deletes both.',
      'Data that users had erased stays in it until it expires.',
    ],
    failsFirst: 'The restore: it was never tried, and takes ten times as long as the plan says.',
  },
};
