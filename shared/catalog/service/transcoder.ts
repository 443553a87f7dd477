import {
  assumed,
  listPrice,
  managedAvailability,
  managedReplicas,
  requestPrice,
  serverAvailability,
  sla,
} from '../basis';
import type { Defaults, Kind } from '../kind';
import { serverFields } from './server-fields';

const provider: Defaults = {
  replicas: managedReplicas,
  concurrency: assumed(
    100,
    'Concurrent jobs of the class of an account’s quota; it can be raised',
    [20, 2000],
  ),
  instanceAvailability: managedAvailability,
  requestUsdPerMillion: requestPrice(1500, 'A segment of four seconds, 0.0225 US dollars a minute of video'),
  unitCostUsd: listPrice(0, 'No fixed price; paid by the minute of video'),
};

/** Turns video into several sizes; one request is one segment. */
export const transcoder: Kind = {
  id: 'transcoder',
  title: 'Transcoder',
  layer: 'service',
  icon: 'clapperboard',
  behaviour: 'station',
  maxScaleUp: 8,
  limited:
    'One request is one segment of four seconds in five sizes, and keeps a server busy for as long: 4 servers carry 1 segment a second. Feed it from a queue.',
  purpose: 'Turns video into the sizes and formats that players need. A request stands for one segment.',
  keywords: [
    'video',
    'encode',
    'encoding',
    'ffmpeg',
    'hls',
    'dash',
    'media',
    'convert',
    'thumbnail',
    'codec',
  ],
  technologies: [
    { name: 'FFmpeg', aliases: ['libav', 'x264', 'gstreamer', 'handbrake'] },
    {
      name: 'NVENC',
      aliases: ['gpu transcoding', 'nvidia', 'quick sync'],
      defaults: {
        concurrency: assumed(4, 'Four concurrent ladders in real time on one card', [1, 20]),
        unitCostUsd: listPrice(380, 'A server with one card'),
      },
      limited:
        'One request is one segment of four seconds in five sizes; four servers with a card carry 4 segments a second. Feed it from a queue.',
    },
    {
      name: 'AWS MediaConvert',
      aliases: ['mediaconvert', 'elastic transcoder', 'medialive'],
      managed: true,
      defaults: { ...provider, slaAvailability: sla(0.999, 'AWS Elemental MediaConvert') },
      limited:
        'One request is one segment of four seconds; about 100 concurrent jobs make 25 segments a second. Feed it from a queue.',
    },
    {
      name: 'Google Transcoder',
      aliases: ['transcoder api', 'mux', 'bitmovin', 'cloudflare stream'],
      managed: true,
      defaults: provider,
      limited:
        'One request is one segment of four seconds; about 100 concurrent jobs make 25 segments a second. Feed it from a queue.',
    },
  ],
  defaults: {
    replicas: assumed(4, 'Four concurrent live streams', [1, 5000]),
    concurrency: assumed(1, 'One 1080p stream in five sizes takes eight virtual CPUs in real time', [1, 20]),
    serviceMs: assumed(4000, 'A segment of four seconds in real time; segments are 2 to 6 s', [200, 60_000]),
    cv: assumed(0.3, 'Segments of one length differ by what moves in them', [0.1, 1.5]),
    instanceAvailability: serverAvailability,
    autoscaleDelaySeconds: assumed(180, 'From the alarm to the first segment on a new server', [30, 600]),
    unitCostUsd: listPrice(250, 'Eight virtual CPUs'),
  },
  main: ['replicas', 'concurrency', 'serviceMs', 'cv', 'scaleUp'],
  more: [
    ...serverFields([
      'contention',
      'coherency',
      'connectionPool',
      'sessions',
      'leaderElection',
      'authentication',
      'rateLimitRps',
      'dataClasses',
      'tokenized',
    ]),
    'requestUsdPerMillion',
  ],
};
