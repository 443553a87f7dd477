import { expect, test } from 'vitest';
import { isEncrypted } from '../../../shared/catalog/resolve-edge';

test.each([
  'https',
  'grpc',
  'wss',
  'rtmps',
  'quic',
  'http3',
  'mqtts',
  'amqps',
  'rediss',
  'srtp',
  'dtls',
  'webrtc',
  'sftp',
  'TLS',
])('%s encrypts by itself', (protocol) => {
  expect(isEncrypted(protocol)).toBe(true);
});

test.each(['rtmp', 'mqtt', 'amqp', 'redis', 'rtp', 'udp', 'ftp', 'postgresql', 'kafka', 'tcp'])(
  '%s is not encrypted unless the document says so',
  (protocol) => {
    expect(isEncrypted(protocol)).toBe(false);
  },
);
