import {
  assumed,
  listPrice,
  managedAvailability,
  managedReplicas,
  serverAvailability,
  sourced,
} from '../basis';
import type { Kind } from '../kind';

const jitsiTest = 'https://jitsi.org/jitsi-videobridge-performance-evaluation/';

/** Forwards live audio and video between people; one request is one second of one stream. */
export const mediaServer: Kind = {
  id: 'media-server',
  title: 'Media server',
  layer: 'service',
  icon: 'video',
  behaviour: 'station',
  maxScaleUp: 8,
  purpose: 'Forwards live sound and pictures between people. A request stands for one second of one stream.',
  keywords: ['sfu', 'webrtc', 'video call', 'conference', 'live', 'rtp', 'mcu', 'turn', 'voice', 'streaming'],
  technologies: [
    { name: 'Jitsi', aliases: ['jitsi videobridge', 'jvb'] },
    { name: 'LiveKit', aliases: ['livekit sfu'] },
    { name: 'mediasoup', aliases: ['pion', 'ion-sfu'] },
    { name: 'Janus', aliases: ['kurento', 'asterisk', 'freeswitch'] },
    {
      name: 'Amazon Chime SDK',
      aliases: ['chime', 'twilio video', 'agora', 'daily'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        bandwidthMbps: assumed(70_000, 'Grows by itself: 100 000 streams of 0.7 Mb/s', [10_000, 1_000_000]),
        concurrency: assumed(
          500,
          'Grows by itself: 100 000 concurrent streams, 5 ms a second of each',
          [50, 5000],
        ),
        instanceAvailability: managedAvailability,
        unitCostUsd: listPrice(0, 'No fixed price; 0.0017 US dollars for each person and minute'),
      },
    },
  ],
  defaults: {
    replicas: assumed(2, 'Two, so that one may fail; its rooms begin anew on the other', [1, 20_000]),
    concurrency: sourced(
      15,
      '1 000 streams of 550 Mb/s together at a fifth of four cores; 3 000 and 2 Gb/s are taken: 3 000 seconds of stream a second at 5 ms each',
      jitsiTest,
      [5, 100],
    ),
    bandwidthMbps: sourced(
      2000,
      '550 Mb/s at a fifth of four cores; 2 Gb/s are taken',
      jitsiTest,
      [500, 10_000],
    ),
    serviceMs: assumed(5, 'What forwarding adds on the way, p99 20 ms', [1, 50]),
    cv: assumed(0.87, 'p99 20 ms ÷ mean 5 ms of a gamma service time', [0.3, 2]),
    instanceAvailability: serverAvailability,
    autoscaleDelaySeconds: assumed(120, 'From the alarm to the first room on a new server', [20, 600]),
    unitCostUsd: listPrice(250, 'Eight virtual CPUs; what is sent comes on top'),
  },
  main: ['replicas', 'concurrency', 'serviceMs', 'bandwidthMbps', 'scaleUp'],
  more: [
    'cv',
    'queueLimit',
    'maxUtilization',
    'connectionsPerReplica',
    'sessions',
    'instanceAvailability',
    'multiZone',
    'autoscaleMin',
    'autoscaleMax',
    'autoscaleDelaySeconds',
    'observed',
    'egressUsdPerGb',
    'unitCostUsd',
  ],
};
